export { compareFiles } from './comparison/comparing.ts'
export { dictionaryOf, withDefaults } from './districts/dictionary.ts'
export { chooseDistrict, type DistrictChoice } from './districts/district.choice.ts'
export type { Dictionary, DictionaryTerm } from './districts/district.contract.ts'
export { createDistrict, type DistrictSeed, type NewDistrict, openDistrictKey } from './districts/district.creation.ts'
export { findDistrictsOf, type RegionDistrict } from './districts/district.region.ts'
export { findDistrictRow } from './districts/district.repo.ts'
export { exitCode, type LoadAnswer } from './exchange/load.answer.ts'
export {
  compareFolder,
  type LoadFolderOptions,
  type LoadPreview,
  LoadRefused,
  loadFolder,
} from './exchange/load.command.ts'
export type { LoadProgress } from './exchange/load.progress.ts'
export { registrySheets } from './exchange/registry.sheets.ts'
export {
  optional,
  personColumns,
  personReference,
  required,
  type SheetDeclaration,
} from './exchange/sheet.declaration.ts'
export { authenticate } from './grants/authenticate.ts'
export { findRoleHolders } from './grants/holders.ts'
export { findOrMakeRegion } from './grants/regions.repo.ts'
export { addUser, type NewUser } from './grants/users.operator.ts'
export { findLastLoad } from './loads/loads.age.ts'
export { reasonOf } from './loads/loads.service.ts'
export { scopeOfPerson } from './people/people.scope.ts'
export { keepQualityAsOperator } from './quality/quality.operator.ts'
export { writeStateFormsAsOperator } from './state-form/state-form.operator.ts'
export { DATA_FRESH_DAYS } from './tasks/loads.tasks.ts'
export { headerKey } from './text.ts'
export type { FactHolder } from './undo/fact.holder.ts'
export { runUndo } from './undo/undo.effect.ts'
