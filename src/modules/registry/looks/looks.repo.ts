import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { LOOK_MINUTES, type Look } from './looks.contract.ts'

const MOST = 100

/** Writes down who looks as whom and why; the look with the name of the looker. */
export async function insertLook(
  tx: Tx,
  look: { readonly looker: number; readonly account: number; readonly reason: string },
): Promise<Look> {
  const { id } = await tx
    .insertInto('registry.look')
    .values({
      looker_id: look.looker,
      account_id: look.account,
      reason: look.reason,
      ends_at: sql`now() + make_interval(mins => ${LOOK_MINUTES}::int)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return asLook(await looksOf(tx).where('l.id', '=', id).executeTakeFirstOrThrow())
}

/** The last looks as this account in the connection's district. */
export async function findLooks(db: ReadDb, account: number): Promise<Look[]> {
  const rows = await looksOf(db).where('l.account_id', '=', account).orderBy('l.id', 'desc').limit(MOST).execute()
  return rows.map(asLook)
}

/** What was left of a look, given back. */
export async function endLooks(tx: Tx, looker: number): Promise<void> {
  await tx
    .updateTable('registry.look')
    .set({ ends_at: sql`now()` })
    .where('looker_id', '=', looker)
    .where('ends_at', '>', sql<Date>`now()`)
    .execute()
}

const looksOf = (db: ReadDb) =>
  db
    .selectFrom('registry.look as l')
    .leftJoin('identity.account as a', 'a.id', 'l.looker_id')
    .select(['l.id', 'a.name as looker', 'l.reason', 'l.started_at', 'l.ends_at'])

type Row = Awaited<ReturnType<ReturnType<typeof looksOf>['execute']>>[number]

const asLook = ({ id, looker, reason, started_at, ends_at }: Row): Look => ({
  id,
  looker,
  reason,
  startedAt: started_at.toISOString(),
  endsAt: ends_at.toISOString(),
})
