import { query, type Route } from '../../../platform/http/route.ts'
import { listEventSeries } from './series.contract.ts'
import { findSeries } from './series.repo.ts'

export const seriesRoutes: readonly Route[] = [
  query(listEventSeries, {
    may: 'event.read',
    run: async ({ db, mayAlso }) => {
      const items = await findSeries(db, mayAlso('event.manage'))
      return { items, total: items.length }
    },
  }),
]
