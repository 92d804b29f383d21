import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { noteInvited } from '../accounts/accounts.repo.ts'
import { hashSecret, newSecret } from '../secret.ts'
import { HANDED_LINK_MINUTES } from './link.ts'
import type { SignedIn } from './sign-in.contract.ts'

/** Makes a one-time link for the account; returns its secret, which is kept nowhere. */
export async function makeLink(tx: Tx, account: number, minutes: number): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('identity.sign_in_link')
    .values({
      token_hash: hashSecret(secret),
      account_id: account,
      expires_at: sql`now() + make_interval(mins => ${minutes}::int)`,
    })
    .execute()
  return secret
}

/** A link that somebody hands over: its account waits to be used from now on. */
export async function makeHandedLink(tx: Tx, account: number): Promise<string> {
  await noteInvited(tx, [account])
  return await makeLink(tx, account, HANDED_LINK_MINUTES)
}

export async function isUsable(db: ReadDb, secret: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.sign_in_link as l')
    .innerJoin('identity.account as a', 'a.id', 'l.account_id')
    .select('l.account_id')
    .where('l.token_hash', '=', hashSecret(secret))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Spends the link: of two that use it at once, one gets the account. */
export async function spendLink(tx: Tx, secret: string): Promise<SignedIn | undefined> {
  const row = await tx
    .updateTable('identity.sign_in_link as l')
    .from('identity.account as a')
    .set({ used_at: sql`now()` })
    .whereRef('a.id', '=', 'l.account_id')
    .where('l.token_hash', '=', hashSecret(secret))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`)
    .where('a.disabled_at', 'is', null)
    .returning(['a.id', 'a.name', 'a.language'])
    .executeTakeFirst()
  return row && { ...row, language: row.language as SignedIn['language'] }
}

/** Links that were not used yet are void, after the owner has set a password. */
export async function deleteLinks(tx: Tx, account: number): Promise<void> {
  await tx.deleteFrom('identity.sign_in_link').where('account_id', '=', account).execute()
}
