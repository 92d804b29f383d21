import type { Database } from '../../../platform/db/db.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { findDistrictsOf, type RegionDistrict } from '../../registry/index.ts'
import { findDefinitionsAt } from '../definitions/definitions.repo.ts'
import { computeTotals } from '../values/compute.ts'
import { hideSmallFigure } from '../values/islands.ts'
import * as contract from './region.contract.ts'
import { type Counted, sideBySide } from './side-by-side.ts'

/** Districts counted at the same time: whoever looks at one of them meanwhile must not wait for a region. */
const AT_ONCE = 2

export function regionRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listRegionIndicators, {
      may: 'region.read',
      heavy: true,
      run: async ({ db, actor, today, language, services }, { query }) => {
        const date = query.date ?? today
        const regions = actor.grants.flatMap(({ region }) => region ?? [])
        const districts = await findDistrictsOf(db, [...new Set(regions)], contract.MOST_DISTRICTS)
        const wanted = { vocabulary, date, codes: query.code }
        const counted = await twoAtATime(districts, (district) => countDistrict(services.database, district, wanted))
        return { date, ...sideBySide(counted, language) }
      },
    }),
  ]
}

type Wanted = { readonly vocabulary: Vocabulary; readonly date: string; readonly codes: readonly string[] | undefined }

/** The totals of one district, read over a connection that sees that district alone. */
async function countDistrict(
  database: Database,
  { id, code, name }: RegionDistrict,
  { vocabulary, date, codes }: Wanted,
): Promise<Counted> {
  const db = database.reader(id)
  const definitions = await findDefinitionsAt(db, date, codes)
  const wanted = definitions.map((definition) => ({ definition, date }))
  const totals = await computeTotals(db, wanted, { vocabulary, tenant: id })
  const figures = definitions.map((definition, i) => {
    const figure = totals[i] ?? { numerator: 0, denominator: null }
    return { definition, figure: hideSmallFigure(vocabulary, definition.body, figure) }
  })
  return { code, name, figures }
}

async function twoAtATime<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let first = 0; first < items.length; first += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(first, first + AT_ONCE).map(run))))
  }
  return results
}
