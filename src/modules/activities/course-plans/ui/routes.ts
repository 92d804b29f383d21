import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../../web/root.tsx'
import { readCoursesSearch, readDueSearch, readPlansSearch } from './plans.search.ts'

const plans = createRoute({
  getParentRoute: () => rootRoute,
  path: '/course-plans',
  validateSearch: readPlansSearch,
  component: lazyRouteComponent(() => import('./plans.page.tsx'), 'CoursePlansPage'),
})

const courses = createRoute({
  getParentRoute: () => rootRoute,
  path: '/course-plans/courses',
  validateSearch: readCoursesSearch,
  component: lazyRouteComponent(() => import('./courses.page.tsx'), 'CoursesPage'),
})

const rule = createRoute({
  getParentRoute: () => rootRoute,
  path: '/course-plans/rule',
  component: lazyRouteComponent(() => import('./rule.page.tsx'), 'TrainingRulePage'),
})

const plan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/course-plans/$id',
  validateSearch: readCoursesSearch,
  component: lazyRouteComponent(() => import('./plan.page.tsx'), 'CoursePlanPage'),
})

const due = createRoute({
  getParentRoute: () => rootRoute,
  path: '/course-plans/$id/due',
  validateSearch: readDueSearch,
  component: lazyRouteComponent(() => import('./due.page.tsx'), 'CourseDuePage'),
})

export const coursePlanPageRoutes = [plans, courses, rule, plan, due] as const
