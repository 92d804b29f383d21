import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { type Bucket, giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import { endStep, findOwnStep } from '../second-factor/second-step.service.ts'
import { openSession } from '../sessions/sessions.service.ts'
import type { SignedIn } from '../sign-in/sign-in.contract.ts'
import { passkeyUses } from '../sign-in/sign-in.limits.ts'
import { noteRefused } from '../sign-in/sign-in.service.ts'
import { requestOptions } from './passkey.options.ts'
import { expectedOrigin, type Site, siteOf } from './passkey.site.ts'
import { newTicket, openTicket, spendChallenge } from './passkey.ticket.ts'
import type { Assertion, RequestOptions } from './passkeys.contract.ts'
import { findDevices, findKnown, type Known, notePasskeyUse } from './passkeys.repo.ts'

type Asked = { readonly options: RequestOptions; readonly ticket: string }
export type Shown = { readonly known: Known; readonly counter: number; readonly buckets: readonly Bucket[] }

/** Writes nothing. After a password only the devices of that account are asked for, else whichever is at hand. */
export async function ask(context: RequestContext): Promise<{ asked: Asked | null }> {
  const { services } = context
  const site = siteOf(services.settings)
  if (site === undefined) return { asked: null }
  const step = await findOwnStep(context)
  const devices = step === undefined ? [] : await findDevices(services.database.reader(null), step.account.id)
  const { challenge, ticket } = newTicket(services.master, null, Date.now())
  return { asked: { options: requestOptions(site, challenge, devices), ticket } }
}

/**
 * Looks at the answer of a device before any transaction: made for this site, on a page of it, for this challenge, by a
 * device that made sure of its owner. One and the same refusal (401) for all that does not fit; an answer is looked at once.
 */
export async function check(
  context: RequestContext,
  { ticket, credential }: { ticket: string; credential: Assertion },
): Promise<Shown> {
  const { services, clientAddress } = context
  const site = siteOf(services.settings)
  if (site === undefined) throw new Refusal('conflict', 'passkeys_impossible')
  const buckets = [passkeyUses(clientAddress)]
  await takeTokens(services, buckets, 'too_many_passkeys')
  const content = openTicket(services.master, ticket, null, Date.now())
  const isOurs = content !== undefined && (await services.database.write(null, (tx) => spendChallenge(tx, content)))
  if (!isOurs) throw new Refusal('unauthenticated', 'passkey_over')
  const known = await findKnown(services.database.reader(null), Buffer.from(credential.id, 'base64url'))
  const counter = known && (await verify(credential, known, content.challenge, site))
  if (known === undefined || counter === undefined || known.disabled) {
    await noteRefused(context, known?.account)
    throw new Refusal('unauthenticated', 'passkey_wrong')
  }
  return { known, counter, buckets }
}

/** How often the device says it was used; nothing where its answer does not fit. */
async function verify(shown: Assertion, known: Known, challenge: string, site: Site): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { id, response } = shown
  const verified = await verifyAuthenticationResponse({
    response: { ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} }, response },
    expectedChallenge: challenge,
    expectedOrigin: expectedOrigin(site, response.clientDataJSON),
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
  }).catch(() => undefined)
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}

/** Opens the session: the device asked for finger, face or PIN, so no second step follows. */
export async function signIn(context: CommandContext, { known, counter, buckets }: Shown): Promise<SignedIn> {
  const { tx, services, note } = context
  if (!(await notePasskeyUse(tx, known.id, counter))) throw new Refusal('unauthenticated', 'passkey_wrong')
  note({ kind: 'account', id: known.account.id })
  await giveBack(tx, services, buckets)
  await endStep(context)
  await openSession(context, known.account.id, 'passkey')
  return known.account
}
