export { communitiesTerms } from './terms.ts'
