import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { IS_MISSING } from '../organisations/staff/staff.repo.ts'

/**
 * What indicators and populations need of everybody. Not the category: whoever has none is often told by an empty cell, and
 * nobody could ever fill it in. Positions are classified once for the district, not person by person.
 */
const NEEDED = ['experience', 'education', 'subject'] as const

/** What is not known of the people one may correct: whom it is about stands in the list behind the link. */
export const peopleTasks: TaskSource = {
  may: 'person.manage',
  async find({ db, reach, today }) {
    const counts = NEEDED.map(
      (what) => sql`${what}::text, count(distinct e.person_id) filter (where ${IS_MISSING[what]})`,
    )
    const { rows } = await sql<{ missing: Readonly<Record<string, number>> }>`
      select json_build_object(${sql.join(counts)}) as missing
      from registry.employment e
      join registry.person p on p.id = e.person_id
      join registry.position j on j.id = e.position_id
      where e.hired_on <= ${today} and (e.dismissed_on is null or e.dismissed_on >= ${today})
        and (${reach.district} or e.organisation_id = any (${[...reach.organisations]}::bigint[]))`.execute(db)
    const only = reach.district ? '' : reach.organisations.map((id) => `organisation=${id}&`).join('')
    return NEEDED.flatMap((what): Task[] => {
      const count = rows[0]?.missing[what] ?? 0
      return count === 0 ? [] : [{ code: `missing_${what}`, count, link: `/people?${only}missing=${what}` }]
    })
  },
}

/** Positions somebody holds today of which nobody said whether they are pedagogical: their people count nowhere. */
export const positionTasks: TaskSource = {
  may: 'classifier.manage',
  async find({ db, today }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from registry.position p
      where p.pedagogical is null and exists (
        select from registry.employment e
        where e.position_id = p.id and e.hired_on <= ${today}
          and (e.dismissed_on is null or e.dismissed_on >= ${today}))`.execute(db)
    const count = rows[0]?.count ?? 0
    return count === 0 ? [] : [{ code: 'positions_unclassified', count, link: '/classifiers?pedagogical=unknown' }]
  },
}
