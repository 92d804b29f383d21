import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import { findOrAddValue } from '../registry/index.ts'
import type { LEARNING_FORM_WORDS, LEARNING_KIND_WORDS } from './terms.ts'

export type NewLearning = {
  readonly kind: keyof typeof LEARNING_KIND_WORDS
  readonly form: keyof typeof LEARNING_FORM_WORDS
  readonly programme: string
  readonly provider: string
  readonly hours: number
  readonly startsOn: string
  readonly endsOn: string
  /** Of the document. */
  readonly number: string | null
  /** Where it is known. */
  readonly topic?: number | null
}

/** Learning that no file tells of. Its id; null where the same is on record already. */
export async function enterLearning(tx: Tx, person: number, learning: NewLearning): Promise<number | null> {
  const { kind, form, programme, provider, hours, startsOn, endsOn, number, topic = null } = learning
  const row = await tx
    .insertInto('activities.learning')
    .values({
      ...{ person_id: person, kind, form, hours: String(hours) },
      programme_id: await findOrAddValue(tx, 'programme', programme),
      provider_id: await findOrAddValue(tx, 'provider', provider),
      ...{ starts_on: startsOn, ends_on: endsOn, document_number: number, topic_id: topic },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** It counts no more; what a file told of stays. */
export async function strikeLearning(tx: Tx, id: number): Promise<void> {
  await sql`delete from activities.learning where id = ${id} and source_id is null`.execute(tx)
}
