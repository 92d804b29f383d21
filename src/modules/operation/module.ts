import type { Module } from '../../platform/module.ts'
import { jobRoutes } from './jobs/jobs.routes.ts'
import { operationMessages } from './messages.ts'

export const operationModule: Module = {
  name: 'operation',
  messages: operationMessages,
  routes: jobRoutes,
  jobs: [],
}
