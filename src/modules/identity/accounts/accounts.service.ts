import type { Tx } from '../../../platform/db/db.ts'
import { deletePasskeys } from '../passkeys/passkeys.repo.ts'
import { deleteCode } from '../sign-in/codes.repo.ts'
import { setDisabled, setPassword } from './accounts.repo.ts'

/** Nobody signs in as the account any more, and who is signed in is out at once. */
export async function disableAccount(tx: Tx, id: number, as: 'hand' | 'unused' = 'hand'): Promise<void> {
  await setDisabled(tx, id, true, as)
  await endAccess(tx, id)
}

export async function enableAccount(tx: Tx, id: number): Promise<void> {
  await setDisabled(tx, id, false)
}

/**
 * Makes void whatever an administrator could have kept of the account: sessions, links, codes, tokens, passkeys, links with
 * outside providers and the password. Done before the account gets into a district where that administrator has no say; the owner signs in by a new link.
 */
export async function voidSecrets(tx: Tx, id: number): Promise<void> {
  await endAccess(tx, id)
  await deletePasskeys(tx, id)
  await tx.deleteFrom('identity.outside_link').where('account_id', '=', id).execute()
  await setPassword(tx, id, null)
}

async function endAccess(tx: Tx, id: number): Promise<void> {
  await endSessionsAndTokens(tx, id)
  await tx.deleteFrom('identity.sign_in_link').where('account_id', '=', id).execute()
  await tx.deleteFrom('identity.second_step').where('account_id', '=', id).execute()
  await deleteCode(tx, id)
}

/** Whoever is signed in is out, people and programs; they may sign in again. */
export async function endSessionsAndTokens(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('identity.session').where('account_id', '=', id).execute()
  await tx
    .updateTable('identity.api_token')
    .set({ revoked_at: new Date() })
    .where('account_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
