import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { Day } from '../../../platform/contract.ts'
import { rootRoute } from '../../../web/root.tsx'
import { QuestionsSearch } from '../questions/ui/questions.search.ts'
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
  component: lazyRouteComponent(() => import('../today/ui/today.page.tsx'), 'TodayPage'),
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

const edition = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code/edition',
  component: lazyRouteComponent(() => import('../definitions/ui/edition.page.tsx'), 'EditionPage'),
})

const definitions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/definitions',
  component: lazyRouteComponent(() => import('../definitions/ui/definitions.page.tsx'), 'DefinitionsPage'),
})

const newDefinition = createRoute({
  getParentRoute: () => rootRoute,
  path: '/definitions/new',
  /** The indicator that is copied. */
  validateSearch: z.object({ from: z.string().min(1).max(20).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../definitions/ui/new-definition.page.tsx'), 'NewDefinitionPage'),
})

const snapshots = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots',
  validateSearch: z.object({ page: z.coerce.number().int().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../snapshots/ui/snapshots.page.tsx'), 'SnapshotsPage'),
})

const snapshot = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots/$id',
  component: lazyRouteComponent(() => import('../snapshots/ui/snapshot.page.tsx'), 'SnapshotPage'),
})

const questions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questions',
  validateSearch: QuestionsSearch,
  component: lazyRouteComponent(() => import('../questions/ui/questions.page.tsx'), 'QuestionsPage'),
})

const region = createRoute({
  getParentRoute: () => rootRoute,
  path: '/region',
  validateSearch: figures.pick({ date: true, before: true }),
  component: lazyRouteComponent(() => import('../region/ui/region.page.tsx'), 'RegionPage'),
})

export const indicatorRoutes = [
  questions,
  home,
  indicators,
  indicator,
  region,
  edition,
  definitions,
  newDefinition,
  snapshots,
  snapshot,
] as const
