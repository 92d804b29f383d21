import { addressOf, count, day, manyOf, oneOf, text } from '../../../../web/address.ts'
import { MISSING } from '../../organisations/staff/staff.contract.ts'

/** Columns the list can show, in this order. */
export const PEOPLE_COLUMNS = [
  'name',
  'birth',
  'organisation',
  'position',
  'subjects',
  'category',
  'categoryEnds',
  'kind',
  'leave',
  'education',
  'experience',
  'rate',
  'since',
] as const
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]

export const USUAL_COLUMNS: readonly PeopleColumn[] = ['name', 'birth', 'organisation', 'position', 'rate', 'since']

/** Of these the list is told only where they are asked for. */
export const DETAILED: readonly PeopleColumn[] = [
  'subjects',
  'category',
  'categoryEnds',
  'kind',
  'leave',
  'education',
  'experience',
]

/** Filters, order and page of the list of people as they stand in its address. */
export const readPeopleSearch = addressOf({
  q: text(),
  organisation: manyOf(count),
  position: manyOf(count),
  pedagogue: oneOf(['yes', 'no', 'unknown']),
  missing: oneOf(MISSING),
  employed: oneOf(['yes', 'no']),
  activeOn: day,
  /** Which columns are shown, where it is not the usual ones. */
  columns: manyOf(oneOf(PEOPLE_COLUMNS)),
  sort: text(),
  page: count,
})
export type PeopleSearch = ReturnType<typeof readPeopleSearch>
