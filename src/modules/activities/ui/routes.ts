import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'
import { readEventsSearch } from '../events/ui/events.search.ts'
import { readRoomsSearch } from '../rooms/ui/rooms.search.ts'

const events = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events',
  validateSearch: readEventsSearch,
  component: lazyRouteComponent(() => import('../events/ui/events.page.tsx'), 'EventsPage'),
})

const newEvent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/new',
  component: lazyRouteComponent(() => import('../events/ui/new-event.page.tsx'), 'NewEventPage'),
})

const event = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('../events/ui/event.page.tsx'), 'EventPage'),
})

const forms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/forms',
  component: lazyRouteComponent(() => import('../events/ui/forms.page.tsx'), 'FormsPage'),
})

const rooms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/rooms',
  validateSearch: readRoomsSearch,
  component: lazyRouteComponent(() => import('../rooms/ui/rooms.page.tsx'), 'RoomsPage'),
})

export const activityRoutes = [events, newEvent, event, forms, rooms] as const
