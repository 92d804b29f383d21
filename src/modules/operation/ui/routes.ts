import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { JOB_STATES } from '../jobs/jobs.contract.ts'

const jobs = createRoute({
  getParentRoute: () => rootRoute,
  path: '/jobs',
  validateSearch: addressOf({ state: oneOf(JOB_STATES), page: count }),
  component: lazyRouteComponent(() => import('./jobs.page.tsx'), 'JobsPage'),
})

export const operationRoutes = [jobs] as const
