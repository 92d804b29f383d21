import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readInHouseSearch } from './in-house.search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/in-house',
  validateSearch: readInHouseSearch,
  component: lazyRouteComponent(() => import('./in-house.page.tsx'), 'InHousePage'),
})

const record = createRoute({
  getParentRoute: () => rootRoute,
  path: '/in-house/new',
  component: lazyRouteComponent(() => import('./record.page.tsx'), 'RecordPage'),
})

const rule = createRoute({
  getParentRoute: () => rootRoute,
  path: '/in-house/rule',
  component: lazyRouteComponent(() => import('./rule.page.tsx'), 'InHouseRulePage'),
})

const correct = createRoute({
  getParentRoute: () => rootRoute,
  path: '/in-house/$id/correction',
  component: lazyRouteComponent(() => import('./correct.page.tsx'), 'CorrectPage'),
})

export const inHousePageRoutes = [list, record, rule, correct] as const
