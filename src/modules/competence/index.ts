import { diagnostics } from './diagnostics.exchange.ts'

export { competenceTerms } from './terms.ts'
export const competenceSheets = [diagnostics]
export { competencePersonalData } from './personal-data.ts'
