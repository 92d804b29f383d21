import type { Module } from '../../platform/module.ts'
import { grantRoutes } from './grants/accounts.routes.ts'
import { registryMessages } from './messages.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'

export const registryModule: Module = {
  name: 'registry',
  messages: registryMessages,
  routes: [...grantRoutes, ...organisationRoutes],
  jobs: [],
}
