import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { askedRoutes } from './asked/asked.routes.ts'
import { attestationRoutes } from './attestation/attestation.routes.ts'
import { notificationRoutes } from './notifications/notifications.routes.ts'
import { taskRoutes } from './tasks/tasks.routes.ts'

/** The first page of everybody; what there is to do is known by the other modules, which are handed in. */
export const homeModule = (others: readonly Module[], vocabulary: Vocabulary): Module => ({
  name: 'home',
  messages: { ru: {}, en: {} },
  routes: [...taskRoutes(others), ...askedRoutes(others), ...notificationRoutes, ...attestationRoutes(vocabulary)],
  jobs: [],
})
