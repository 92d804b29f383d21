import type { Module } from '../../platform/module.ts'
import { classifierRoutes } from './classifiers/classifiers.routes.ts'
import { districtRoutes } from './districts/district.routes.ts'
import { doubleRoutes } from './doubles/doubles.routes.ts'
import type { SheetDeclaration } from './exchange/sheet.declaration.ts'
import { grantRoutes } from './grants/accounts.routes.ts'
import { historyRoutes } from './history/history.routes.ts'
import { takeLoad, takeLoadHandler, tidyLoadsHandler, tidyLoadsNightly } from './loads/loads.jobs.ts'
import { loadRoutes } from './loads/loads.routes.ts'
import { registryMessages } from './messages.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { profileRoutes } from './profiles/profiles.routes.ts'
import { qualityRoutes } from './quality/quality.routes.ts'
import { accountTasks, slipTasks, watchTasks } from './tasks/accounts.tasks.ts'
import { doubleTasks } from './tasks/doubles.tasks.ts'
import { loadTasks } from './tasks/loads.tasks.ts'
import { peopleTasks, positionTasks } from './tasks/people.tasks.ts'

/** The registry; `sheets` are the files of all modules, for it does the loads. */
export const registryModule = (sheets: readonly SheetDeclaration[]): Module => ({
  name: 'registry',
  messages: registryMessages,
  routes: [
    ...grantRoutes,
    ...organisationRoutes,
    ...peopleRoutes,
    ...qualityRoutes,
    ...historyRoutes,
    ...doubleRoutes,
    ...classifierRoutes,
    ...districtRoutes,
    ...loadRoutes(sheets),
    ...profileRoutes(sheets),
  ],
  jobs: [takeLoad, tidyLoadsNightly],
  tasks: [loadTasks, positionTasks, doubleTasks, peopleTasks, accountTasks, slipTasks, watchTasks],
  jobHandlers: (services) => [takeLoadHandler(services, sheets), tidyLoadsHandler(services)],
})
