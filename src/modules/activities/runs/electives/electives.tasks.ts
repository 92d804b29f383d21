import { sql } from 'kysely'
import type { TaskSource } from '../../../../platform/tasks.ts'
import { LACKS_CHOICE } from './electives.repo.ts'

const RUNS = sql`activities.enrolment n
  join activities.event e on e.id = n.event_id and e.state = 'announced'
  join activities.programme p on p.id = e.programme_id`

/** Courses of one's own of which one has yet to choose the modules. */
export const choosingTasks: TaskSource = {
  may: 'enrolment.own',
  async find({ db, reach, today }) {
    if (reach.people.length === 0) return []
    const { rows } = await sql<{ count: number; dueOn: string | null }>`
      select count(*)::int as count, min(coalesce(e.choose_by, e.held_on)) as "dueOn" from ${RUNS}
      where n.person_id = any (${[...reach.people]}::bigint[]) and ${LACKS_CHOICE}
        and coalesce(e.choose_by, e.held_on) >= ${today}`.execute(db)
    return rows.flatMap(({ count, dueOn }) =>
      count === 0 || dueOn === null ? [] : [{ code: 'electives_choose', count, dueOn, link: '/my/courses' }],
    )
  },
}

/** The day of choosing is over, and learners have not chosen: whoever holds the run does it for them. */
export const unchosenTasks: TaskSource = {
  may: 'event.manage',
  async find({ db, reach: { district, organisations }, today }) {
    const own = district ? sql`true` : sql`e.organiser_id = any (${[...organisations]}::bigint[])`
    const { rows } = await sql<{ event: number; count: number }>`
      select e.id as event, count(*)::int as count from ${RUNS}
      where ${own} and ${LACKS_CHOICE} and coalesce(e.choose_by, e.held_on) < ${today}
      group by e.id, e.held_on order by e.held_on, e.id limit 5`.execute(db)
    return rows.map(({ event, count }) => ({
      ...{ code: 'electives_unchosen', count, link: `/events/${event}/run?unchosen=yes` },
    }))
  },
}
