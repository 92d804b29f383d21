import type { Module } from '../../platform/module.ts'
import { activitiesMessages } from './messages.ts'

export const activitiesModule: Module = {
  name: 'activities',
  messages: activitiesMessages,
  routes: [],
  jobs: [],
}
