import type { Module } from '../../platform/module.ts'
import type { PersonalData } from '../../platform/personal-data.ts'
import { consentRoutes } from './consents/consents.routes.ts'
import { copyRoutes } from './copy/copy.routes.ts'
import { erasureRoutes } from './erasure/erasure.routes.ts'
import { incidentRoutes } from './incidents/incidents.routes.ts'
import { incidentTasks } from './incidents/incidents.tasks.ts'
import { privacyMessages } from './messages.ts'
import { registerRoutes } from './register/register.routes.ts'
import { requestNames } from './requests/request.names.ts'
import { requestRoutes } from './requests/requests.routes.ts'
import { confirmationTasks, requestTasks } from './requests/requests.tasks.ts'
import { expireHandler, expireNightly } from './retention/retention.jobs.ts'
import { retentionRoutes } from './retention/retention.routes.ts'

/** What is kept of people, and what they agreed to; `data` is what all modules declare. */
export const privacyModule = (data: readonly PersonalData[]): Module => ({
  name: 'privacy',
  messages: privacyMessages,
  routes: [
    ...registerRoutes(data),
    ...copyRoutes(data),
    ...consentRoutes,
    ...requestRoutes(data),
    ...erasureRoutes(data),
    ...retentionRoutes(data),
    ...incidentRoutes,
  ],
  jobs: [expireNightly],
  jobHandlers: (services) => [expireHandler(services, data)],
  names: { personal_data_request: requestNames },
  tasks: [incidentTasks, requestTasks, confirmationTasks],
})
