import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Session } from '../sessions/sessions.contract.ts'
import type { SignedIn } from '../sign-in/sign-in.contract.ts'

/** How long one may look for the telephone, in minutes. */
export const STEP_MINUTES = 10
/** After so many wrong codes one begins with the first factor again. */
const TRIES = 5

export type Step = {
  readonly account: SignedIn
  readonly openedBy: Session['openedBy']
  readonly knownDevice: boolean
}

export async function insertStep(
  tx: Tx,
  step: { tokenHash: Buffer; account: number; openedBy: Session['openedBy'] },
): Promise<void> {
  await tx
    .insertInto('identity.second_step')
    .values({
      token_hash: step.tokenHash,
      account_id: step.account,
      opened_by: step.openedBy,
      expires_at: sql`now() + make_interval(mins => ${STEP_MINUTES}::int)`,
    })
    .execute()
}

/** The step of this secret while it is good, and whether the browser came in by the account before. */
export async function findStep(db: ReadDb, by: { tokenHash: Buffer; deviceHash: Buffer }): Promise<Step | undefined> {
  const row = await db
    .selectFrom('identity.second_step as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .select((eb) => [
      's.opened_by',
      'a.id',
      'a.name',
      'a.language',
      eb
        .exists(
          eb
            .selectFrom('identity.known_device as d')
            .whereRef('d.account_id', '=', 'a.id')
            .where('d.token_hash', '=', by.deviceHash),
        )
        .as('knownDevice'),
    ])
    .where('s.token_hash', '=', by.tokenHash)
    .where('s.expires_at', '>', sql<Date>`now()`)
    .where('s.tries', '<', TRIES)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const account = { id: row.id, name: row.name, language: row.language as SignedIn['language'] }
  return { account, openedBy: row.opened_by as Session['openedBy'], knownDevice: row.knownDevice === true }
}

export async function countWrong(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx
    .updateTable('identity.second_step')
    .set({ tries: sql`tries + 1` })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** The step was taken; of two at once one takes it. */
export async function deleteStep(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const done = await tx.deleteFrom('identity.second_step').where('token_hash', '=', tokenHash).executeTakeFirst()
  return done.numDeletedRows === 1n
}
