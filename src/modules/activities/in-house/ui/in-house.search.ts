import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { ATTESTING_STATES } from '../states.contract.ts'

export const readInHouseSearch = addressOf({
  q: text(),
  state: oneOf(ATTESTING_STATES),
  organisation: count,
  year: count,
  sort: oneOf(['held', '-held', 'asked', '-asked', 'organisation', '-organisation', 'title', '-title']),
  page: count,
})
export type InHouseSearch = ReturnType<typeof readInHouseSearch>
