import { addressOf, count, manyOf, oneOf, text } from '../../../../web/address.ts'
import { ORGANISATION_TYPES } from '../organisations.contract.ts'

export const readOrganisationsSearch = addressOf({
  q: text(),
  type: manyOf(oneOf(ORGANISATION_TYPES)),
  sort: text(),
  page: count,
})
export type OrganisationsSearch = ReturnType<typeof readOrganisationsSearch>
