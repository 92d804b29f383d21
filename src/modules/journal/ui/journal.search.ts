import { addressOf, count, day, manyOf, oneOf, text } from '../../../web/address.ts'
import { ACTION_CODES, KIND_CODES } from '../actions.contract.ts'

/** What of the journal is shown, as it stands in the address. */
export const readJournalSearch = addressOf({
  who: text(),
  accountId: count,
  action: manyOf(oneOf(ACTION_CODES)),
  kind: oneOf(KIND_CODES),
  objectId: count,
  from: day,
  to: day,
  page: count,
})
export type JournalSearch = ReturnType<typeof readJournalSearch>
