import type { Module } from '../../platform/module.ts'
import { classifierRoutes } from './classifiers/classifiers.routes.ts'
import { districtRoutes } from './districts/district.routes.ts'
import { grantRoutes } from './grants/accounts.routes.ts'
import { registryMessages } from './messages.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'

export const registryModule: Module = {
  name: 'registry',
  messages: registryMessages,
  routes: [...grantRoutes, ...organisationRoutes, ...peopleRoutes, ...classifierRoutes, ...districtRoutes],
  jobs: [],
}
