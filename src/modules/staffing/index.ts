import { posts } from './posts.exchange.ts'

export { staffingTerms } from './terms.ts'
export const staffingSheets = [posts]
export { staffingPersonalData } from './personal-data.ts'
