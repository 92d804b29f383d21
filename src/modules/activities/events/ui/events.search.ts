import { addressOf, count, oneOf, text } from '../../../../web/address.ts'

export const WHENS = ['ahead', 'past', 'drafts', 'all'] as const

export const readEventsSearch = addressOf({
  q: text(),
  when: oneOf(WHENS),
  form: count,
  organiser: count,
  series: count,
  onRequest: oneOf(['yes']),
  sort: text(),
  page: count,
})
/** The event it becomes a part of, or the programme it runs. */
export const readNewEventSearch = addressOf({ partOf: count, programme: count })
export type EventsSearch = ReturnType<typeof readEventsSearch>
