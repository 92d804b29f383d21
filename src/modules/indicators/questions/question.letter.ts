import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

type Letter = {
  readonly email: string
  readonly language: 'ru' | 'en' | null
  /** Null where the question is about a record. */
  readonly code: string | null
  readonly dueOn: string
}

/** To whom the letter goes: who is asked, or, of an answer, who asked. Nobody where their account is disabled or has no address. */
export async function findQuestionLetter(
  db: ReadDb,
  question: number,
  of: 'asked' | 'answered',
): Promise<Letter | undefined> {
  const reader = of === 'asked' ? sql`q.addressee` : sql`q.asked_by`
  const { rows } = await sql<Letter>`
    select a.email, a.language, i.code, q.due_on as "dueOn"
    from indicators.question q
    left join indicators.indicator i on i.id = q.indicator_id
    join identity.account a on a.id = ${reader} and a.disabled_at is null and a.email is not null
    where q.id = ${question}`.execute(db)
  return rows[0]
}
