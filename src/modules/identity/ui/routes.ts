import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('../sign-in/ui/start.page.tsx'), 'StartPage'),
})

const outside = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/outside/$provider',
  component: lazyRouteComponent(() => import('../outside/ui/outside.page.tsx'), 'OutsidePage'),
})

const mine = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../accounts/ui/my-account.page.tsx'), 'MyAccountPage'),
})

export const identityRoutes = [start, outside, mine] as const
