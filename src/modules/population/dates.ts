/** Calendar arithmetic on `YYYY-MM-DD`; no clock, no zone. */

const parts = (day: string): [number, number, number] => {
  const [y, m, d] = day.split('-').map(Number)
  if (y === undefined || m === undefined || d === undefined) throw new RangeError(`no day: ${day}`)
  return [y, m, d]
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const text = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The same day `months` later (earlier when negative); a day the month lacks becomes its last (29.02 → 28.02). */
export function addMonths(day: string, months: number): string {
  const [y, m, d] = parts(day)
  const index = y * 12 + (m - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return text(year, month, Math.min(d, daysIn(year, month)))
}

export const addYears = (day: string, years: number): string => addMonths(day, years * 12)

export function addDays(day: string, days: number): string {
  const [y, m, d] = parts(day)
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10)
}

/**
 * The latest start from which `years` full years (by day and month) have passed at the day: who started on it or before
 * has them. Somebody born on 29.02 completes a year on 01.03 of a common year.
 */
export const startOfFullYears = (day: string, years: number): string => addYears(day, -years)

export const yearOf = (day: string): number => parts(day)[0]
export const monthOf = (day: string): number => parts(day)[1]
export const firstOf = (year: number, month: number): string => text(year, month, 1)
