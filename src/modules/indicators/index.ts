export type { Definition } from './definitions/definition.contract.ts'
export { findDefinitionsAt } from './definitions/definitions.repo.ts'
export { answerOf } from './values/answer.ts'
export { computeIndicators } from './values/compute.ts'
