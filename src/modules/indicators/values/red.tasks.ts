import { sql } from 'kysely'
import type { TaskSource } from '../../../platform/tasks.ts'
import type { Vocabulary } from '../../population/index.ts'
import { standingOf } from '../bands/bands.contract.ts'
import { findBands } from '../bands/bands.repo.ts'
import { findDefinitionsAt } from '../definitions/definitions.repo.ts'
import { amountOf, computeTotals } from './compute.ts'

/** Figures of the district beyond their bounds about which nobody was asked within so many days. */
const ASKED_WITHIN_DAYS = 90
const NAMED = 4

/** Whoever may ask about the figures of the whole district hears of those that nobody was asked about yet. */
export const redTasks = (vocabulary: Vocabulary): TaskSource => ({
  may: 'question.ask',
  async find({ db, tenant, today, reach }) {
    if (!reach.district) return []
    const [bands, asked] = await Promise.all([findBands(db), findAsked(db, today)])
    const judged = bands.filter(({ code }) => !asked.has(code))
    if (judged.length === 0) return []
    const definitions = await findDefinitionsAt(
      db,
      today,
      judged.map(({ code }) => code),
    )
    const totals = await computeTotals(
      db,
      definitions.map((definition) => ({ definition, date: today })),
      { vocabulary, tenant },
    )
    const bad = definitions.flatMap(({ code }, i) => {
      const total = totals[i]
      const band = judged.find((one) => one.code === code)
      return standingOf(total === undefined ? null : amountOf(total), band) === 'bad' ? [code] : []
    })
    if (bad.length === 0) return []
    const codes = `${bad.slice(0, NAMED).join(', ')}${bad.length > NAMED ? ' …' : ''}`
    const link = bad.length === 1 ? `/indicators/${bad[0]}` : '/indicators'
    return [{ code: 'red_unasked', count: bad.length, says: { codes }, link }]
  },
})

async function findAsked(db: Parameters<typeof findBands>[0], today: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct i.code from indicators.question q
    join indicators.indicator i on i.tenant_id = q.tenant_id and i.id = q.indicator_id
    where q.asked_at > ${today}::date - ${ASKED_WITHIN_DAYS}::int`.execute(db)
  return new Set(rows.map(({ code }) => code))
}
