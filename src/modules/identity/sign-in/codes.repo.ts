import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { noteInvited } from '../accounts/accounts.repo.ts'
import { CODE_DAYS, hashCode, newCode } from './code.ts'

/**
 * Gives each account a code, which makes the one before worthless; the codes in the order of the accounts, and until when
 * they are good. They are kept nowhere else.
 */
export async function makeCodes(
  tx: Tx,
  master: Keyring,
  accounts: readonly number[],
): Promise<{ codes: string[]; until: Date }> {
  const codes = accounts.map(newCode)
  const rows = accounts.map((account, at) => ({
    account,
    hash: hashCode(master, account, codes[at] ?? '').toString('hex'),
  }))
  const until = new Date(Date.now() + CODE_DAYS * 24 * 60 * 60 * 1000)
  await sql`
    insert into identity.sign_in_code (account_id, code_hash, expires_at)
    select account, decode(hash, 'hex'), ${until}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (account bigint, hash text)
    on conflict (account_id) do update
    set code_hash = excluded.code_hash, created_at = now(), expires_at = excluded.expires_at`.execute(tx)
  await noteInvited(tx, accounts)
  return { codes, until }
}

/** Whether the account could sign in with the code now. */
export async function isRightCode(db: ReadDb, master: Keyring, account: number, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.sign_in_code')
    .select('code_hash')
    .where('account_id', '=', account)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row !== undefined && timingSafeEqual(row.code_hash, hashCode(master, account, code))
}

/** Spends the code: of two that use it at once, one gets the account. */
export async function spendCode(tx: Tx, master: Keyring, account: number, code: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('identity.sign_in_code')
    .where('account_id', '=', account)
    .where('code_hash', '=', hashCode(master, account, code))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The code of a slip is void: its owner has got in by another way, or shall not get in. */
export async function deleteCode(tx: Tx, account: number): Promise<void> {
  await tx.deleteFrom('identity.sign_in_code').where('account_id', '=', account).execute()
}
