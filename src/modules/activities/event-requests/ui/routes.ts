import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readEventRequestsSearch } from './event-requests.search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/event-requests',
  validateSearch: readEventRequestsSearch,
  component: lazyRouteComponent(() => import('./event-requests.page.tsx'), 'EventRequestsPage'),
})

const ask = createRoute({
  getParentRoute: () => rootRoute,
  path: '/event-requests/new',
  component: lazyRouteComponent(() => import('./ask.page.tsx'), 'AskPage'),
})

const card = createRoute({
  getParentRoute: () => rootRoute,
  path: '/event-requests/$id',
  component: lazyRouteComponent(() => import('./event-request.page.tsx'), 'EventRequestPage'),
})

const correct = createRoute({
  getParentRoute: () => rootRoute,
  path: '/event-requests/$id/correction',
  component: lazyRouteComponent(() => import('./correct.page.tsx'), 'CorrectPage'),
})

export const eventRequestPageRoutes = [list, ask, card, correct] as const
