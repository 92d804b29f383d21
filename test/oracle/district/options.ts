import type { Amounts } from './making.ts'

/**
 * Kinds of dirt:
 * `spelling` other spellings of the same (case, ё, blanks, dashes, aliases; forms of dates, numbers and СНИЛС);
 * `people` rows that name people without their number, only by it, by another surname, namesakes without a number;
 * `faults` rows that must be refused; `duplicates` repeated rows, also in another spelling and with other values;
 * `layout` titles, blank rows, columns in any order, further and absent ones, a further sheet;
 * `files` unreadable, unknown and absent files;
 * `moot` what exchange.md leaves open: never part of `dirt: true`.
 */
export const DIRT = ['spelling', 'people', 'faults', 'duplicates', 'layout', 'files'] as const
export type Dirt = (typeof DIRT)[number] | 'moot'

export type DistrictOptions = Partial<Amounts> & {
  seed: number
  /** The last day of most facts (ГГГГ-ММ-ДД), and with `edges` the one on whose boundaries they fall. */
  date?: string
  dirt?: boolean | readonly Dirt[]
  /** Small and full of borderline cases, for property tests; else plausible. */
  edges?: boolean
  /** The share of rows that get a fault, and that are repeated. */
  share?: number
}

/** Dates whose years back, periods and birthdays are awkward. */
export const EDGE_DATES = [
  '2025-12-31',
  '2024-02-29',
  '2025-02-28',
  '2023-03-01',
  '2027-02-28',
  '2025-01-01',
  '2025-05-15',
]

/** Amounts in proportion to the people and organisations, as the sample has them. */
export function amountsOf(options: DistrictOptions): Amounts {
  const organisations = options.organisations ?? (options.edges ? 6 : 80)
  const people = options.people ?? (options.edges ? 25 : 2700)
  const some = (share: number): number => Math.round(people * share)
  return {
    organisations,
    people,
    learning: options.learning ?? some(options.edges ? 2 : 0.96),
    diagnostics: options.diagnostics ?? some(options.edges ? 3 : 1.03),
    events: options.events ?? Math.round(organisations * (options.edges ? 2 : 1.5)),
    attendance: options.attendance ?? some(options.edges ? 2 : 1.4),
    communities: options.communities ?? (options.edges ? 8 : 29),
    members: options.members ?? some(options.edges ? 2 : 0.43),
    mentoring: options.mentoring ?? some(options.edges ? 1 : 0.11),
    pools: options.pools ?? some(options.edges ? 1 : 0.06),
    staffing: options.staffing ?? (options.edges ? 4 : 5),
  }
}

/** The kinds of dirt that are wanted. */
export function dirtOf(options: DistrictOptions): Set<Dirt> {
  if (options.dirt === true) return new Set(DIRT)
  return new Set(options.dirt === false || options.dirt === undefined ? [] : options.dirt)
}
