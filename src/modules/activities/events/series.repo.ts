import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

type Series = { readonly id: number; readonly title: string; readonly events: number }

/** The list of series. */
export const SERIES = 'event_series'
const MOST = 1000

/** Those that have an event everybody may see; `all` also those with drafts only, or none yet. */
export async function findSeries(db: ReadDb, all: boolean): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select v.id, v.label as title, count(e.id)::int as events from registry.classifier_value v
    left join activities.event e on e.series_id = v.id and e.state <> 'draft'
    where v.kind = ${SERIES} and (v.retired_at is null or e.id is not null)
    group by v.id, v.label having ${all} or count(e.id) > 0 order by v.label, v.id limit ${MOST}`.execute(db)
  return rows
}

/** Whether or not it has an event everybody may see. */
export async function findOneSeries(db: ReadDb, id: number): Promise<Pick<Series, 'id' | 'title'> | undefined> {
  const { rows } = await sql<Pick<Series, 'id' | 'title'>>`
    select id, label as title from registry.classifier_value where id = ${id} and kind = ${SERIES}`.execute(db)
  return rows[0]
}
