import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { REQUEST_STATES } from '../requests/requests.contract.ts'

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data',
  component: lazyRouteComponent(() => import('../register/ui/register.page.tsx'), 'RegisterPage'),
})

const myConsents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/consents',
  component: lazyRouteComponent(() => import('../consents/ui/my-consents.page.tsx'), 'MyConsentsPage'),
})

/** A text of consent is a document of its own: nothing else stands on its page. */
const myConsent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/consents/$kind',
  component: lazyRouteComponent(() => import('../consents/ui/my-consent.page.tsx'), 'MyConsentPage'),
})

const consents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consents',
  component: lazyRouteComponent(() => import('../consents/ui/consents.page.tsx'), 'ConsentsPage'),
})

const consentKind = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consents/$kind',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../consents/ui/consent.page.tsx'), 'ConsentPage'),
})

const myRequests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/requests',
  component: lazyRouteComponent(() => import('../requests/ui/my-requests.page.tsx'), 'MyRequestsPage'),
})

const requests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data/requests',
  validateSearch: addressOf({ state: oneOf(REQUEST_STATES), page: count }),
  component: lazyRouteComponent(() => import('../requests/ui/requests.page.tsx'), 'RequestsPage'),
})

const request = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data/requests/$id',
  component: lazyRouteComponent(() => import('../requests/ui/request.page.tsx'), 'RequestPage'),
})

const erasure = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data/requests/$id/erasure',
  component: lazyRouteComponent(() => import('../requests/ui/erasure.page.tsx'), 'ErasurePage'),
})

const incidents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../incidents/ui/incidents.page.tsx'), 'IncidentsPage'),
})

export const privacyPageRoutes = [
  register,
  myConsents,
  myConsent,
  consents,
  consentKind,
  myRequests,
  requests,
  request,
  erasure,
  incidents,
] as const
