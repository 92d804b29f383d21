import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { SignedIn } from '../sign-in/sign-in.contract.ts'

export type Link = { readonly provider: string; readonly linkedAt: Date; readonly usedAt: Date | null }
export type Who = { readonly provider: string; readonly subject: string }

export async function findLinks(db: ReadDb, account: number): Promise<readonly Link[]> {
  return await db
    .selectFrom('identity.outside_link')
    .select(['provider', 'linked_at as linkedAt', 'used_at as usedAt'])
    .where('account_id', '=', account)
    .execute()
}

/** The account somebody of a provider is linked with. */
export async function findLinked(db: ReadDb, who: Who): Promise<number | undefined> {
  const row = await db
    .selectFrom('identity.outside_link')
    .select('account_id')
    .where('provider', '=', who.provider)
    .where('subject', '=', who.subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Notes the use, and answers with the account while it is let in and linked still. */
export async function noteLinkUse(tx: Tx, who: Who, account: number): Promise<SignedIn | undefined> {
  const row = await tx
    .updateTable('identity.outside_link as l')
    .from('identity.account as a')
    .set({ used_at: sql`now()` })
    .whereRef('a.id', '=', 'l.account_id')
    .where('a.id', '=', account)
    .where('a.disabled_at', 'is', null)
    .where('l.provider', '=', who.provider)
    .where('l.subject', '=', who.subject)
    .returning(['a.id', 'a.name', 'a.language'])
    .executeTakeFirst()
  return row && { ...row, language: row.language as SignedIn['language'] }
}

/** False where who is there is linked with another account, or the account with somebody else there. */
export async function insertLink(tx: Tx, who: Who, account: number): Promise<boolean> {
  const done = await tx
    .insertInto('identity.outside_link')
    .values({ ...who, account_id: account })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function deleteLink(tx: Tx, account: number, provider: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('identity.outside_link')
    .where('account_id', '=', account)
    .where('provider', '=', provider)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
