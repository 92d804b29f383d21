export { hasBands, setBandsAsOperator } from './bands/bands.operator.ts'
export { findBands } from './bands/bands.repo.ts'
export { type Definition, quantitiesOf } from './definitions/definition.contract.ts'
export { findDefinitionsAt } from './definitions/definitions.repo.ts'
export { SIXTEEN_CODES } from './definitions/definitions.service.ts'
export { sayDefinition } from './definitions/sentence.ts'
export { indicatorsPersonalData } from './personal-data.ts'
export { questionRecords } from './questions/questions.records.ts'
export { snapshotHolder } from './snapshots/snapshots.holder.ts'
export { takeSnapshotAsOperator } from './snapshots/snapshots.operator.ts'
export { answerOf } from './values/answer.ts'
export {
  amountOf,
  type Computed,
  type ComputedSlice,
  computeIndicators,
  type Figure,
  yearTo,
} from './values/compute.ts'
export { FEWEST_SHOWN, hideSmall, restsOnIsland } from './values/islands.ts'
export { findSureness, type Sureness } from './values/sureness.ts'
