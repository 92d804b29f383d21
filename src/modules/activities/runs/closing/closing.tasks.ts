import { sql } from 'kysely'
import type { TaskSource } from '../../../../platform/tasks.ts'

/** Examinations are taken again, and papers brought, in the days after the last meeting. */
const AFTER_DAYS = 3

/** Runs whose last day is over for days and which nobody closed: as long as that is so nobody has learned anything. */
export const unclosedTasks: TaskSource = {
  may: 'event.manage',
  async find({ db, reach: { district, organisations }, today }) {
    const own = district ? sql`true` : sql`e.organiser_id = any (${[...organisations]}::bigint[])`
    const { rows } = await sql<{ count: number; only: number }>`
      select count(*)::int as count, min(e.id) as only from activities.event e
      where ${own} and e.state = 'announced' and e.programme_id is not null
        and coalesce(e.last_on, e.held_on) < ${today}::date - ${AFTER_DAYS}::int`.execute(db)
    return rows.flatMap(({ count, only }) => {
      if (count === 0) return []
      return [{ code: 'runs_unclosed', count, link: count === 1 ? `/events/${only}/run` : '/events?state=announced' }]
    })
  },
}
