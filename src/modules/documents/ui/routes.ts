import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, day, oneOf, text } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { CLAIM_STATES } from '../claims/claims.contract.ts'
import { DEED_KINDS } from '../elsewhere/deeds.kinds.contract.ts'
import { DEEDS_SENT } from '../elsewhere/elsewhere.contract.ts'
import { DUE_STATES } from '../federal/federal.contract.ts'
import { PAPER_KINDS } from '../papers/kinds.contract.ts'
import { DOCUMENT_STATES } from '../register/documents.contract.ts'

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: addressOf({
    q: text(),
    kind: oneOf(PAPER_KINDS),
    state: oneOf(DOCUMENT_STATES),
    from: day,
    to: day,
    sort: oneOf(['issued', '-issued', 'number', '-number', 'holder', '-holder']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('../register/ui/register.page.tsx'), 'RegisterPage'),
})

const give = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/new',
  component: lazyRouteComponent(() => import('../register/ui/giving.page.tsx'), 'GivingPage'),
})

const batch = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/batches/$id',
  component: lazyRouteComponent(() => import('../register/ui/batch.page.tsx'), 'BatchPage'),
})

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/settings',
  component: lazyRouteComponent(() => import('../letterhead/ui/settings.page.tsx'), 'SettingsPage'),
})

const claims = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/claims',
  validateSearch: addressOf({
    q: text(),
    state: oneOf(CLAIM_STATES),
    sort: oneOf(['made', '-made', 'done', '-done', 'name', '-name']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('../claims/ui/claims.page.tsx'), 'ClaimsPage'),
})

const deeds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/deeds',
  validateSearch: addressOf({
    q: text(),
    state: oneOf(DEEDS_SENT),
    kind: oneOf(DEED_KINDS),
    sort: oneOf(['made', '-made', 'ends', '-ends', 'name', '-name']),
    page: count,
  }),
  component: lazyRouteComponent(() => import('../elsewhere/ui/deeds.page.tsx'), 'DeedsPage'),
})

const recording = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/deeds/new',
  component: lazyRouteComponent(() => import('../elsewhere/ui/recording.page.tsx'), 'RecordingPage'),
})

const federal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/federal',
  validateSearch: addressOf({ q: text(), state: oneOf(DUE_STATES), page: count }),
  component: lazyRouteComponent(() => import('../federal/ui/federal.page.tsx'), 'FederalPage'),
})

const federalFile = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/federal/$id',
  component: lazyRouteComponent(() => import('../federal/ui/file.page.tsx'), 'FederalFilePage'),
})

const myDeeds = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/deeds',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../elsewhere/ui/my-deeds.page.tsx'), 'MyDeedsPage'),
})

const myClaims = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/claims',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../claims/ui/my-claims.page.tsx'), 'MyClaimsPage'),
})

const document = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('../register/ui/document.page.tsx'), 'DocumentPage'),
})

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/documents',
  component: lazyRouteComponent(() => import('../register/ui/my-documents.page.tsx'), 'MyDocumentsPage'),
})

/** For anybody who holds a paper, signed in or not. */
const check = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check/$code',
  component: lazyRouteComponent(() => import('../checking/ui/check.page.tsx'), 'CheckPage'),
})

export const documentPageRoutes = [
  ...[
    register,
    give,
    batch,
    settings,
    claims,
    deeds,
    recording,
    federal,
    federalFile,
    document,
    mine,
    myClaims,
    myDeeds,
    check,
  ],
] as const
