import { createRouter } from '@tanstack/react-router'
import { coursePlanPageRoutes } from '../modules/activities/course-plans/ui/routes.ts'
import { enrolmentPageRoutes } from '../modules/activities/enrolment/ui/routes.ts'
import { eventRequestPageRoutes } from '../modules/activities/event-requests/ui/routes.ts'
import { inHousePageRoutes } from '../modules/activities/in-house/ui/routes.ts'
import { internshipPageRoutes } from '../modules/activities/internships/ui/routes.ts'
import { programmePageRoutes } from '../modules/activities/programmes/ui/routes.ts'
import { runPageRoutes } from '../modules/activities/runs/ui/routes.ts'
import { selfStudyPageRoutes } from '../modules/activities/self-study/ui/routes.ts'
import { activityRoutes } from '../modules/activities/ui/routes.ts'
import { decisionRoutes } from '../modules/decisions/ui/routes.ts'
import { documentPageRoutes } from '../modules/documents/ui/routes.ts'
import { homeRoutes } from '../modules/home/ui/routes.ts'
import { identityRoutes } from '../modules/identity/ui/routes.ts'
import { indicatorRoutes } from '../modules/indicators/ui/routes.ts'
import { journalPageRoutes } from '../modules/journal/ui/routes.ts'
import { operationRoutes } from '../modules/operation/ui/routes.ts'
import { populationRoutes } from '../modules/population/ui/routes.ts'
import { privacyPageRoutes } from '../modules/privacy/ui/routes.ts'
import { registryRoutes } from '../modules/registry/ui/routes.ts'
import { guideRoutes } from './help/routes.ts'
import { expectTitle } from './kit/arrival.ts'
import { rootRoute } from './root.tsx'
import { parseSearch, stringifySearch } from './search.ts'
import { BrokenPage } from './shell/broken-page.tsx'
import { MissingPage } from './shell/missing-page.tsx'

const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...indicatorRoutes,
  ...documentPageRoutes,
  ...decisionRoutes,
  ...populationRoutes,
  ...activityRoutes,
  ...enrolmentPageRoutes,
  ...programmePageRoutes,
  ...runPageRoutes,
  ...internshipPageRoutes,
  ...selfStudyPageRoutes,
  ...coursePlanPageRoutes,
  ...eventRequestPageRoutes,
  ...inHousePageRoutes,
  ...registryRoutes,
  ...identityRoutes,
  ...operationRoutes,
  ...journalPageRoutes,
  ...privacyPageRoutes,
  ...guideRoutes,
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) expectTitle()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
