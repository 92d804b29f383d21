import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Language } from '../../../platform/messages.ts'
import { emailKey } from './email.ts'
import type { Profile } from './profile.contract.ts'

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly language: Language | null
  readonly passwordHash?: string | null
}
export type AccountChange = {
  readonly email?: string | null | undefined
  readonly name?: string | undefined
  readonly language?: Language | null | undefined
}

const columns = ['id', 'version', 'email', 'login', 'name', 'language'] as const

type Row = Omit<Profile, 'language'> & { language: string | null }
const asProfile = (row: Row): Profile => row as Profile

/** Raises a unique violation (23505) when the address has an account. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<Profile> {
  const { email, name, language, passwordHash } = account
  const row = await tx
    .insertInto('identity.account')
    .values({ email, email_key: emailKey(email), name, language, password_hash: passwordHash ?? null })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return asProfile(row)
}

/** The changed account, or nothing when the version is not the expected one any more. */
export async function updateAccount(
  tx: Tx,
  id: number,
  version: number,
  change: AccountChange,
): Promise<Profile | undefined> {
  const row = await tx
    .updateTable('identity.account')
    .set({
      ...change,
      ...(change.email !== undefined && { email_key: change.email === null ? null : emailKey(change.email) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return row && asProfile(row)
}

export type FoundAccount = Profile & { readonly passwordHash: string | null; readonly disabled: boolean }

/** `key`: an address or a login name as `signInKey` makes it of what was typed. */
export async function findAccount(
  db: ReadDb,
  by: { id: number } | { email: string } | { key: string },
): Promise<FoundAccount | undefined> {
  const row = await db
    .selectFrom('identity.account')
    .select([...columns, 'password_hash as passwordHash', sql<boolean>`disabled_at is not null`.as('disabled')])
    .where((eb) => {
      if ('id' in by) return eb('id', '=', by.id)
      if ('email' in by) return eb('email_key', '=', emailKey(by.email))
      return eb(by.key.includes('@') ? 'email_key' : 'login', '=', by.key)
    })
    .executeTakeFirst()
  return row && { ...asProfile(row), passwordHash: row.passwordHash, disabled: row.disabled }
}

export async function setPassword(tx: Tx, id: number, passwordHash: string | null): Promise<void> {
  await tx.updateTable('identity.account').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

/** Let in again, an account counts as used. */
export async function setDisabled(
  tx: Tx,
  id: number,
  disabled: boolean,
  as: 'hand' | 'unused' = 'hand',
): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set(
      disabled
        ? { disabled_at: sql`coalesce(disabled_at, now())`, disabled_as: sql`coalesce(disabled_as, ${as}::text)` }
        : { ...{ disabled_at: null, disabled_as: null, unused_told_at: null }, used_at: sql`now()` },
    )
    .where('id', '=', id)
    .execute()
}

/** Notes the day on which somebody came in by the account. */
export async function touchAccount(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ used_at: sql`now()`, unused_told_at: null })
    .where('id', '=', id)
    .where('used_at', '<', sql<Date>`now() - interval '12 hours'`)
    .execute()
}

/** A slip or a link was handed over: there is a reason to wait for their owners, whatever was told before. */
export async function noteInvited(tx: Tx, accounts: readonly number[]): Promise<void> {
  await sql`update identity.account set invited_at = now(), unused_told_at = null
    where id = any (${[...accounts]}::bigint[])`.execute(tx)
}

/** Their owners were told that the accounts will be disabled. */
export async function setUnusedTold(tx: Tx, accounts: readonly number[]): Promise<void> {
  await sql`update identity.account set unused_told_at = now() where id = any (${[...accounts]}::bigint[])`.execute(tx)
}
