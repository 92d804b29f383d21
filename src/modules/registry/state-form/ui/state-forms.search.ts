import { addressOf, count, oneOf } from '../../../../web/address.ts'
import { LINES, UNKNOWN_LINES } from '../state-form.contract.ts'

/** A line of the form, or who is in none. */
export const SHOWN_LINES = [...LINES, ...UNKNOWN_LINES] as const
export type ShownLine = (typeof SHOWN_LINES)[number]

/** Which organisation is looked at (all of them when left out), in which year, and whose names are shown. */
export const readStateFormsSearch = addressOf({ organisation: count, year: count, line: oneOf(SHOWN_LINES) })

const FIRST_YEAR = 2000

/** Forms are counted on 20 September at the earliest: until then the last one is of the year before. */
export function yearShown(asked: number | undefined, today: string): number {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-20' ? 1 : 0)
  return asked === undefined || asked < FIRST_YEAR || asked > year + 1 ? year : asked
}
