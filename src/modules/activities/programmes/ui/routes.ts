import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readProgrammesSearch } from './programmes.search.ts'

const programmes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes',
  validateSearch: readProgrammesSearch,
  component: lazyRouteComponent(() => import('./programmes.page.tsx'), 'ProgrammesPage'),
})

const ask = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes/request',
  component: lazyRouteComponent(() => import('./new-programme.page.tsx'), 'AskForProgrammePage'),
})

const begin = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes/new',
  component: lazyRouteComponent(() => import('./new-programme.page.tsx'), 'NewProgrammePage'),
})

const programme = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes/$id',
  component: lazyRouteComponent(() => import('./programme.page.tsx'), 'ProgrammePage'),
})

export const programmePageRoutes = [programmes, ask, begin, programme] as const
