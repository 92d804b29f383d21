import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../../web/root.tsx'
import { readJournalSearch } from './journal.search.ts'

const journal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import('./journal.page.tsx'), 'JournalPage'),
})

export const journalPageRoutes = [journal] as const
