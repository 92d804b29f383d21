import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf, text } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { readQuestionsSearch } from '../questions/ui/questions.search.ts'
import { DAYS, FIGURES } from './figures.search.ts'

const indicators = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  validateSearch: addressOf({ ...FIGURES, view: oneOf(['table', 'map']) }),
  component: lazyRouteComponent(() => import('../values/ui/indicators.page.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$code',
  validateSearch: addressOf(FIGURES),
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

const readyIndicators = createRoute({
  getParentRoute: () => rootRoute,
  path: '/definitions/ready',
  component: lazyRouteComponent(() => import('../definitions/ui/ready.page.tsx'), 'ReadyPage'),
})

const newDefinition = createRoute({
  getParentRoute: () => rootRoute,
  path: '/definitions/new',
  /** The indicator that is copied, or one of other districts that is taken over. */
  validateSearch: addressOf({ from: text(20), ready: text(20) }),
  component: lazyRouteComponent(() => import('../definitions/ui/new-definition.page.tsx'), 'NewDefinitionPage'),
})

const snapshots = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots',
  validateSearch: addressOf({ page: count }),
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
  validateSearch: readQuestionsSearch,
  component: lazyRouteComponent(() => import('../questions/ui/questions.page.tsx'), 'QuestionsPage'),
})

const region = createRoute({
  getParentRoute: () => rootRoute,
  path: '/region',
  validateSearch: addressOf(DAYS),
  component: lazyRouteComponent(() => import('../region/ui/region.page.tsx'), 'RegionPage'),
})

export const indicatorRoutes = [
  questions,
  indicators,
  indicator,
  region,
  edition,
  definitions,
  readyIndicators,
  newDefinition,
  snapshots,
  snapshot,
] as const
