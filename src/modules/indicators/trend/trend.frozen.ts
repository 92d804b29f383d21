import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { DefinitionBody } from '../definitions/definition.contract.ts'
import type { Snapshot } from '../snapshots/snapshots.contract.ts'

export type FrozenTotal = {
  readonly snapshot: number
  readonly title: string
  readonly date: string
  readonly code: string
  readonly body: DefinitionBody
  readonly numerator: number
  readonly denominator: number | null
}

type Wanted = {
  readonly from: string
  readonly to: string
  readonly states: readonly Snapshot['state'][]
  /** Codes of the organisations to be summed; undefined: of the whole district. */
  readonly organisations: readonly string[] | undefined
}

/** More would be more than anybody reads on a line. */
const MOST_SNAPSHOTS = 12

/** Totals of frozen figures of days within the window; of several snapshots of a day those of the last one taken. */
export async function findFrozenTotals(db: ReadDb, wanted: Wanted): Promise<FrozenTotal[]> {
  const { from, to, states, organisations } = wanted
  const rows =
    organisations === undefined
      ? sql`v.slice = ''`
      : sql`v.slice = 'organisation' and v.key = any (${[...organisations]}::text[])`
  const { rows: found } = await sql<FrozenTotal>`
    with taken as (
      select distinct on (on_date) id, on_date, title from indicators.snapshot
      where on_date between ${from}::date and ${to}::date and state = any (${[...states]}::text[])
      order by on_date desc, id desc limit ${MOST_SNAPSHOTS})
    select s.id as snapshot, s.title, s.on_date as date, i.code, d.body, v.numerator, v.denominator
    from taken s
    join lateral (
      select definition_id, sum(numerator) as numerator, sum(denominator) as denominator
      from indicators.snapshot_value v
      where v.snapshot_id = s.id and v.on_date = s.on_date and ${rows} group by definition_id) v on true
    join indicators.definition d on d.id = v.definition_id
    join indicators.indicator i on i.id = d.indicator_id
    order by s.on_date, i.code`.execute(db)
  return found
}
