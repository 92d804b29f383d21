import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { readEventsSearch, readNewEventSearch } from '../events/ui/events.search.ts'
import { WAYS } from '../invitations/invitations.contract.ts'
import { readPlanSearch, readYearSearch } from '../planner/ui/plan.search.ts'
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
  validateSearch: readNewEventSearch,
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

const plan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/plan',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('../planner/ui/plan.page.tsx'), 'PlanPage'),
})

const year = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/year',
  validateSearch: readYearSearch,
  component: lazyRouteComponent(() => import('../planner/ui/year.page.tsx'), 'YearPage'),
})

const roll = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/roll',
  validateSearch: addressOf({ sort: oneOf(['name', '-name', 'organisation', '-organisation']), page: count }),
  component: lazyRouteComponent(() => import('../holding/ui/roll.page.tsx'), 'RollPage'),
})

const myCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/calendar',
  component: lazyRouteComponent(() => import('../calendar-feed/ui/my-calendar.page.tsx'), 'MyCalendarPage'),
})

const invitations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/invitations',
  validateSearch: addressOf({
    way: oneOf(WAYS),
    sort: oneOf(['name', '-name', 'organisation', '-organisation']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('../invitations/ui/invitations.page.tsx'), 'InvitationsPage'),
})

const quietHours = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/quiet-hours',
  component: lazyRouteComponent(() => import('../letters/ui/quiet-hours.page.tsx'), 'QuietHoursPage'),
})

const presenceCode = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/code',
  validateSearch: addressOf({ meeting: count }),
  component: lazyRouteComponent(() => import('../holding/presence/ui/code.page.tsx'), 'CodePage'),
})

const marks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/marks',
  validateSearch: addressOf({ meeting: count }),
  component: lazyRouteComponent(() => import('../holding/marks/ui/marks.page.tsx'), 'MarksPage'),
})

/** What the QR code on a screen leads to. */
const here = createRoute({
  getParentRoute: () => rootRoute,
  path: '/here/$meeting/$code',
  component: lazyRouteComponent(() => import('../holding/presence/ui/here.page.tsx'), 'HerePage'),
})

const typed = createRoute({
  getParentRoute: () => rootRoute,
  path: '/here',
  component: lazyRouteComponent(() => import('../holding/presence/ui/typed.page.tsx'), 'TypedPage'),
})

const feedbackForms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/feedback',
  component: lazyRouteComponent(() => import('../feedback/ui/forms.page.tsx'), 'FeedbackFormsPage'),
})

const series = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/series/$id',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../events/ui/series.page.tsx'), 'SeriesPage'),
})

const feedback = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feedback/$id',
  component: lazyRouteComponent(() => import('../feedback/ui/feedback.page.tsx'), 'FeedbackPage'),
})

export const activityRoutes = [
  ...[events, newEvent, event, forms, rooms, plan, year, roll],
  ...[presenceCode, marks, here, typed],
  ...[myCalendar, invitations, quietHours],
  ...[feedbackForms, series, feedback],
] as const
