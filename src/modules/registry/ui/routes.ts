import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'
import { OrganisationsSearch } from '../organisations/ui/organisations.search.ts'
import { PeopleSearch } from '../people/ui/people.search.ts'

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: PeopleSearch,
  component: lazyRouteComponent(() => import('../people/ui/people.page.tsx'), 'PeoplePage'),
})

const newPerson = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/new',
  component: lazyRouteComponent(() => import('../people/ui/new-person.page.tsx'), 'NewPersonPage'),
})

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../people/ui/person.page.tsx'), 'PersonPage'),
})

const organisations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisations',
  validateSearch: OrganisationsSearch,
  component: lazyRouteComponent(() => import('../organisations/ui/organisations.page.tsx'), 'OrganisationsPage'),
})

const organisation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('../organisations/ui/organisation.page.tsx'), 'OrganisationPage'),
})

const loads = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loads',
  component: lazyRouteComponent(() => import('../loads/ui/loads.page.tsx'), 'LoadsPage'),
})

const load = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loads/$id',
  component: lazyRouteComponent(() => import('../loads/ui/load.page.tsx'), 'LoadPage'),
})

export const registryRoutes = [people, newPerson, person, organisations, organisation, loads, load] as const
