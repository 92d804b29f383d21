import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../../web/root.tsx'
import { QuestionsSearch } from '../questions/ui/questions.search.ts'
import { FiguresSearch } from './figures.search.ts'

const indicators = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  validateSearch: FiguresSearch.extend({ view: z.enum(['table', 'map']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../values/ui/indicators.page.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code',
  validateSearch: FiguresSearch,
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
  validateSearch: FiguresSearch.pick({ date: true, before: true }),
  component: lazyRouteComponent(() => import('../region/ui/region.page.tsx'), 'RegionPage'),
})

export const indicatorRoutes = [
  questions,
  indicators,
  indicator,
  region,
  edition,
  definitions,
  newDefinition,
  snapshots,
  snapshot,
] as const
