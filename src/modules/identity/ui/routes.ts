import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('../sign-in/ui/start.page.tsx'), 'StartPage'),
})

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../accounts/ui/my-account.page.tsx'), 'MyAccountPage'),
})

export const identityRoutes = [start, mine] as const
