import { communities, memberships } from './communities.exchange.ts'

export { communitiesTerms } from './terms.ts'
export const communitiesSheets = [communities, memberships]
export { communitiesPersonalData } from './personal-data.ts'
