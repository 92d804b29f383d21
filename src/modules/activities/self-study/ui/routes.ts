import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readNewSelfStudySearch, readSelfStudiesSearch } from './self-studies.search.ts'

const studies = createRoute({
  getParentRoute: () => rootRoute,
  path: '/self-studies',
  validateSearch: readSelfStudiesSearch,
  component: lazyRouteComponent(() => import('./self-studies.page.tsx'), 'SelfStudiesPage'),
})

const arranging = createRoute({
  getParentRoute: () => rootRoute,
  path: '/self-studies/new',
  validateSearch: readNewSelfStudySearch,
  component: lazyRouteComponent(() => import('./new-self-study.page.tsx'), 'NewSelfStudyPage'),
})

const asking = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/self-studies/new',
  validateSearch: readNewSelfStudySearch,
  component: lazyRouteComponent(() => import('./new-self-study.page.tsx'), 'AskSelfStudyPage'),
})

const study = createRoute({
  getParentRoute: () => rootRoute,
  path: '/self-studies/$id',
  component: lazyRouteComponent(() => import('./self-study.page.tsx'), 'SelfStudyPage'),
})

export const selfStudyPageRoutes = [studies, arranging, asking, study] as const
