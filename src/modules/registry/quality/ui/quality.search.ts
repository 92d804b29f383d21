import { addressOf, count } from '../../../../web/address.ts'

/** Which organisation is looked at; all of them when left out. */
export const readQualitySearch = addressOf({ organisation: count })
