import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { deletePasskeys } from '../passkeys/passkeys.repo.ts'
import { hashRecoveryCode, newRecoveryCodes, recoveryCodeOf } from './recovery.ts'

export type Totp = { readonly secret: Buffer; readonly confirmedAt: Date | null }

const contextOf = (account: number): string => `totp ${account}`

/** The one-time codes of an account, confirmed or only begun. */
export async function findTotp(db: ReadDb, master: Keyring, account: number): Promise<Totp | undefined> {
  const row = await db
    .selectFrom('identity.totp')
    .select(['sealed_secret', 'confirmed_at'])
    .where('account_id', '=', account)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { secret: master.open(row.sealed_secret, contextOf(account)), confirmedAt: row.confirmed_at }
}

/** What an account has beside its password, link or slip. */
export type Factors = {
  /** Since when an application shows codes. */
  readonly codeSince: Date | null
  readonly passkeys: number
  readonly recoveryCodesLeft: number
}

export async function findFactors(db: ReadDb, account: number): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select (select confirmed_at from identity.totp where account_id = ${account}) as "codeSince",
      (select count(*)::int from identity.passkey where account_id = ${account}) as passkeys,
      (select count(*)::int from identity.recovery_code where account_id = ${account} and used_at is null)
        as "recoveryCodesLeft"`.execute(db)
  return rows[0] ?? { codeSince: null, passkeys: 0, recoveryCodesLeft: 0 }
}

/** Whether a second factor is asked of the account when it signs in. */
export async function hasSecondFactor(db: ReadDb, account: number): Promise<boolean> {
  const { codeSince, passkeys } = await findFactors(db, account)
  return codeSince !== null || passkeys > 0
}

/** Begins anew as often as wished; false where a confirmed one stands, which is not overwritten. */
export async function beginTotp(tx: Tx, master: Keyring, account: number, secret: Buffer): Promise<boolean> {
  const sealed = master.seal(secret, contextOf(account))
  const done = await tx
    .insertInto('identity.totp')
    .values({ account_id: account, sealed_secret: sealed })
    .onConflict((c) =>
      c
        .column('account_id')
        .doUpdateSet({ sealed_secret: sealed, created_at: sql`now()` })
        .where('identity.totp.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** The first code was typed: from now on one is asked for. False when another request was first. */
export async function confirmTotp(tx: Tx, account: number, step: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.totp')
    .set({ confirmed_at: sql`now()`, last_step: step })
    .where('account_id', '=', account)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes a code of this half minute; of two that show the same one gets in, and no earlier code is good after it. */
export async function spendStep(tx: Tx, account: number, step: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.totp')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('confirmed_at', 'is not', null)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ten new recovery codes, shown in this answer only; those before are worthless. */
export async function makeRecoveryCodes(tx: Tx, master: Keyring, account: number): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.deleteFrom('identity.recovery_code').where('account_id', '=', account).execute()
  await tx
    .insertInto('identity.recovery_code')
    .values(
      codes.map((code) => ({
        account_id: account,
        code_hash: hashRecoveryCode(master, account, recoveryCodeOf(code) ?? ''),
      })),
    )
    .execute()
  return codes
}

export async function isRecoveryCode(db: ReadDb, master: Keyring, account: number, letters: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.recovery_code')
    .select('account_id')
    .where('account_id', '=', account)
    .where('code_hash', '=', hashRecoveryCode(master, account, letters))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Spends a recovery code: of two that use it at once, one gets in. */
export async function spendRecoveryCode(tx: Tx, master: Keyring, account: number, letters: string): Promise<boolean> {
  const done = await tx
    .updateTable('identity.recovery_code')
    .set({ used_at: sql`now()` })
    .where('account_id', '=', account)
    .where('code_hash', '=', hashRecoveryCode(master, account, letters))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The account signs in by the first factor alone again, codes and passkeys are gone; false when it did so already. */
export async function deleteSecondFactor(tx: Tx, account: number): Promise<boolean> {
  const passkeys = await deletePasskeys(tx, account)
  const hadCodes = await deleteTotp(tx, account)
  return passkeys > 0 || hadCodes
}

/** No codes of an application any more; false when there were none. */
export async function deleteTotp(tx: Tx, account: number): Promise<boolean> {
  const done = await tx.deleteFrom('identity.totp').where('account_id', '=', account).executeTakeFirst()
  await deleteUnusedCodes(tx, account)
  return done.numDeletedRows === 1n
}

/** Recovery codes stand in for a second factor: where there is none any more, they go. */
export async function deleteUnusedCodes(tx: Tx, account: number): Promise<void> {
  if (await hasSecondFactor(tx, account)) return
  await tx.deleteFrom('identity.recovery_code').where('account_id', '=', account).execute()
}
