import { addressOf, count, oneOf, text } from '../../../../web/address.ts'

export const TABS = ['positions', 'lists', 'dictionary'] as const

/** Which classifier is shown, and what of it. */
export const readClassifiersSearch = addressOf({
  tab: oneOf(TABS),
  q: text(),
  pedagogical: oneOf(['yes', 'no', 'unknown']),
  list: text(40),
  page: count,
})
export type ClassifiersSearch = ReturnType<typeof readClassifiersSearch>
