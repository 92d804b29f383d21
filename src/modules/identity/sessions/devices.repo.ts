import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'

/** Remembers that the account signed in from this browser and network. */
export async function rememberDevice(
  tx: Tx,
  device: { tokenHash: Buffer; account: number; network: string },
): Promise<void> {
  await tx
    .insertInto('identity.known_device')
    .values({ token_hash: device.tokenHash, account_id: device.account, network: device.network })
    .onConflict((c) => c.columns(['token_hash', 'account_id', 'network']).doUpdateSet({ last_used_at: sql`now()` }))
    .execute()
}

/** Whether this browser is known for any account. */
export async function isKnownBrowser(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.known_device')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
