import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, oneOf } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { FIGURES } from '../../indicators/ui/index.ts'
import { AIMS } from '../attestation/attestation.contract.ts'

/** What to do next, and what one comes for most: figures, one's own record, or the places one may go to. */
const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: addressOf(FIGURES),
  component: lazyRouteComponent(() => import('./home.page.tsx'), 'HomePage'),
})

const my = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my',
  component: lazyRouteComponent(() => import('../my/ui/my.page.tsx'), 'MyPage'),
})

const attestation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/attestation',
  validateSearch: addressOf({ aim: oneOf(AIMS) }),
  component: lazyRouteComponent(() => import('../attestation/ui/attestation.page.tsx'), 'AttestationPage'),
})

const asked = createRoute({
  getParentRoute: () => rootRoute,
  path: '/asked',
  component: lazyRouteComponent(() => import('../asked/ui/asked.page.tsx'), 'AskedPage'),
})

export const homeRoutes = [home, my, attestation, asked] as const
