import { addressOf, code, count, day, manyOf, text } from '../../../web/address.ts'

/** What of the journal is shown, as it stands in the address. */
export const readJournalSearch = addressOf({
  who: text(),
  accountId: count,
  action: manyOf(code),
  kind: code,
  objectId: count,
  from: day,
  to: day,
  page: count,
})
export type JournalSearch = ReturnType<typeof readJournalSearch>
