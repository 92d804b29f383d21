import { addYears } from '../../population/index.ts'
import type { Step } from './trend.contract.ts'

const MONTHS: Readonly<Record<Exclude<Step, 'year'>, number>> = { month: 1, quarter: 3 }

/** The day and as many before it that there are `points` of them, the earliest first. */
export function daysOfTrend(date: string, points: number, step: Step): string[] {
  if (step === 'year') return Array.from({ length: points }, (_, i) => addYears(date, i - points + 1))
  const months = MONTHS[step]
  const [year = 0, month = 1] = date.split('-').map(Number)
  // The last month of the period before the one the day is in.
  const last = year * 12 + Math.floor((month - 1) / months) * months - 1
  const ends = Array.from({ length: points - 1 }, (_, i) => lastDayOf(last - (points - 2 - i) * months))
  return [...ends, date]
}

/** The last day of a month, months being counted from the year 0. */
const lastDayOf = (index: number): string =>
  new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).toISOString().slice(0, 10)
