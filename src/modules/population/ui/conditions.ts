import type { FieldView, TermView } from '../asking/populations.contract.ts'
import type { Condition, Leaf, Period, When } from '../population.contract.ts'

/** How a number is bounded, as it is chosen; `known` is any number at all, `other` what only a formula says. */
export const BOUNDS = ['under', 'from', 'fromUnder', 'upTo', 'fromUpTo', 'is', 'known', 'other'] as const
export type Bounds = (typeof BOUNDS)[number]

type Limits = Pick<Condition, 'from' | 'under' | 'upTo' | 'is'>

export function boundsOf({ from, under, upTo, is }: Limits): Bounds {
  const said = [
    from !== undefined && 'from',
    under !== undefined && 'under',
    upTo !== undefined && 'upTo',
    is !== undefined && 'is',
  ]
  switch (said.filter(Boolean).join(' ')) {
    case '':
      return 'known'
    case 'from':
      return 'from'
    case 'under':
      return 'under'
    case 'upTo':
      return 'upTo'
    case 'from under':
      return 'fromUnder'
    case 'from upTo':
      return 'fromUpTo'
    case 'is':
      return typeof is === 'number' ? 'is' : 'other'
    default:
      return 'other'
  }
}

/** The limits in another way, with the numbers that were said as far as they fit. */
export function boundBy(bounds: Bounds, limits: Limits): Limits {
  const low = limits.from ?? (typeof limits.is === 'number' ? limits.is : 0)
  const high = limits.under ?? limits.upTo ?? (typeof limits.is === 'number' ? limits.is : (limits.from ?? 0))
  switch (bounds) {
    case 'under':
      return { under: high }
    case 'from':
      return { from: low }
    case 'fromUnder':
      return { from: low, under: high }
    case 'upTo':
      return { upTo: high }
    case 'fromUpTo':
      return { from: low, upTo: high }
    case 'is':
      return { is: limits.under ?? limits.upTo ?? low }
    case 'known':
      return {}
    case 'other':
      return limits
  }
}

/** A condition without its limits and values. */
export function withLimits<C extends Limits>(condition: C, limits: Limits): Omit<C, keyof Limits> & Limits {
  const { from: _f, under: _u, upTo: _t, is: _i, ...rest } = condition
  return { ...rest, ...limits }
}

export const PERIODS = ['calendar_year', 'school_year', 'half_year', 'quarter', 'month'] as const
export const WINDOWS = ['at', 'by', ...PERIODS, 'lastMonths', 'fixed'] as const
export type Window = (typeof WINDOWS)[number]

/** Which windows make sense: what happens on one day is never "in force on the day". */
export const windowsOf = (time: 'day' | 'span'): readonly Window[] =>
  time === 'day' ? WINDOWS.filter((window) => window !== 'at') : WINDOWS

export function windowOf(when: When): Window {
  if ('at' in when) return 'at'
  if ('by' in when) return 'by'
  if ('lastMonths' in when) return 'lastMonths'
  const period = periodOf(when)
  return typeof period === 'string' ? period : 'fixed'
}

/** A window as it is stored; what a fixed one or so many months say stays where it still fits. */
export function asWhen(window: Window, time: 'day' | 'span', before: When, day: string): When {
  if (window === 'at') return { at: 'date' }
  if (window === 'by') return { by: 'date' }
  if (window === 'lastMonths') return 'lastMonths' in before ? before : { lastMonths: 36 }
  const known = periodOf(before)
  const fixed = typeof known === 'object' ? known : { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
  return asPeriod(window === 'fixed' ? fixed : window, time)
}

export const asPeriod = (period: Period, time: 'day' | 'span'): When =>
  time === 'day' ? { during: period } : { overlapping: period }

export function periodOf(when: When): Period | undefined {
  if ('during' in when) return when.during
  return 'overlapping' in when ? when.overlapping : undefined
}

/** A new condition as it first stands: what most ask for, or nothing where a value has to be named. */
export function firstLeaf({ term, kind, field, time }: TermView): Omit<Leaf, 'of'> {
  switch (kind) {
    case 'years':
      return { term, under: 35 }
    case 'field':
      return field?.kind === 'number' ? { term, from: 1 } : { term }
    case 'day':
      return { term, when: { by: 'date' } }
    case 'fact':
      return { term, when: time === 'span' ? { at: 'date' } : { during: 'calendar_year' } }
    default:
      return { term }
  }
}

/** Whether a value still has to be named. */
export function isFinished(term: TermView | undefined, leaf: Omit<Leaf, 'of'>): boolean {
  if (term === undefined) return true
  if (term.field !== null) return isNamed(term.field, leaf)
  return term.fields.every((field) => {
    const condition = leaf.where?.[field.name]
    return condition === undefined || isNamed(field, condition)
  })
}

const isNamed = ({ kind }: FieldView, { is }: Condition): boolean =>
  (kind !== 'code' && kind !== 'ref') || (is !== undefined && !(Array.isArray(is) && is.length === 0))
