/** A month as the address says it: `2026-04`. */
export type Month = string

export const MONTH = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/

const two = (part: number): string => String(part).padStart(2, '0')

export const monthOf = (day: string): Month => day.slice(0, 7)
export const yearOf = (month: Month): number => Number(month.slice(0, 4))
/** From 0. */
export const indexOf = (month: Month): number => Number(month.slice(5)) - 1

/** So many months later. */
export function shifted(month: Month, by: number): Month {
  const at = yearOf(month) * 12 + indexOf(month) + by
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`
}

export function daysOf(month: Month): string[] {
  const count = new Date(Date.UTC(yearOf(month), indexOf(month) + 1, 0)).getUTCDate()
  return Array.from({ length: count }, (_, at) => `${month}-${two(at + 1)}`)
}

/** From 1, which is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
