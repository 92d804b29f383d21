import { query, type Route } from '../../../platform/http/route.ts'
import { requireTenant, type Vocabulary, within } from '../../population/index.ts'
import { statesSeen } from '../snapshots/snapshot.life.ts'
import { findCodes } from '../snapshots/snapshots.repo.ts'
import * as contract from './trend.contract.ts'
import { daysOfTrend } from './trend.days.ts'
import { findFrozenTotals } from './trend.frozen.ts'
import { findTrends } from './trend.ts'

export function trendRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listTrends, {
      may: 'indicator.read',
      heavy: true,
      run: async ({ db, tenant, reach, today, mayAlso }, { query }) => {
        const date = query.date ?? today
        const days = daysOfTrend(date, query.points, query.step)
        const frozen = await findFrozenTotals(db, {
          from: days[0] ?? date,
          to: date,
          states: statesSeen(reach),
          organisations: reach.district ? undefined : await findCodes(db, reach.organisations),
        })
        const indicators = await findTrends(db, days, frozen, {
          vocabulary,
          tenant: requireTenant(tenant),
          within: within(reach),
          codes: query.code,
          smallToo: mayAlso('island.diagnostics'),
        })
        return { date, of: reach.district ? ('district' as const) : ('own' as const), indicators }
      },
    }),
  ]
}
