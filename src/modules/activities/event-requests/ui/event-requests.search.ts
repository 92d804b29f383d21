import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { EVENT_REQUEST_STATES } from '../event-requests.contract.ts'

export const readEventRequestsSearch = addressOf({
  q: text(),
  state: oneOf(EVENT_REQUEST_STATES),
  organisation: count,
  year: count,
  event: count,
  sort: oneOf(['asked', '-asked', 'wished', '-wished', 'organisation', '-organisation', 'title', '-title']),
  page: count,
})
export type EventRequestsSearch = ReturnType<typeof readEventRequestsSearch>
