import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { addDays } from '../../population/index.ts'

/** So long before its last day a programme is to be renewed: drafting, review and order take about a quarter. */
const AHEAD_DAYS = 90

type Found = { readonly count: number; readonly dueOn: string | null; readonly only: number | null }

/** Programmes somebody was asked to give an opinion on. */
export const judgingTasks: TaskSource = {
  may: 'programme.review',
  async find({ db, reach }) {
    if (reach.people.length === 0) return []
    const { rows } = await sql<Found>`
      select count(*)::int as count, min(r.due_on) as "dueOn", min(p.id) as only
      from activities.programme_review r
      join activities.programme p on p.id = r.programme_id and p.state = 'review' and p.round = r.round
      where r.verdict is null and r.person_id = any (${[...reach.people]}::bigint[])`.execute(db)
    return rows.flatMap((found) => some('programmes_judge', found, 'review'))
  },
}

type Standing = Found & { readonly code: 'requested' | 'judged' | 'approved' | 'expiring' }

const STATES = { requested: 'requested', judged: 'review', approved: 'approved', expiring: 'registered' } as const

/** What waits for whoever answers for programmes. */
export const programmeTasks: TaskSource = {
  may: 'programme.manage',
  async find({ db, today }) {
    const { rows } = await sql<Standing>`
      select code, count(*)::int as count, min(id) as only, min(due) as "dueOn" from (
        select p.id, case p.state when 'registered' then p.valid_until end as due,
          case p.state when 'requested' then 'requested' when 'approved' then 'approved'
            when 'review' then 'judged' else 'expiring' end as code
        from activities.programme p
        where p.state in ('requested', 'approved')
          or p.state = 'review' and not exists (select from activities.programme_review r
            where r.programme_id = p.id and r.round = p.round and r.verdict is null)
          or p.state = 'registered' and p.valid_until between ${today} and ${addDays(today, AHEAD_DAYS)}
            and not exists (select from activities.programme n where n.renews_id = p.id and n.state <> 'declined')
      ) as waiting group by code order by array_position(array['requested', 'judged', 'approved', 'expiring'], code)`.execute(
      db,
    )
    return rows.flatMap((found) => some(`programmes_${found.code}`, found, STATES[found.code]))
  },
}

/** A single one is opened, of several the list. */
const some = (code: string, { count, dueOn, only }: Found, state: string): Task[] =>
  count === 0
    ? []
    : [
        {
          ...{ code, count, link: count === 1 ? `/programmes/${only}` : `/programmes?state=${state}` },
          ...(dueOn !== null && { dueOn }),
        },
      ]
