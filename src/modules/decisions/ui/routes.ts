import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { Day } from '../../../platform/contract.ts'
import { rootRoute } from '../../../web/root.tsx'

const note = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notes/monitoring',
  validateSearch: z.object({
    date: Day.optional().catch(undefined),
    /** The day that is compared with. */
    before: Day.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../note/ui/note.page.tsx'), 'NotePage'),
})

export const decisionRoutes = [note] as const
