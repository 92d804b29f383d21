import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count } from '../../../web/address.ts'
import { askAhead } from '../../../web/queries.ts'
import { rootRoute } from '../../../web/root.tsx'
import { readClassifiersSearch } from '../classifiers/ui/classifiers.search.ts'
import { readAccountsSearch } from '../grants/ui/accounts.search.ts'
import { organisationsQuery } from '../organisations/ui/organisations.query.ts'
import { readOrganisationsSearch } from '../organisations/ui/organisations.search.ts'
import { peopleQuery } from '../people/ui/people.query.ts'
import { readPeopleSearch } from '../people/ui/people.search.ts'
import { readProfilesSearch } from '../profiles/ui/profiles.search.ts'
import { readQualitySearch } from '../quality/ui/quality.search.ts'
import { readStateFormsSearch } from '../state-form/ui/state-forms.search.ts'

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => askAhead(peopleQuery(deps)),
  component: lazyRouteComponent(() => import('../people/ui/people.page.tsx'), 'PeoplePage'),
})

const newPerson = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/new',
  component: lazyRouteComponent(() => import('../people/ui/new-person.page.tsx'), 'NewPersonPage'),
})

const doubles = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/doubles',
  /** The cards somebody wants to compare. */
  validateSearch: addressOf({ page: count, first: count, second: count }),
  component: lazyRouteComponent(() => import('../doubles/ui/doubles.page.tsx'), 'DoublesPage'),
})

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../people/ui/person.page.tsx'), 'PersonPage'),
})

const split = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id/split',
  component: lazyRouteComponent(() => import('../doubles/ui/split.page.tsx'), 'SplitPage'),
})

const organisations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisations',
  validateSearch: readOrganisationsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => askAhead(organisationsQuery(deps)),
  component: lazyRouteComponent(() => import('../organisations/ui/organisations.page.tsx'), 'OrganisationsPage'),
})

const organisation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('../organisations/ui/organisation.page.tsx'), 'OrganisationPage'),
})

const stateForms = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quality/forms',
  validateSearch: readStateFormsSearch,
  component: lazyRouteComponent(() => import('../state-form/ui/state-forms.page.tsx'), 'StateFormsPage'),
})

const quality = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quality',
  validateSearch: readQualitySearch,
  component: lazyRouteComponent(() => import('../quality/ui/quality.page.tsx'), 'QualityPage'),
})

const accounts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import('../grants/ui/accounts.page.tsx'), 'AccountsPage'),
})

const slips = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/slips',
  component: lazyRouteComponent(() => import('../grants/ui/slips.page.tsx'), 'SlipsPage'),
})

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('../grants/ui/account.page.tsx'), 'AccountPage'),
})

const signInRules = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/rules',
  component: lazyRouteComponent(() => import('../sign-in-rules/ui/rules.page.tsx'), 'RulesPage'),
})

const classifiers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/classifiers',
  validateSearch: readClassifiersSearch,
  component: lazyRouteComponent(() => import('../classifiers/ui/classifiers.page.tsx'), 'ClassifiersPage'),
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

const loadProfiles = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loads/profiles',
  validateSearch: readProfilesSearch,
  component: lazyRouteComponent(() => import('../profiles/ui/profiles.page.tsx'), 'ProfilesPage'),
})

export const registryRoutes = [
  ...[people, newPerson, doubles, person, split],
  ...[organisations, organisation, quality, stateForms],
  ...[accounts, slips, account, signInRules],
  ...[classifiers, loads, load, loadProfiles],
] as const
