import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Coverage } from './series.contract.ts'

/** `which`: a condition on events `e`. Drafts and what was called off count for nothing. */
async function findCoverage(db: ReadDb, which: RawBuilder<unknown>): Promise<Coverage> {
  const { rows } = await sql<Coverage>`
    with these as (
      select e.id, e.state, e.held_on, f.interactive from activities.event e
      left join activities.form f on f.value_id = e.kind_id
      where e.state in ('announced', 'held') and ${which}
    ), came as (
      select a.person_id, s.organisation_id from these e
      join activities.attendance a on a.event_id = e.id and e.state = 'held'
      left join registry.person_span s
        on s.person_id = a.person_id and s.from_on <= e.held_on and s.to_on >= e.held_on
    )
    select
      (select count(*)::int from these where state = 'held') as held,
      (select count(*)::int from these where state = 'announced') as ahead,
      (select count(distinct person_id)::int from came) as people,
      (select count(distinct organisation_id)::int from came) as organisations,
      (select count(*)::int from these where state = 'held' and interactive) as interactive,
      (select count(*)::int from these where state = 'held' and interactive is not null) as "interactiveOf"`.execute(db)
  const [coverage] = rows
  if (coverage === undefined) throw new Error('a count of anything is a row')
  return coverage
}

export const findSeriesCoverage = (db: ReadDb, series: number): Promise<Coverage> =>
  findCoverage(db, sql`e.series_id = ${series}`)

/** The whole may have been a meeting of its own. */
export const findPartsCoverage = (db: ReadDb, whole: number): Promise<Coverage> =>
  findCoverage(db, sql`(e.part_of = ${whole} or e.id = ${whole})`)
