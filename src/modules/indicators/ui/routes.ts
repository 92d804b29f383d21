import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { Day } from '../../../platform/contract.ts'
import { rootRoute } from '../../../web/root.tsx'
import { Asked } from '../values/ui/asked.ts'

const figures = z.object({
  date: Day.optional().catch(undefined),
  /** The day that is compared with. */
  before: Day.optional().catch(undefined),
  ...Asked.shape,
})

/** The district at a glance is the first page; whoever sees no figures is sent on by it. */
const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: figures,
  component: lazyRouteComponent(() => import('../values/ui/today.page.tsx'), 'TodayPage'),
})

const indicators = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  validateSearch: figures.extend({ view: z.enum(['table', 'map']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../values/ui/indicators.page.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code',
  validateSearch: figures,
  component: lazyRouteComponent(() => import('../values/ui/indicator.page.tsx'), 'IndicatorPage'),
})

export const indicatorRoutes = [home, indicators, indicator] as const
