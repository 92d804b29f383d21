export { talentTerms } from './terms.ts'
