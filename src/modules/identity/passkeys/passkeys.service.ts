import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { sendLetter } from '../accounts/letters.jobs.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import { deleteUnusedCodes, hasSecondFactor } from '../second-factor/second-factor.repo.ts'
import { beginsSecondFactor, ownSession } from '../second-factor/second-factor.service.ts'
import { confirmations } from '../sign-in/sign-in.limits.ts'
import { ALGORITHMS, creationOptions } from './passkey.options.ts'
import { expectedOrigin, type Site, siteOf } from './passkey.site.ts'
import { newTicket, openTicket, spendChallenge } from './passkey.ticket.ts'
import type { Attestation, addMyPasskey, CreationOptions } from './passkeys.contract.ts'
import * as repo from './passkeys.repo.ts'

/** Enough for all devices of anybody, and a bound to the lists a browser is sent. */
const MOST = 20

type Wanted = NonNullable<(typeof addMyPasskey)['$in']>['body']
export type Made = Omit<repo.NewPasskey, 'account' | 'name'>

/** The site passkeys are made for; refused where they cannot work. */
function getSite({ services }: RequestContext): Site {
  const site = siteOf(services.settings)
  if (site === undefined) throw new Refusal('conflict', 'passkeys_impossible')
  return site
}

export async function begin(context: CommandContext): Promise<{ options: CreationOptions; ticket: string }> {
  const { tx, services, note } = context
  const id = ownAccount(context)
  note({ kind: 'account', id })
  const site = getSite(context)
  const account = await findAccount(tx, { id })
  if (account === undefined) throw new Refusal('unauthenticated', 'sign_in_required')
  const { challenge, ticket } = newTicket(services.master, ownSession(context), Date.now())
  const devices = await repo.findDevices(tx, id)
  if (devices.length >= MOST) throw new Refusal('conflict', 'passkeys_many')
  // The device keeps it: of the account and yet nothing by which it could be told elsewhere.
  const user = services.master.hash(`passkey user ${id}`).toString('base64url')
  return { ticket, options: creationOptions({ site, challenge, user, account, devices }) }
}

/** Looks at what the device has made, before any transaction; an answer is looked at once. */
export async function checkNew(context: RequestContext, { ticket, credential }: Wanted): Promise<Made> {
  const { services } = context
  const session = ownSession(context)
  const site = getSite(context)
  const buckets = [confirmations(ownAccount(context))]
  await takeTokens(services, buckets, 'too_many_codes')
  const content = openTicket(services.master, ticket, session, Date.now())
  const isOurs = content !== undefined && (await services.database.write(null, (tx) => spendChallenge(tx, content)))
  if (!isOurs) throw new Refusal('conflict', 'passkey_over')
  const made = await verify(credential, content.challenge, site)
  if (made === undefined) throw new Refusal('conflict', 'passkey_unfit')
  await services.database.write(null, (tx) => giveBack(tx, services, buckets))
  return made
}

async function verify(credential: Attestation, expectedChallenge: string, site: Site): Promise<Made | undefined> {
  // Few ever add one, and the library takes a while to be there.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { id, response } = credential
  const { registrationInfo } = await verifyRegistrationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
    },
    expectedChallenge,
    expectedOrigin: expectedOrigin(site, response.clientDataJSON),
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...ALGORITHMS],
  }).catch(() => ({ registrationInfo: undefined }))
  if (registrationInfo === undefined) return undefined
  const { credential: made } = registrationInfo
  return {
    credentialId: Buffer.from(made.id, 'base64url'),
    publicKey: made.publicKey,
    counter: made.counter,
    transports: response.transports,
  }
}

export async function add(context: CommandContext, name: string, made: Made): Promise<{ recoveryCodes: string[] }> {
  const { tx, services, note } = context
  const account = ownAccount(context)
  note({ kind: 'account', id: account })
  await repo.lockAccount(tx, account)
  const isFirst = !(await hasSecondFactor(tx, account))
  if (!(await repo.insertPasskey(tx, { account, name, ...made }))) throw new Refusal('conflict', 'passkey_known')
  await services.jobs.enqueue(tx, sendLetter, { account, letter: 'passkey_added', what: name })
  return { recoveryCodes: isFirst ? await beginsSecondFactor(context) : [] }
}

export async function remove(context: CommandContext, id: number): Promise<undefined> {
  const { tx, services, note } = context
  const account = ownAccount(context)
  note({ kind: 'account', id: account })
  const name = await repo.deletePasskey(tx, account, id)
  if (name === undefined) throw new Refusal('not_found', 'not_found')
  await deleteUnusedCodes(tx, account)
  await services.jobs.enqueue(tx, sendLetter, { account, letter: 'passkey_removed', what: name })
}
