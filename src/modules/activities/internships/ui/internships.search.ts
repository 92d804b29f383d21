import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { INTERNSHIP_STATES } from '../internships.contract.ts'

export const readInternshipsSearch = addressOf({
  q: text(),
  state: oneOf(INTERNSHIP_STATES),
  sort: oneOf(['startsOn', '-startsOn', 'person', '-person', 'host', '-host']),
  page: count,
})
export type InternshipsSearch = ReturnType<typeof readInternshipsSearch>

export const readModelsSearch = addressOf({
  q: text(),
  sort: oneOf(['title', '-title', 'hours', '-hours']),
  page: count,
})
export type ModelsSearch = ReturnType<typeof readModelsSearch>

export const readHostsSearch = addressOf({
  q: text(),
  sort: oneOf(['name', '-name', 'places', '-places']),
  page: count,
})
export type HostsSearch = ReturnType<typeof readHostsSearch>
