import { addDays, addMonths, firstOf, monthOf, yearOf } from './dates.ts'
import type { Period, When } from './population.contract.ts'

/** Both days inclusive; `from` is null where the window has no beginning. */
export type Window = { readonly from: string | null; readonly to: string }

/** First month of the school year. */
const SCHOOL_YEAR_BEGINS = 9

/** The period as it stands at the day: from its beginning up to the day; a fixed one ends at the day at the latest. */
export function periodAt(period: Period, day: string): Window {
  if (typeof period === 'object') return { from: period.from, to: period.to < day ? period.to : day }
  const year = yearOf(day)
  const month = monthOf(day)
  switch (period) {
    case 'calendar_year':
      return { from: firstOf(year, 1), to: day }
    case 'school_year':
      return { from: firstOf(month >= SCHOOL_YEAR_BEGINS ? year : year - 1, SCHOOL_YEAR_BEGINS), to: day }
    case 'half_year':
      return { from: firstOf(year, month <= 6 ? 1 : 7), to: day }
    case 'quarter':
      return { from: firstOf(year, Math.floor((month - 1) / 3) * 3 + 1), to: day }
    case 'month':
      return { from: firstOf(year, month), to: day }
  }
}

/** The days a fact may fall on (or overlap) to count at the day. */
export function windowAt(when: When, day: string): Window {
  if ('at' in when) return { from: day, to: day }
  if ('by' in when) return { from: null, to: day }
  if ('during' in when) return periodAt(when.during, day)
  if ('overlapping' in when) return periodAt(when.overlapping, day)
  return { from: addDays(addMonths(day, -when.lastMonths), 1), to: day }
}

/** The smallest window that holds all of them. */
export function hullOf(windows: readonly Window[]): Window {
  const [first, ...rest] = windows
  if (first === undefined) throw new RangeError('no windows')
  return rest.reduce<Window>(
    (hull, w) => ({
      from: hull.from === null || w.from === null ? null : w.from < hull.from ? w.from : hull.from,
      to: w.to > hull.to ? w.to : hull.to,
    }),
    first,
  )
}
