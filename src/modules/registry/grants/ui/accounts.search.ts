import { addressOf, code, count, manyOf, oneOf, text } from '../../../../web/address.ts'

/** Filters, order and page of the list of accounts as they stand in its address. */
export const readAccountsSearch = addressOf({
  q: text(),
  role: manyOf(code),
  organisationId: count,
  state: oneOf(['active', 'waiting', 'unused', 'disabled']),
  sort: text(),
  page: count,
})
export type AccountsSearch = ReturnType<typeof readAccountsSearch>
