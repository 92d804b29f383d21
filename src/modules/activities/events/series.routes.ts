import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import { findPartsCoverage, findSeriesCoverage } from './coverage.repo.ts'
import { scopeOfReading } from './events.scope.ts'
import { getEvent } from './events.service.ts'
import { getEventSeries, getPartsCoverage, listEventSeries } from './series.contract.ts'
import { findOneSeries, findSeries } from './series.repo.ts'

/** Series are the district's. */
export const scopeOfSeries = async (
  { db }: { readonly db: ReadDb },
  { params }: { readonly params: { readonly id: number } },
): Promise<Scope | undefined> => ((await findOneSeries(db, params.id)) === undefined ? undefined : 'district')

/** For what belongs to a series: of one nobody knows there is none, rather than an empty one. */
export async function refuseUnknownSeries(db: ReadDb, id: number): Promise<void> {
  if ((await findOneSeries(db, id)) === undefined) throw new Refusal('not_found', 'not_found')
}

export const seriesRoutes: readonly Route[] = [
  query(listEventSeries, {
    may: 'event.read',
    run: async ({ db, mayAlso }) => {
      const items = await findSeries(db, mayAlso('event.manage'))
      return { items, total: items.length }
    },
  }),
  query(getEventSeries, {
    may: 'event.read',
    over: scopeOfSeries,
    run: async ({ db, reachAlso }, { params: { id } }) => {
      const series = await findOneSeries(db, id)
      if (series === undefined) throw new Refusal('not_found', 'not_found')
      const can: 'feedback'[] = reachAlso('event.manage')?.district ? ['feedback'] : []
      return { ...series, coverage: await findSeriesCoverage(db, id), can }
    },
  }),
  query(getPartsCoverage, {
    may: 'event.read',
    over: scopeOfReading,
    run: async (context, { params: { id } }) => {
      // A draft is there only for who may change it.
      await getEvent(context, context.db, id)
      return await findPartsCoverage(context.db, id)
    },
  }),
]
