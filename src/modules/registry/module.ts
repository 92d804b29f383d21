import type { Module } from '../../platform/module.ts'
import { classifierRoutes } from './classifiers/classifiers.routes.ts'
import { comparisonRoutes } from './comparison/comparison.routes.ts'
import { goneRoutes } from './comparison/gone.routes.ts'
import { districtRoutes } from './districts/district.routes.ts'
import { doubleRoutes } from './doubles/doubles.routes.ts'
import { allRecords, type PersonRecords } from './doubles/person.records.ts'
import { splitRoutes } from './doubles/splits.routes.ts'
import type { SheetDeclaration } from './exchange/sheet.declaration.ts'
import { grantRoutes } from './grants/accounts.routes.ts'
import { signLeaversOut, signLeaversOutHandler } from './grants/leavers.jobs.ts'
import { disableUnused, disableUnusedHandler } from './grants/unused.jobs.ts'
import { historyRoutes } from './history/history.routes.ts'
import { takeLoad, takeLoadHandler, tidyLoadsHandler, tidyLoadsNightly } from './loads/loads.jobs.ts'
import { loadRoutes } from './loads/loads.routes.ts'
import { UPLOADS } from './loads/uploads.store.ts'
import { lookRoutes } from './looks/looks.routes.ts'
import { registryMessages } from './messages.ts'
import { registryNames } from './names.ts'
import { featureRoutes } from './organisations/features/features.routes.ts'
import { seedFeatures } from './organisations/features/features.seed.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { profileRoutes } from './profiles/profiles.routes.ts'
import { keepQualityHandler, keepQualityNightly } from './quality/quality.jobs.ts'
import { qualityRoutes } from './quality/quality.routes.ts'
import { signInRuleRoutes } from './sign-in-rules/rules.routes.ts'
import { stateFormRoutes } from './state-form/state-form.routes.ts'
import { accountTasks, slipTasks, watchTasks } from './tasks/accounts.tasks.ts'
import { doubleTasks } from './tasks/doubles.tasks.ts'
import { loadTasks } from './tasks/loads.tasks.ts'
import { peopleTasks, positionTasks } from './tasks/people.tasks.ts'
import type { FactHolder } from './undo/fact.holder.ts'
import { takeLoadBack, takeLoadBackHandler } from './undo/undo.jobs.ts'
import { undoRoutes } from './undo/undo.routes.ts'

/**
 * The registry; `sheets` are the files of all modules, for it does the loads, `holders` what they keep of people,
 * `records` what of people they have beside their files.
 */
export const registryModule = (
  sheets: readonly SheetDeclaration[],
  holders: readonly FactHolder[],
  records: readonly PersonRecords[],
): Module => ({
  name: 'registry',
  messages: registryMessages,
  routes: [
    ...grantRoutes,
    ...lookRoutes,
    ...organisationRoutes,
    ...featureRoutes,
    ...peopleRoutes,
    ...qualityRoutes,
    ...stateFormRoutes,
    ...historyRoutes,
    ...doubleRoutes,
    ...splitRoutes(allRecords(sheets, records)),
    ...classifierRoutes,
    ...districtRoutes,
    ...signInRuleRoutes,
    ...loadRoutes(sheets),
    ...profileRoutes(sheets),
    ...comparisonRoutes,
    ...goneRoutes,
    ...undoRoutes({ sheets, holders }),
  ],
  jobs: [takeLoad, takeLoadBack, tidyLoadsNightly, keepQualityNightly, disableUnused, signLeaversOut],
  folders: [UPLOADS],
  seedDistrict: seedFeatures,
  names: registryNames,
  tasks: [loadTasks, positionTasks, doubleTasks, peopleTasks, accountTasks, slipTasks, watchTasks],
  jobHandlers: (services) => [
    takeLoadHandler(services, sheets),
    takeLoadBackHandler(services, { sheets, holders }),
    tidyLoadsHandler(services),
    disableUnusedHandler(services),
    signLeaversOutHandler(services),
    keepQualityHandler(services),
  ],
})
