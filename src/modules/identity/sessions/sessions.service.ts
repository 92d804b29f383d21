import type { Actor } from '../../../platform/access/access.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { networkOf } from '../../../platform/rate-limit.ts'
import { cookieNames, DEVICE_MAX_AGE, SESSION_MAX_AGE } from '../cookies.ts'
import { hashSecret, looksLikeSecret, newSecret } from '../secret.ts'
import { isKnownBrowser, rememberDevice } from './devices.repo.ts'
import type { Session } from './sessions.contract.ts'
import * as repo from './sessions.repo.ts'

/**
 * Signs the account in: a new secret each time (a planted one is worth nothing), the session the browser had before is
 * ended, and the browser is known from now on. `vouched`: a provider has asked for two factors already.
 */
export async function openSession(
  context: CommandContext,
  account: number,
  openedBy: Session['openedBy'],
  { vouched = false }: { readonly vouched?: boolean } = {},
): Promise<void> {
  const { tx, actor, credential, clientAddress, userAgent } = context
  const owner = ownerOf(actor)
  if (credential?.kind === 'session' && owner !== null) await repo.deleteSession(tx, owner, credential.id)
  const secret = newSecret()
  await repo.insertSession(tx, {
    tokenHash: hashSecret(secret),
    account,
    openedBy,
    vouched,
    userAgent,
    address: clientAddress,
  })
  setSessionCookie(context, secret)
  await rememberBrowser(context, account)
}

/** Gives the session of the request another secret, after its owner has shown once more who they are. */
export async function renewSession(context: CommandContext): Promise<void> {
  if (context.credential?.kind !== 'session') return
  const secret = newSecret()
  await repo.replaceSecret(context.tx, context.credential.id, hashSecret(secret))
  setSessionCookie(context, secret)
}

/** Ends the session of the request, if it has one, and takes the cookie back. */
export async function closeSession(context: CommandContext): Promise<void> {
  const { tx, actor, credential, services } = context
  const owner = ownerOf(actor)
  if (credential?.kind === 'session' && owner !== null) await repo.deleteSession(tx, owner, credential.id)
  context.setCookie(cookieNames(services.settings).session, '', { maxAge: 0 })
}

/** Whose session it is, whoever it looks as. */
const ownerOf = ({ account, looker }: Actor): number | null => looker ?? account

function setSessionCookie(context: CommandContext, secret: string): void {
  context.setCookie(cookieNames(context.services.settings).session, secret, { maxAge: SESSION_MAX_AGE })
}

/** Of the browser's own secret; of nothing where it has none. */
export function deviceHashOf({ cookies, services }: Pick<RequestContext, 'cookies' | 'services'>): Buffer {
  const sent = cookies[cookieNames(services.settings).device]
  return sent !== undefined && looksLikeSecret(sent, 'device') ? hashSecret(sent) : Buffer.alloc(0)
}

/** A browser keeps its secret for all accounts that use it; one we never gave out is not taken over. */
async function rememberBrowser(context: CommandContext, account: number): Promise<void> {
  const { tx, cookies, clientAddress, services } = context
  const name = cookieNames(services.settings).device
  const sent = cookies[name]
  const known =
    sent !== undefined && looksLikeSecret(sent, 'device') && (await isKnownBrowser(tx, hashSecret(sent)))
      ? sent
      : undefined
  const secret = known ?? newSecret()
  await rememberDevice(tx, { tokenHash: hashSecret(secret), account, network: networkOf(clientAddress) })
  context.setCookie(name, secret, { maxAge: DEVICE_MAX_AGE })
}
