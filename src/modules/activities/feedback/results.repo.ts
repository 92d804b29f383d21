import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Stage } from './feedback.contract.ts'
import type { KeptQuestion } from './questions.ts'

/** That an event was asked about, and how many answered. */
export type Asking = {
  readonly id: number
  readonly stage: Stage
  readonly form: number
  readonly edition: number
  readonly questions: readonly KeptQuestion[]
  readonly closesOn: string
  readonly asked: number
  readonly answered: number
}

/** In the order in which answers cease to be taken: what came is shown in this order. */
async function findAskings(db: ReadDb, which: RawBuilder<unknown>): Promise<Asking[]> {
  const { rows } = await sql<Asking>`
    select q.id, q.stage, f.id as form, f.edition, f.questions, q.closes_on as "closesOn", q.asked, q.answered
    from activities.feedback_asking q
    join activities.feedback_form f on f.id = q.form_id
    join activities.event e on e.id = q.event_id
    where ${which} order by q.closes_on, q.id`.execute(db)
  return rows
}

export const findAskingsOfEvent = (db: ReadDb, event: number): Promise<Asking[]> =>
  findAskings(db, sql`e.id = ${event}`)

export const findAskingsOfSeries = (db: ReadDb, series: number): Promise<Asking[]> =>
  findAskings(db, sql`e.series_id = ${series}`)

/** Of one question in several askings: how many gave each mark, and the words in an order that says nothing. */
export type Said = { readonly question: number; readonly marks: readonly number[]; readonly words: readonly string[] }

export async function findAnswers(db: ReadDb, askings: readonly number[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select a.question,
      array(select count(b.id)::int from generate_series(1, 5) as m (mark)
        left join activities.feedback_answer b
          on b.mark = m.mark and b.question = a.question and b.asking_id = any (${[...askings]}::bigint[])
        group by m.mark order by m.mark) as marks,
      coalesce(array_agg(a.words order by a.id) filter (where a.words is not null), '{}') as words
    from activities.feedback_answer a where a.asking_id = any (${[...askings]}::bigint[])
    group by a.question`.execute(db)
  return rows
}
