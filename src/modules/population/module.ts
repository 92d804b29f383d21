import type { Module } from '../../platform/module.ts'
import { populationRoutes } from './asking/populations.routes.ts'
import { lifeRoutes } from './life/life.routes.ts'
import { populationMessages } from './messages.ts'
import { selectionRoutes } from './selection/selection.routes.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The module needs the whole vocabulary, which later modules declare too: it is handed in by the composition. */
export const populationModule = (vocabulary: Vocabulary): Module => ({
  name: 'population',
  messages: populationMessages,
  routes: [...populationRoutes(vocabulary), ...lifeRoutes(vocabulary), ...selectionRoutes(vocabulary)],
  jobs: [],
})
