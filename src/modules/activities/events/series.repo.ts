import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'

type Series = { readonly id: number; readonly title: string; readonly events: number }

const MOST = 1000

/** Those that have an event everybody may see; `all` also those with drafts only. */
export async function findSeries(db: ReadDb, all: boolean): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select s.id, s.title, count(e.id)::int as events from activities.series s
    left join activities.event e on e.series_id = s.id and e.state <> 'draft'
    group by s.id, s.title having ${all} or count(e.id) > 0 order by s.title, s.id limit ${MOST}`.execute(db)
  return rows
}

/** The series of this title, made where there is none. */
export async function findOrMakeSeries(tx: Tx, title: string): Promise<number> {
  await tx
    .insertInto('activities.series')
    .values({ title })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'title']).doNothing())
    .execute()
  const found = await tx
    .selectFrom('activities.series')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  return found.id
}
