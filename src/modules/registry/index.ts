export { findOrAddValue } from './classifiers/classifiers.repo.ts'
export { compareFiles } from './comparison/comparing.ts'
export { dictionaryOf, withDefaults } from './districts/dictionary.ts'
export { chooseDistrict, type DistrictChoice } from './districts/district.choice.ts'
export type { Dictionary, DictionaryTerm } from './districts/district.contract.ts'
export { createDistrict, type DistrictSeed, type NewDistrict, openDistrictKey } from './districts/district.creation.ts'
export { findDistrictKey } from './districts/district.key.ts'
export { findDistrictsOf, type RegionDistrict } from './districts/district.region.ts'
export { findDistrictRow } from './districts/district.repo.ts'
export type { PersonRecords } from './doubles/person.records.ts'
export {
  deleteErased,
  type ErasedName,
  erasedKeys,
  insertErased,
} from './erasure/erased.keys.ts'
export {
  countOpenLoads,
  type FileTraces,
  findFileTraces,
  removeFileTraces,
} from './erasure/file.traces.ts'
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
export { indexedKey as textKey } from './exchange/text.keys.ts'
export { takeAway } from './exports/taking-away.ts'
export { findAccountBySnils } from './grants/account.of.snils.ts'
export { authenticate } from './grants/authenticate.ts'
export { findRoleHolders } from './grants/holders.ts'
export { findOrMakeRegion } from './grants/regions.repo.ts'
export { addUser, type NewUser } from './grants/users.operator.ts'
export { findLastLoad } from './loads/loads.age.ts'
export { reasonOf } from './loads/loads.service.ts'
export { withScratchFolder } from './loads/scratch.folder.ts'
export { readList } from './people/list.reading.ts'
export { noteOpening } from './people/opening.ts'
export { scopeOfPerson, scopesOfPeople } from './people/people.scope.ts'
export { type Known, recogniseLines, wordsOf } from './people/recognition.ts'
export { findSnils, readSnils } from './people/snils.reading.ts'
export { registryPersonalData } from './personal-data.ts'
export { keepQualityAsOperator } from './quality/quality.operator.ts'
export { prepareRenaming } from './renaming/renaming.ts'
export { findRules } from './sign-in-rules/rules.repo.ts'
export { writeStateFormsAsOperator } from './state-form/state-form.operator.ts'
export { DATA_FRESH_DAYS } from './tasks/loads.tasks.ts'
export { headerKey } from './text.ts'
export type { FactHolder } from './undo/fact.holder.ts'
export { runUndo } from './undo/undo.effect.ts'
