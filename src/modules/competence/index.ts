export { competenceTerms } from './terms.ts'
