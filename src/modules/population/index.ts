export { findBelonging } from './belonging.ts'
export { checkPopulation, type PopulationFault } from './check.ts'
export {
  type Count,
  type CountContext,
  type CountRequest,
  type CountRow,
  compileCounts,
  type Quantity,
} from './counting.ts'
export { addDays, addYears } from './dates.ts'
export { compileFrozen, compileLabels } from './frozen.ts'
export { asksForIsland } from './islands.ts'
export { findLife } from './life/life.ts'
export * as literal from './literal.ts'
export {
  compileEvidence,
  compileMembers,
  compileParts,
  type FactRow,
  type MemberRow,
  type MembersContext,
  type MembersPage,
  type MembersRequest,
  numberedLeaves,
  type Part,
  type PartsRequest,
  type PartsRow,
} from './members.ts'
export { findNames, type Names } from './names.ts'
export { leavesOf, type Population } from './population.contract.ts'
export { requireTenant, within } from './scope.ts'
export { sayPopulation } from './sentence.ts'
export { OPENED_BY_FIGURE, peopleAmong } from './sights.ts'
export { organisation } from './subjects/organisation.ts'
export { ORGANISATION_TYPE_WORDS } from './subjects/organisation-types.ts'
export { person } from './subjects/person.ts'
export {
  createVocabulary,
  type Declarations,
  type FactDeclaration,
  type Slice,
  sayCaption,
  type Vocabulary,
  type Words,
} from './vocabulary.ts'
export { periodAt } from './window.ts'
