import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Session } from './sessions.contract.ts'

/** A session rests at most so long, and lives at most so long. */
const REST = sql`interval '12 hours'`
const LIFE = sql`interval '14 days'`

export type NewSession = {
  readonly tokenHash: Buffer
  readonly account: number
  readonly openedBy: Session['openedBy']
  readonly userAgent: string
  readonly address: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<number> {
  const row = await tx
    .insertInto('identity.session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.account,
      opened_by: session.openedBy,
      user_agent: session.userAgent,
      address: session.address,
      expires_at: sql`now() + ${REST}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findSessions(db: ReadDb, account: number): Promise<Omit<Session, 'current'>[]> {
  const rows = await db
    .selectFrom('identity.session')
    .select(['id', 'opened_by', 'created_at', 'last_seen_at', 'expires_at', 'user_agent', 'address'])
    .where('account_id', '=', account)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    openedBy: row.opened_by as Session['openedBy'],
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    userAgent: row.user_agent,
    address: row.address,
  }))
}

/** Notes the use of a session and lets it live on. At most every few minutes: the caller knows when it is due. */
export async function touchSession(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ last_seen_at: sql`now()`, expires_at: sql`least(now() + ${REST}, created_at + ${LIFE})` })
    .where('id', '=', id)
    .where('last_seen_at', '<', sql<Date>`now() - interval '5 minutes'`)
    .execute()
}

/** Gives the session another secret; the old one is worth nothing from now on. */
export async function replaceSecret(tx: Tx, id: number, tokenHash: Buffer): Promise<void> {
  await tx.updateTable('identity.session').set({ token_hash: tokenHash }).where('id', '=', id).execute()
}

export async function deleteSession(tx: Tx, account: number, id: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('identity.session')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** All sessions of the account, but the one to keep. */
export async function deleteSessions(tx: Tx, account: number, keep: number | null): Promise<void> {
  await tx
    .deleteFrom('identity.session')
    .where('account_id', '=', account)
    .$if(keep !== null, (qb) => qb.where('id', '<>', keep))
    .execute()
}

/** Whether the session was opened by a link so lately that it stands for the owner's mailbox. */
export async function isFreshByLink(db: ReadDb, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('identity.session')
    .select('id')
    .where('id', '=', id)
    .where('opened_by', '=', 'link')
    .where('created_at', '>', sql<Date>`now() - interval '30 minutes'`)
    .executeTakeFirst()
  return row !== undefined
}
