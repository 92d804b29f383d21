import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../root.tsx'

const contents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guide',
  component: lazyRouteComponent(() => import('./guide.page.tsx'), 'GuideContents'),
})

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guide/$page',
  component: lazyRouteComponent(() => import('./guide.page.tsx'), 'GuidePageByName'),
})

export const guideRoutes = [contents, page] as const
