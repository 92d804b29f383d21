import { sql } from 'kysely'
import type { AskedSource } from '../../../platform/asked.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Counted } from './minutes.ts'

/** A source by the name it has in the whole house: `<module>.<kind>`. */
export type KnownSource = { readonly kind: string; readonly words: string; readonly source: AskedSource }

/** Since the day, by month and kind, by month, and in all; of some people only, or of everybody. */
export async function countAsked(
  db: ReadDb,
  sources: readonly KnownSource[],
  from: string,
  people?: readonly number[],
): Promise<Counted[]> {
  const all = sources.map(
    ({ kind, source }) => sql`select ${kind} as kind, s.person_id, s.on_day, s.answered from (${source.rows}) s`,
  )
  const whose = people === undefined ? sql`true` : sql`a.person_id = any (${[...people]}::bigint[])`
  const { rows } = await sql<Counted>`
    select to_char(a.on_day, 'YYYY-MM') as month, a.kind, count(*)::int as times,
      count(*) filter (where a.answered)::int as answered, count(distinct a.person_id)::int as people
    from (${sql.join(all, sql` union all `)}) a
    where a.on_day >= ${from} and ${whose}
    group by grouping sets ((to_char(a.on_day, 'YYYY-MM'), a.kind), (to_char(a.on_day, 'YYYY-MM')), ())`.execute(db)
  return rows
}

type Kept = { readonly minutes: Readonly<Record<string, number>>; readonly version: number }

/** 1 where nobody has said anything yet. */
export async function findMinutes(db: ReadDb): Promise<Kept> {
  const { rows } = await sql<Kept>`select minutes, version from home.asked_minutes`.execute(db)
  return rows[0] ?? { minutes: {}, version: 1 }
}

/** False when the version is another one by now. */
export async function writeMinutes(tx: Tx, version: number, minutes: Kept['minutes']): Promise<boolean> {
  const said = JSON.stringify(minutes)
  const { rows } = await sql`
    insert into home.asked_minutes (minutes) select ${said}::jsonb where ${version} = 1
    on conflict do nothing returning 1`.execute(tx)
  if (rows.length === 1) return true
  const changed = await sql`update home.asked_minutes set minutes = ${said}::jsonb, version = version + 1
    where version = ${version}`.execute(tx)
  return changed.numAffectedRows === 1n
}
