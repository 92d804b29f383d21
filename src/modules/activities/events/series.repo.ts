import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { headerKey } from '../../registry/index.ts'

type Series = { readonly id: number; readonly title: string; readonly events: number }

const KIND = 'event_series'
const MOST = 1000

/** Those that have an event everybody may see; `all` also those with drafts only, or none yet. */
export async function findSeries(db: ReadDb, all: boolean): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select v.id, v.label as title, count(e.id)::int as events from registry.classifier_value v
    left join activities.event e on e.series_id = v.id and e.state <> 'draft'
    where v.kind = ${KIND} and (v.retired_at is null or e.id is not null)
    group by v.id, v.label having ${all} or count(e.id) > 0 order by v.label, v.id limit ${MOST}`.execute(db)
  return rows
}

/** The series of this title, made where there is none. */
export async function findOrMakeSeries(tx: Tx, title: string): Promise<number> {
  const key = headerKey(title)
  await tx
    .insertInto('registry.classifier_value')
    .values({ kind: KIND, key, label: title })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'key']).doNothing())
    .execute()
  const found = await tx
    .selectFrom('registry.classifier_value')
    .select('id')
    .where('kind', '=', KIND)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return found.id
}
