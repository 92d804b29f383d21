export { mentoringTerms } from './terms.ts'
