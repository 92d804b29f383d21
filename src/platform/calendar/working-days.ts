/** Days off of every year by the Labour Code, article 112: month and day. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
])

/**
 * What the government moved (decrees of 4 October 2024, № 1335, and of 24 September 2025, № 1466). Of later years only what
 * the Code itself says is known until a decree is added here: a clock may then end a day early, never late.
 */
const MOVED: Readonly<Record<string, 'off' | 'works'>> = {
  '2025-05-02': 'off',
  '2025-05-08': 'off',
  '2025-06-13': 'off',
  '2025-11-01': 'works',
  '2025-11-03': 'off',
  '2025-12-31': 'off',
  '2026-01-09': 'off',
  '2026-12-31': 'off',
}
/** Years whose moved days a decree has told in full: the Code’s own rule does not add to them. */
const DECREED: readonly string[] = ['2025']

const DAY_MS = 86_400_000

const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export type DayOff = 'holiday' | 'weekend' | 'moved'

/** Why people are not at work on the day (ISO), of a five-day week; undefined where they are. */
export function dayOff(day: string): DayOff | undefined {
  if (isWorkingDay(day)) return undefined
  if (isHoliday(day)) return 'holiday'
  return isWeekend(day) ? 'weekend' : 'moved'
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(momentOf(day)).getUTCDay())
const isHoliday = (day: string): boolean => HOLIDAYS.has(day.slice(5))

/** Whether people are at work on the day (ISO), of a five-day week. */
export function isWorkingDay(day: string): boolean {
  const moved = MOVED[day]
  if (moved !== undefined) return moved === 'works'
  if (isWeekend(day) || isHoliday(day)) return false
  return !isMovedByTheCode(day)
}

/** A holiday at a weekend, but for those of January, moves to the first working day behind it. */
function isMovedByTheCode(day: string): boolean {
  if (DECREED.includes(day.slice(0, 4))) return false
  const behind = (moment: number): string => dayAt(moment - DAY_MS)
  for (let before = behind(momentOf(day)); isWeekend(before) || isHoliday(before); before = behind(momentOf(before))) {
    if (isWeekend(before) && isHoliday(before) && !before.slice(5).startsWith('01-')) return true
  }
  return false
}

/** The last of so many working days after a day (ISO), which itself does not count. */
export function addWorkingDays(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = dayAt(momentOf(at) + DAY_MS)
    if (isWorkingDay(at)) left--
  }
  return at
}
