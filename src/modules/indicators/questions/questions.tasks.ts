import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'

type Found = {
  readonly late: number
  readonly lateOn: string | null
  readonly open: number
  readonly dueOn: string | null
  readonly answered: number
  readonly askedLate: number
  readonly askedLateOn: string | null
}

/** Questions one was handed, and those one asked that were answered or ought to be by now. */
export const questionTasks: TaskSource = {
  may: 'signed-in',
  async find({ db, account, today }) {
    const { rows } = await sql<Found>`
      with mine as (
        select addressee = ${account} as handed, asked_by = ${account} as asked, due_on, due_on < ${today} as late,
          answered_at is not null as answered
        from indicators.question
        where closed_at is null and (addressee = ${account} or asked_by = ${account})
      )
      select count(*) filter (where handed and not answered and late)::int as late,
        min(due_on) filter (where handed and not answered and late) as "lateOn",
        count(*) filter (where handed and not answered and not late)::int as open,
        min(due_on) filter (where handed and not answered and not late) as "dueOn",
        count(*) filter (where asked and answered)::int as answered,
        count(*) filter (where asked and not handed and not answered and late)::int as "askedLate",
        min(due_on) filter (where asked and not handed and not answered and late) as "askedLateOn"
      from mine`.execute(db)
    return rows.flatMap(({ late, lateOn, open, dueOn, answered, askedLate, askedLateOn }) => [
      ...some('questions_late', late, '/questions?state=open', lateOn),
      ...some('questions_open', open, '/questions?state=open', dueOn),
      ...some('asked_late', askedLate, '/questions?side=asked&state=open', askedLateOn),
      ...some('answers_new', answered, '/questions?side=asked&state=answered', null),
    ])
  },
}

const some = (code: string, count: number, link: string, dueOn: string | null): Task[] =>
  count === 0 ? [] : [{ code, count, link, ...(dueOn !== null && { dueOn }) }]
