import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import type { Services } from '../../../platform/services.ts'
import { findAccount, setPassword } from '../accounts/accounts.repo.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import type { Session } from '../sessions/sessions.contract.ts'
import { deleteSessions, isFresh } from '../sessions/sessions.repo.ts'
import { renewSession } from '../sessions/sessions.service.ts'
import { deleteCode } from '../sign-in/codes.repo.ts'
import { deleteLinks } from '../sign-in/links.repo.ts'
import { passwordChanges } from '../sign-in/sign-in.limits.ts'
import { hashPassword, verifyPassword } from './password.hash.ts'
import { isGuessable } from './password.rules.ts'

type Wanted = { readonly current?: string | undefined; readonly password: string; readonly endOtherSessions: boolean }

/** Makes sure that the owner asks and the new password is no easy guess; returns its hash. Before any transaction. */
export async function prepareChange(context: RequestContext, { current, password }: Wanted): Promise<string> {
  const id = ownAccount(context)
  const account = await findAccount(context.services.database.reader(null), { id })
  if (account === undefined) throw new Refusal('unauthenticated', 'sign_in_required')
  if (current !== undefined) await checkCurrent(context.services, id, account.passwordHash, current)
  else if (!(await isSignedInWithout(context, ['link']))) throw new Refusal('forbidden', 'current_password_needed')
  if (isGuessable(password, [account.email ?? '', account.login ?? '', account.name]))
    throw invalidField('password', 'password_guessable')
  return await hashPassword(password)
}

/** Sets the password; the session gets a new secret, links not used yet are void, other sessions end if so wished. */
export async function changePassword(
  context: CommandContext,
  wanted: Wanted,
  passwordHash: string,
): Promise<undefined> {
  const { tx, credential, note } = context
  const id = ownAccount(context)
  note({ kind: 'account', id })
  await setPassword(tx, id, passwordHash)
  await deleteLinks(tx, id)
  await deleteCode(tx, id)
  await renewSession(context)
  if (wanted.endOtherSessions) await deleteSessions(tx, id, credential?.kind === 'session' ? credential.id : null)
}

/** Refuses a wrong current password at its field; wrong ones are counted. */
export async function checkCurrent(
  services: Services,
  id: number,
  stored: string | null,
  current: string,
): Promise<void> {
  const buckets = [passwordChanges(id)]
  await takeTokens(services, buckets, 'too_many_sign_ins')
  if (!(await verifyPassword(stored, current))) throw invalidField('current', 'password_wrong')
  await services.database.write(null, (tx) => giveBack(tx, services, buckets))
}

/** So lately, and by one of these doors, that the password need not be shown. */
export async function isSignedInWithout(
  { credential, services }: RequestContext,
  doors: readonly Session['openedBy'][],
): Promise<boolean> {
  return credential?.kind === 'session' && (await isFresh(services.database.reader(null), credential.id, doors))
}
