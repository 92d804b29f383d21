import { pools } from './pools.exchange.ts'

export { talentTerms } from './terms.ts'
export const talentSheets = [pools]
export { talentPersonalData } from './personal-data.ts'
