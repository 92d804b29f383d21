import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Session } from './sessions.contract.ts'

/** A session that is never used is over by then; with its first use it is given the time-outs of its owner. */
const UNUSED = sql`interval '15 minutes'`

/** How long a session may rest, and live. */
export type SessionLimits = { readonly restMinutes: number; readonly lifeHours: number }

export type NewSession = {
  readonly tokenHash: Buffer
  readonly account: number
  readonly openedBy: Session['openedBy']
  readonly vouched: boolean
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
      vouched: session.vouched,
      user_agent: session.userAgent,
      address: session.address,
      expires_at: sql`now() + ${UNUSED}`,
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
export async function touchSession(tx: Tx, id: number, { restMinutes, lifeHours }: SessionLimits): Promise<void> {
  const rest = sql<string>`make_interval(mins => ${restMinutes}::int)`
  const life = sql<string>`make_interval(hours => ${lifeHours}::int)`
  await tx
    .updateTable('identity.session')
    .set({
      ...{ rest, life },
      last_seen_at: sql`now()`,
      expires_at: sql`least(now() + ${rest}, created_at + ${life})`,
    })
    .where('id', '=', id)
    .where(sql<boolean>`rest is null or last_seen_at < now() - least(interval '5 minutes', rest / 15)`)
    .execute()
}

/** Time-outs became stricter for these accounts: what would last longer is cut short now, not at its next use. */
export async function tightenSessions(tx: Tx, accounts: readonly number[], limits: SessionLimits): Promise<void> {
  await sql`
    update identity.session
    set rest = least(session.rest, given.rest), life = least(session.life, given.life),
      expires_at = least(expires_at, last_seen_at + given.rest, created_at + given.life)
    from (select make_interval(mins => ${limits.restMinutes}::int) as rest,
      make_interval(hours => ${limits.lifeHours}::int) as life) as given
    where account_id = any (${[...accounts]}::bigint[])`.execute(tx)
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

/** Whether its owner signed in within half an hour; by a link it stands for their mailbox, by a passkey for themselves. */
export async function isFresh(db: ReadDb, id: number, doors?: readonly Session['openedBy'][]): Promise<boolean> {
  const row = await db
    .selectFrom('identity.session')
    .select('id')
    .where('id', '=', id)
    .$if(doors !== undefined, (qb) => qb.where('opened_by', 'in', doors ?? []))
    .where('created_at', '>', sql<Date>`now() - interval '30 minutes'`)
    .executeTakeFirst()
  return row !== undefined
}

/** When the session ends: after so many minutes of rest, and at the latest then. Null before its first use. */
export async function findTimeOuts(db: ReadDb, id: number): Promise<{ restMinutes: number; endsAt: string } | null> {
  const row = await db
    .selectFrom('identity.session')
    .select([
      sql<number>`(extract(epoch from rest) / 60)::int`.as('restMinutes'),
      sql<Date>`created_at + life`.as('endsAt'),
    ])
    .where('id', '=', id)
    .where('rest', 'is not', null)
    .where('life', 'is not', null)
    .executeTakeFirst()
  return row === undefined ? null : { restMinutes: row.restMinutes, endsAt: row.endsAt.toISOString() }
}
