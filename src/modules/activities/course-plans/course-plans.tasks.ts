import { type RawBuilder, sql } from 'kysely'
import type { TaskSource } from '../../../platform/tasks.ts'

/** Plans of one's own school that wait for somebody; one of the years before waits no longer. */
const waiting = (code: string, may: string, isWaiting: RawBuilder<unknown>): TaskSource => ({
  may,
  async find({ db, reach, today }) {
    if (reach.organisations.length === 0) return []
    const { rows } = await sql<{ count: number; only: number; year: number }>`
      select count(*)::int as count, min(id) as only, min(year) as year from activities.course_plan
      where ${isWaiting} and year >= extract(year from ${today}::date)
        and organisation_id = any (${[...reach.organisations]}::bigint[])`.execute(db)
    return rows.flatMap(({ count, only, year }) => {
      if (count === 0) return []
      return [{ code, count, link: count === 1 ? `/course-plans/${only}` : `/course-plans?year=${year}` }]
    })
  },
})

export const agreeingTasks = waiting('course_plans_agree', 'course_plan.agree', sql`state = 'proposed'`)

/** The head sent them back. */
export const mendingTasks = waiting(
  'course_plans_mend',
  'course_plan.manage',
  sql`state = 'draft' and returned_for is not null`,
)
