import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'

const selection = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/selection',
  component: lazyRouteComponent(() => import('../selection/ui/selection.page.tsx'), 'SelectionPage'),
})

export const populationRoutes = [selection] as const
