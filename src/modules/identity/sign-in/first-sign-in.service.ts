import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { type Bucket, giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import { findAccount, setPassword } from '../accounts/accounts.repo.ts'
import { signInKey } from '../accounts/login.ts'
import { hashPassword } from '../passwords/password.hash.ts'
import { isGuessable } from '../passwords/password.rules.ts'
import { letIn } from '../second-factor/second-step.service.ts'
import { deleteSessions } from '../sessions/sessions.repo.ts'
import { codeOf } from './code.ts'
import { isRightCode, spendCode } from './codes.repo.ts'
import { deleteLinks } from './links.repo.ts'
import type { SignedIn, SignInReply } from './sign-in.contract.ts'
import { bucketsOf } from './sign-in.limits.ts'
import { findCandidate } from './sign-in.repo.ts'
import { candidateBy, noteRefused } from './sign-in.service.ts'

type Typed = { readonly login: string; readonly code: string; readonly password: string }
export type Invited = {
  readonly account: SignedIn
  readonly code: string
  readonly passwordHash: string
  readonly buckets: readonly Bucket[]
}

/**
 * Looks at login, code and the password that is wished for, before any transaction; tries count as those of passwords. One
 * and the same refusal for an unknown login, a disabled account, and a code that is wrong, spent or too old.
 */
export async function admitByCode(context: RequestContext, typed: Typed): Promise<Invited> {
  const { services, clientAddress } = context
  const by = candidateBy(context, signInKey(typed.login))
  const db = services.database.reader(null)
  const found = await findCandidate(db, by)
  const device = found?.knownDevice ? by.deviceHash.toString('base64url') : null
  const knownNetwork = found?.knownNetwork ?? false
  const buckets = bucketsOf({ key: by.key, address: clientAddress, device, knownNetwork })
  await takeTokens(services, buckets, 'too_many_sign_ins')
  const code = codeOf(typed.code)
  const isRight = found !== undefined && code !== undefined && (await isRightCode(db, services.master, found.id, code))
  if (found === undefined || code === undefined || !isRight || found.disabled) {
    await noteRefused(context, found)
    throw new Refusal('unauthenticated', 'code_spent')
  }
  const account = await findAccount(db, { id: found.id })
  const known = [account?.name, account?.email, account?.login].flatMap((text) => text ?? [])
  if (isGuessable(typed.password, known)) {
    await services.database.write(null, (tx) => giveBack(tx, services, buckets))
    throw invalidField('password', 'password_guessable')
  }
  return { account: found, code, buckets, passwordHash: await hashPassword(typed.password) }
}

/** Sets the password and signs in with it; whatever was good for the account before is void, but not its second factor. */
export async function signInByCode(context: CommandContext, invited: Invited): Promise<SignInReply> {
  const { tx, services, note } = context
  const { account, code, passwordHash, buckets } = invited
  if (!(await spendCode(tx, services.master, account.id, code))) throw new Refusal('unauthenticated', 'code_spent')
  note({ kind: 'account', id: account.id })
  await giveBack(tx, services, buckets)
  await setPassword(tx, account.id, passwordHash)
  await deleteLinks(tx, account.id)
  await deleteSessions(tx, account.id, null)
  return await letIn(context, account, 'code')
}
