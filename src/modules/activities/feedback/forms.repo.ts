import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Stage } from './feedback.contract.ts'
import { type KeptQuestion, USUAL_QUESTIONS } from './questions.ts'

export type KeptForm = { readonly edition: number; readonly questions: readonly KeptQuestion[] }

/** What is asked now; of a district that has said nothing, the usual as its first edition. */
export async function findForm(db: ReadDb, stage: Stage): Promise<KeptForm> {
  const { rows } = await sql<KeptForm>`
    select edition, questions from activities.feedback_form where stage = ${stage}
    order by edition desc limit 1`.execute(db)
  return rows[0] ?? { edition: 1, questions: USUAL_QUESTIONS[stage] }
}

/** False when the edition is there already. */
export async function insertForm(tx: Tx, stage: Stage, { edition, questions }: KeptForm): Promise<boolean> {
  const done = await sql`
    insert into activities.feedback_form (stage, edition, questions)
    values (${stage}, ${edition}, ${JSON.stringify(questions)}::jsonb)
    on conflict (tenant_id, stage, edition) do nothing`.execute(tx)
  return done.numAffectedRows === 1n
}
