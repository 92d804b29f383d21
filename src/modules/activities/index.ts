export { activitiesTerms } from './terms.ts'
