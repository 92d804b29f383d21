import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { ApiToken } from './tokens.contract.ts'

const columns = ['id', 'name', 'created_at', 'expires_at', 'last_used_at', 'permissions'] as const

type Row = {
  id: number
  name: string
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  permissions: string[] | null
}

const asToken = (row: Row): ApiToken => ({
  id: row.id,
  name: row.name,
  permissions: row.permissions,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
})

export async function insertToken(
  tx: Tx,
  token: { tokenHash: Buffer; account: number; name: string; days: number; permissions?: readonly string[] | null },
): Promise<ApiToken> {
  const row = await tx
    .insertInto('identity.api_token')
    .values({
      token_hash: token.tokenHash,
      account_id: token.account,
      name: token.name,
      permissions: token.permissions ? [...token.permissions] : null,
      expires_at: sql`now() + make_interval(days => ${token.days}::int)`,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return asToken(row)
}

export async function findTokens(db: ReadDb, account: number): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('identity.api_token')
    .select(columns)
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asToken)
}

export async function revokeToken(tx: Tx, account: number, id: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.api_token')
    .set({ revoked_at: sql`now()` })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Notes the use of a token, at most every few minutes. */
export async function touchToken(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('identity.api_token')
    .set({ last_used_at: sql`now()` })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(last_used_at < now() - interval '5 minutes', true)`)
    .execute()
}
