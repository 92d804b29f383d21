import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count, oneOf } from '../../../../web/address.ts'
import { rootRoute } from '../../../../web/root.tsx'
import { STANDINGS } from '../group/group.contract.ts'
import { LEARNER_SORTS } from '../group/ui/group.search.ts'

const run = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/run',
  validateSearch: addressOf({
    standing: oneOf(STANDINGS),
    lacking: oneOf(['yes']),
    unchosen: oneOf(['yes']),
    sort: oneOf(LEARNER_SORTS),
    page: count,
  }),
  component: lazyRouteComponent(() => import('../group/ui/run.page.tsx'), 'RunPage'),
})

const journal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/journal',
  validateSearch: addressOf({ sort: oneOf(LEARNER_SORTS), page: count }),
  component: lazyRouteComponent(() => import('../group/ui/journal.page.tsx'), 'JournalPage'),
})

const results = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/examinations/$examination',
  component: lazyRouteComponent(() => import('../examinations/ui/results.page.tsx'), 'ResultsPage'),
})

const closing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id/closing',
  component: lazyRouteComponent(() => import('../closing/ui/closing.page.tsx'), 'ClosingPage'),
})

const myCourses = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/courses',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../own/ui/my-courses.page.tsx'), 'MyCoursesPage'),
})

export const runPageRoutes = [run, journal, results, closing, myCourses] as const
