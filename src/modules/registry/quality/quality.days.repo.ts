import { sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { QUALITY_DAYS, type QualityDay } from './quality.contract.ts'
import { doubtsOf } from './quality.repo.ts'

type Seen = { readonly reach: Reach; readonly today: string }

const ALL: Reach = { district: true, organisations: [], people: [] }

/** Keeps how many people of each organisation there is something to mend about, where that has changed since it was kept last. */
export async function keepQualityDay(tx: Tx, today: string): Promise<void> {
  await sql`
    with ${doubtsOf({ reach: ALL, today })},
    kept as (
      select distinct on (organisation_id) organisation_id, people, doubtful from registry.quality_day
      where on_day < ${today} order by organisation_id, on_day desc
    )
    insert into registry.quality_day (organisation_id, on_day, people, doubtful)
    select organisation_id, ${today}::date, coalesce(n.people, 0), coalesce(n.doubtful, 0)
    from counted n full join kept k using (organisation_id)
    where (coalesce(n.people, 0), coalesce(n.doubtful, 0)) is distinct from (k.people, k.doubtful)
    on conflict (tenant_id, organisation_id, on_day) do update set people = excluded.people, doubtful = excluded.doubtful`.execute(
    tx,
  )
}

/** The days on which it changed, summed over the organisations within reach, and today as it is now. */
export async function findQualityDays(
  db: ReadDb,
  { reach, today }: Seen,
  organisation?: number,
): Promise<QualityDay[]> {
  const own = organisation === undefined ? reach : { district: false, organisations: [organisation], people: [] }
  const { rows } = await sql<QualityDay>`
    with ${doubtsOf({ reach: own, today })},
    step as (
      select on_day, people - lag(people, 1, 0) over w as people, doubtful - lag(doubtful, 1, 0) over w as doubtful
      from registry.quality_day
      where on_day < ${today} and (${own.district} or organisation_id = any (${[...own.organisations]}::bigint[]))
      window w as (partition by organisation_id order by on_day)
    ),
    day as (
      select on_day, sum(sum(people)) over (order by on_day)::int as people,
        sum(sum(doubtful)) over (order by on_day)::int as doubtful
      from step group by on_day
    )
    select on_day as "on", people, doubtful from day where on_day > ${today}::date - ${QUALITY_DAYS}::int
    union all
    select ${today}::date, coalesce(sum(people), 0)::int, coalesce(sum(doubtful), 0)::int from counted
    order by 1`.execute(db)
  return rows
}
