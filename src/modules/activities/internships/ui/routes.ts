import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readHostsSearch, readInternshipsSearch, readModelsSearch } from './internships.search.ts'

const internships = createRoute({
  getParentRoute: () => rootRoute,
  path: '/internships',
  validateSearch: readInternshipsSearch,
  component: lazyRouteComponent(() => import('./internships.page.tsx'), 'InternshipsPage'),
})

const arranging = createRoute({
  getParentRoute: () => rootRoute,
  path: '/internships/new',
  component: lazyRouteComponent(() => import('./arrange.page.tsx'), 'ArrangePage'),
})

const models = createRoute({
  getParentRoute: () => rootRoute,
  path: '/internships/models',
  validateSearch: readModelsSearch,
  component: lazyRouteComponent(() => import('./models.page.tsx'), 'ModelsPage'),
})

const hosts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/internships/hosts',
  validateSearch: readHostsSearch,
  component: lazyRouteComponent(() => import('./hosts.page.tsx'), 'HostsPage'),
})

const internship = createRoute({
  getParentRoute: () => rootRoute,
  path: '/internships/$id',
  component: lazyRouteComponent(() => import('./internship.page.tsx'), 'InternshipPage'),
})

export const internshipPageRoutes = [internships, arranging, models, hosts, internship] as const
