import { addressOf, count } from '../../../../web/address.ts'
import { MONTH } from './month.ts'

const month = (value: unknown): string | undefined =>
  typeof value === 'string' && MONTH.test(value) ? value : undefined

export const readPlanSearch = addressOf({ month, organiser: count })
export const readYearSearch = addressOf({ year: count, organiser: count })
