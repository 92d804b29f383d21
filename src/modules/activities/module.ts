import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { admissionRoutes } from './enrolment/admission.routes.ts'
import { passOffersOn, passOffersOnHandler } from './enrolment/enrolment.jobs.ts'
import { enrolmentRoutes } from './enrolment/enrolment.routes.ts'
import { approvalTasks } from './enrolment/enrolment.tasks.ts'
import { activitiesMessages } from './messages.ts'

/** Whom an event takes is said in the whole vocabulary: it is handed in by the composition. */
export const activitiesModule = (vocabulary: Vocabulary): Module => ({
  name: 'activities',
  messages: activitiesMessages,
  routes: [...admissionRoutes(vocabulary), ...enrolmentRoutes(vocabulary)],
  jobs: [passOffersOn],
  jobHandlers: (services) => [passOffersOnHandler(services)],
  tasks: [approvalTasks],
})
