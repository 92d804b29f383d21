import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import { type Bucket, giveBack, networkOf, takeToken, takeTokens } from '../../../platform/rate-limit.ts'
import { emailKey } from '../accounts/email.ts'
import { signInKey } from '../accounts/login.ts'
import { verifyPassword } from '../passwords/password.hash.ts'
import { letIn } from '../second-factor/second-step.service.ts'
import { looksLikeSecret } from '../secret.ts'
import { deviceHashOf } from '../sessions/sessions.service.ts'
import { isUsable, spendLink } from './links.repo.ts'
import type { SignedIn, SignInReply } from './sign-in.contract.ts'
import { sendSignInLink } from './sign-in.jobs.ts'
import { bucketsOf, letters, linkRequests, linkUses } from './sign-in.limits.ts'
import { findCandidate } from './sign-in.repo.ts'

export type Admitted = { readonly account: SignedIn; readonly buckets: readonly Bucket[] }

/**
 * Looks at address (or login name) and password before any transaction. Refuses with 429 when the tries are spent, and with one and the
 * same 401 in the same time for a wrong password, an unknown address, a missing password and a disabled account.
 */
export async function admit(context: RequestContext, typed: { email: string; password: string }): Promise<Admitted> {
  const { services, clientAddress } = context
  const by = candidateBy(context, signInKey(typed.email))
  const found = await findCandidate(services.database.reader(null), by)
  const buckets = bucketsOf({
    key: by.key,
    address: clientAddress,
    device: found?.knownDevice ? by.deviceHash.toString('base64url') : null,
    knownNetwork: found?.knownNetwork ?? false,
  })
  await takeTokens(services, buckets, 'too_many_sign_ins')
  const right = await verifyPassword(found?.passwordHash ?? null, typed.password)
  if (found === undefined || !right || found.disabled) {
    await noteRefused(context, found)
    throw new Refusal('unauthenticated', 'wrong_credentials')
  }
  return { account: found, buckets }
}

/** Lets an admitted account in; a right password is not counted as a try. */
export async function signIn(context: CommandContext, { account, buckets }: Admitted): Promise<SignInReply> {
  context.note({ kind: 'account', id: account.id })
  await giveBack(context.tx, context.services, buckets)
  return await letIn(context, account, 'password')
}

/** Counts a request for a link. Refuses (429) by the network it comes from only. */
export async function countLinkRequest({ services, clientAddress }: RequestContext): Promise<undefined> {
  await takeTokens(services, [linkRequests(clientAddress)], 'too_many_sign_ins')
}

/** Whether there is an account is found out by the job: the request does the same work for every address. */
export async function requestLink(context: CommandContext, email: string): Promise<undefined> {
  const { tx, services, language } = context
  const key = emailKey(email)
  const wait = await takeToken(tx, services, letters(key))
  if (wait === 0) await services.jobs.enqueue(tx, sendSignInLink, { email: key, language })
}

/** Refuses links that do not exist any more, and counts the tries at them. */
export async function checkLink({ services, clientAddress }: RequestContext, secret: string): Promise<Bucket> {
  const bucket = linkUses(clientAddress)
  await takeTokens(services, [bucket], 'too_many_sign_ins')
  if (!looksLikeSecret(secret, 'link') || !(await isUsable(services.database.reader(null), secret))) {
    throw new Refusal('unauthenticated', 'link_spent')
  }
  return bucket
}

export async function signInByLink(context: CommandContext, secret: string, bucket: Bucket): Promise<SignInReply> {
  const account = await spendLink(context.tx, secret)
  if (account === undefined) throw new Refusal('unauthenticated', 'link_spent')
  context.note({ kind: 'account', id: account.id })
  await giveBack(context.tx, context.services, [bucket])
  return await letIn(context, account, 'link')
}

/** What is asked of the one who tries: the key typed, the browser and the network. */
export function candidateBy(
  context: RequestContext,
  key: string,
): { key: string; deviceHash: Buffer; network: string } {
  return { key, deviceHash: deviceHashOf(context), network: networkOf(context.clientAddress) }
}

/** The journal has who was refused, where there is such an account. */
export async function noteRefused(context: RequestContext, found: { readonly id: number } | undefined): Promise<void> {
  const { services, actor, requestId } = context
  await services.database.write(null, (tx) =>
    appendJournal(tx, {
      actor: { ...actor, tenant: null },
      requestId,
      action: 'signIn.refused',
      objects: found ? [{ kind: 'account', id: found.id }] : [],
    }),
  )
}
