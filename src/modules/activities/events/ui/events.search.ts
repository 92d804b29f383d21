import { addressOf, count, oneOf, text } from '../../../../web/address.ts'

export const WHENS = ['ahead', 'past', 'drafts', 'all'] as const

export const readEventsSearch = addressOf({
  q: text(),
  when: oneOf(WHENS),
  form: count,
  organiser: count,
  sort: text(),
  page: count,
})
export type EventsSearch = ReturnType<typeof readEventsSearch>
