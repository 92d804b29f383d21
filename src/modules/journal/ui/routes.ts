import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf, count } from '../../../web/address.ts'
import { rootRoute } from '../../../web/root.tsx'
import { readJournalSearch } from './journal.search.ts'

const journal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import('./journal.page.tsx'), 'JournalPage'),
})

const mySights = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/sights',
  validateSearch: addressOf({ page: count }),
  component: lazyRouteComponent(() => import('../sights/ui/my-sights.page.tsx'), 'MySightsPage'),
})

export const journalPageRoutes = [journal, mySights] as const
