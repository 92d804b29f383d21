import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { FIGURES } from '../../indicators/ui/index.ts'

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

export const homeRoutes = [home, my] as const
