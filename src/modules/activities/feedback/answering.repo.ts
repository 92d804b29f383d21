import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Answer, MyFeedback } from './feedback.contract.ts'
import type { KeptQuestion } from './questions.ts'

export type KeptRequest = Omit<MyFeedback, 'questions'> & {
  readonly person: number
  readonly asking: number
  readonly questions: readonly KeptQuestion[]
}

const request = (today: string, whose: RawBuilder<unknown>) => sql<KeptRequest>`
  select r.id, r.person_id as person, q.id as asking, q.stage, q.closes_on as "closesOn", f.questions,
    json_build_object('id', e.id, 'title', e.title, 'heldOn', e.held_on) as event,
    case when r.state = 'asked' and q.closes_on < ${today} then 'closed' else r.state end as state
  from activities.feedback_request r
  join activities.feedback_asking q on q.event_id = r.event_id and q.stage = r.stage
  join activities.feedback_form f on f.id = q.form_id
  join activities.event e on e.id = q.event_id
  where ${whose}`

const MOST = 20

/** What waits for an answer, the most recent event first; of one that is being marked anew nothing is asked meanwhile. */
export async function findWaiting(db: ReadDb, people: readonly number[], today: string): Promise<KeptRequest[]> {
  const waits = sql`r.person_id = any (${[...people]}::bigint[]) and r.state = 'asked' and q.closes_on >= ${today}
    and e.state = 'held' order by e.held_on desc, r.id limit ${MOST}`
  return (await request(today, waits).execute(db)).rows
}

export async function findRequest(db: ReadDb, id: number, today: string): Promise<KeptRequest | undefined> {
  return (await request(today, sql`r.id = ${id}`).execute(db)).rows[0]
}

/** False where they are done with it already. */
export async function endRequest(
  tx: Tx,
  id: number,
  state: 'answered' | 'dismissed',
  from: readonly KeptRequest['state'][],
): Promise<boolean> {
  const done = await sql`update activities.feedback_request set state = ${state}
    where id = ${id} and state = any (${[...from]})`.execute(tx)
  return done.numAffectedRows === 1n
}

/** By itself: nothing that is written here says of whom it is. */
export async function insertAnswers(tx: Tx, asking: number, answers: readonly Answer[]): Promise<void> {
  const rows = answers.flatMap((answer, question) => {
    if (answer === null || answer === '') return []
    return [typeof answer === 'number' ? { question, mark: answer } : { question, words: answer }]
  })
  await sql`
    insert into activities.feedback_answer (asking_id, question, mark, words)
    select ${asking}, x.question, x.mark, x.words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (question int, mark int, words text)`.execute(tx)
  await sql`update activities.feedback_asking set answered = answered + 1 where id = ${asking}`.execute(tx)
}
