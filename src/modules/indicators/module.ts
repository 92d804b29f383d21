import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { bandRoutes } from './bands/bands.routes.ts'
import { definitionRoutes } from './definitions/definitions.routes.ts'
import { seedIndicators } from './definitions/definitions.service.ts'
import { indicatorsMessages } from './messages.ts'
import { askedAboutFigures } from './questions/questions.asked.ts'
import {
  lateQuestions,
  lateQuestionsHandler,
  tellOfQuestion,
  tellOfQuestionHandler,
} from './questions/questions.jobs.ts'
import { questionRoutes } from './questions/questions.routes.ts'
import { questionTasks } from './questions/questions.tasks.ts'
import { regionRoutes } from './region/region.routes.ts'
import { regionTasks } from './region/region.tasks.ts'
import { snapshotRoutes } from './snapshots/snapshots.routes.ts'
import { ownFigureTasks, snapshotTasks } from './snapshots/snapshots.tasks.ts'
import { trendRoutes } from './trend/trend.routes.ts'
import { redTasks } from './values/red.tasks.ts'
import { valueRoutes } from './values/values.routes.ts'

/** The module needs the whole vocabulary, which later modules declare too: it is handed in by the composition. */
export const indicatorsModule = (vocabulary: Vocabulary): Module => ({
  name: 'indicators',
  messages: indicatorsMessages,
  routes: [
    ...definitionRoutes(vocabulary),
    ...valueRoutes(vocabulary),
    ...trendRoutes(vocabulary),
    ...regionRoutes(vocabulary),
    ...bandRoutes,
    ...snapshotRoutes(vocabulary),
    ...questionRoutes,
  ],
  jobs: [tellOfQuestion, lateQuestions],
  jobHandlers: (services) => [tellOfQuestionHandler(services), lateQuestionsHandler(services)],
  tasks: [questionTasks, ownFigureTasks, snapshotTasks, redTasks(vocabulary), regionTasks],
  asks: [askedAboutFigures],
  seedDistrict: seedIndicators,
})
