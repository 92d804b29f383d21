import type { Module } from '../../platform/module.ts'
import { contentRoutes } from './events/contents.routes.ts'
import { eventNames, roomNames } from './events/event.names.ts'
import { eventRoutes } from './events/events.routes.ts'
import { seedForms } from './events/forms.repo.ts'
import { formRoutes } from './events/forms.routes.ts'
import { seriesRoutes } from './events/series.routes.ts'
import { activitiesMessages } from './messages.ts'
import { hintRoutes } from './planner/hints.routes.ts'
import { planRoutes } from './planner/plan.routes.ts'
import { roomRoutes } from './rooms/rooms.routes.ts'

export const activitiesModule: Module = {
  name: 'activities',
  messages: activitiesMessages,
  routes: [
    ...eventRoutes,
    ...contentRoutes,
    ...formRoutes,
    ...seriesRoutes,
    ...roomRoutes,
    ...hintRoutes,
    ...planRoutes,
  ],
  jobs: [],
  names: { event: eventNames, room: roomNames },
  seedDistrict: seedForms,
}
