import type { Module } from '../../platform/module.ts'
import type { Vocabulary } from '../population/index.ts'
import { admissionRoutes } from './enrolment/admission.routes.ts'
import { passOffersOn, passOffersOnHandler } from './enrolment/enrolment.jobs.ts'
import { enrolmentRoutes } from './enrolment/enrolment.routes.ts'
import { approvalTasks } from './enrolment/enrolment.tasks.ts'
import { contentRoutes } from './events/contents.routes.ts'
import { eventNames, roomNames } from './events/event.names.ts'
import { eventRoutes } from './events/events.routes.ts'
import { seedForms } from './events/forms.repo.ts'
import { formRoutes } from './events/forms.routes.ts'
import { seriesRoutes } from './events/series.routes.ts'
import { guestRoutes } from './holding/guests/guests.routes.ts'
import { holdingRoutes } from './holding/holding.routes.ts'
import { listRoutes } from './holding/list/list.routes.ts'
import { markRoutes } from './holding/marks/marks.routes.ts'
import { presenceRoutes } from './holding/presence/presence.routes.ts'
import { sheetRoutes } from './holding/sheet/sheet.routes.ts'
import { activitiesMessages } from './messages.ts'
import { hintRoutes } from './planner/hints.routes.ts'
import { planRoutes } from './planner/plan.routes.ts'
import { roomRoutes } from './rooms/rooms.routes.ts'

/** Whom an event takes is said in the whole vocabulary: it is handed in by the composition. */
export const activitiesModule = (vocabulary: Vocabulary): Module => ({
  name: 'activities',
  messages: activitiesMessages,
  routes: [
    ...[...eventRoutes, ...contentRoutes, ...formRoutes, ...seriesRoutes, ...roomRoutes, ...hintRoutes, ...planRoutes],
    ...[...admissionRoutes(vocabulary), ...enrolmentRoutes(vocabulary)],
    ...[...holdingRoutes, ...markRoutes, ...presenceRoutes, ...sheetRoutes, ...guestRoutes, ...listRoutes],
  ],
  jobs: [passOffersOn],
  jobHandlers: (services) => [passOffersOnHandler(services)],
  names: { event: eventNames, room: roomNames },
  seedDistrict: seedForms,
  tasks: [approvalTasks],
})
