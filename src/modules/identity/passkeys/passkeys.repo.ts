import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { SignedIn } from '../sign-in/sign-in.contract.ts'
import type { Passkey } from './passkeys.contract.ts'

export type Known = {
  readonly id: number
  readonly account: SignedIn
  readonly disabled: boolean
  readonly publicKey: Buffer
  readonly counter: number
}

export type NewPasskey = {
  readonly account: number
  readonly credentialId: Buffer
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

export async function findPasskeys(db: ReadDb, account: number): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('identity.passkey')
    .select(['id', 'name', 'created_at', 'used_at'])
    .where('account_id', '=', account)
    .orderBy('id')
    .execute()
  return rows.map(({ created_at, used_at, ...same }) => ({
    ...same,
    createdAt: created_at.toISOString(),
    usedAt: used_at?.toISOString() ?? null,
  }))
}

/** How a browser finds the devices of the account. */
export async function findDevices(
  db: ReadDb,
  account: number,
): Promise<{ credentialId: Buffer; transports: readonly string[] }[]> {
  const rows = await db
    .selectFrom('identity.passkey')
    .select(['credential_id', 'transports'])
    .where('account_id', '=', account)
    .orderBy('id')
    .execute()
  return rows.map(({ credential_id, transports }) => ({ credentialId: credential_id, transports }))
}

export async function findKnown(db: ReadDb, credentialId: Buffer): Promise<Known | undefined> {
  const row = await db
    .selectFrom('identity.passkey as p')
    .innerJoin('identity.account as a', 'a.id', 'p.account_id')
    .select([
      'p.id',
      'p.public_key',
      'p.counter',
      'a.id as account',
      'a.name',
      'a.language',
      sql<boolean>`a.disabled_at is not null`.as('disabled'),
    ])
    .where('p.credential_id', '=', credentialId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const account = { id: row.account, name: row.name, language: row.language as SignedIn['language'] }
  return { id: row.id, account, disabled: row.disabled, publicKey: row.public_key, counter: row.counter }
}

/** False where the device is known already, of whomever. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey): Promise<boolean> {
  const done = await tx
    .insertInto('identity.passkey')
    .values({
      account_id: passkey.account,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Notes its use. False where another use was counted as high meanwhile, or its owner is shut out or took it away. */
export async function notePasskeyUse(tx: Tx, id: number, counter: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.passkey as p')
    .from('identity.account as a')
    .set({ counter, used_at: sql`now()` })
    .whereRef('a.id', '=', 'p.account_id')
    .where('a.disabled_at', 'is', null)
    .where('p.id', '=', id)
    .where((eb) => eb.or([eb('p.counter', '<', counter), eb.and([eb('p.counter', '=', 0), eb.val(counter === 0)])]))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The name of what was taken away; nothing where the account has no such passkey. */
export async function deletePasskey(tx: Tx, account: number, id: number): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('identity.passkey')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** All passkeys of the account; how many there were. */
export async function deletePasskeys(tx: Tx, account: number): Promise<number> {
  const done = await tx.deleteFrom('identity.passkey').where('account_id', '=', account).executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** Several that add one at once wait for each other. */
export async function lockAccount(tx: Tx, account: number): Promise<void> {
  await sql`select from identity.account where id = ${account} for update`.execute(tx)
}
