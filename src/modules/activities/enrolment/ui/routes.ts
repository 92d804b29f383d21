import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { rootRoute } from '../../../../web/root.tsx'
import { ENROLMENT_STATES } from '../enrolment.contract.ts'

const participants = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/participants',
  validateSearch: addressOf({
    state: oneOf(ENROLMENT_STATES),
    sort: oneOf(['place', '-place', 'name', '-name', 'organisation', '-organisation']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('./participants.page.tsx'), 'ParticipantsPage'),
})

const nomination = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/nomination',
  validateSearch: addressOf({
    q: text(),
    sort: oneOf(['name', '-name', 'learned', '-learned', 'attended', '-attended']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('./nomination.page.tsx'), 'NominationPage'),
})

const queue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/queue',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('./queue.page.tsx'), 'QueuePage'),
})

const approvals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrolments/approvals',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('./approvals.page.tsx'), 'ApprovalsPage'),
})

export const enrolmentPageRoutes = [participants, nomination, queue, approvals] as const
