import { pairs } from './pairs.exchange.ts'

export { mentoringTerms } from './terms.ts'
export const mentoringSheets = [pairs]
export { mentoringPersonalData } from './personal-data.ts'
