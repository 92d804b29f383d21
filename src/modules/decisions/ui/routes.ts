import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, day } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'

const note = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notes/monitoring',
  validateSearch: addressOf({
    date: day,
    /** The day that is compared with. */
    before: day,
  }),
  component: lazyRouteComponent(() => import('../note/ui/note.page.tsx'), 'NotePage'),
})

export const decisionRoutes = [note] as const
