export { staffingTerms } from './terms.ts'
