import type { Module } from '../../platform/module.ts'
import { journalRoutes } from './journal.routes.ts'
import { journalMessages } from './messages.ts'

/** What the platform writes down of everybody, read; names of things come from the modules handed in. */
export const journalModule = (others: readonly Module[]): Module => ({
  name: 'journal',
  messages: journalMessages,
  routes: journalRoutes(others),
  jobs: [],
})
