import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import { checkCurrent, isSignedInWithout } from '../passwords/passwords.service.ts'
import { deleteSessions, isFresh } from '../sessions/sessions.repo.ts'
import { renewSession } from '../sessions/sessions.service.ts'
import { confirmations } from '../sign-in/sign-in.limits.ts'
import type { SecondFactor } from './second-factor.contract.ts'
import * as repo from './second-factor.repo.ts'
import { newTotpSecret, printedSecret, stepOf, totpAddress } from './totp.ts'

type Typed = { readonly current?: string | undefined }

export async function tellSecondFactor(context: RequestContext): Promise<SecondFactor> {
  const { database } = context.services
  const { codeSince, ...rest } = await repo.findFactors(database.reader(null), ownAccount(context))
  return { isOn: codeSince !== null, since: codeSince?.toISOString() ?? null, ...rest }
}

/** Makes sure that the owner asks: who signed in within half an hour, or types the password. Before any transaction. */
export async function checkNewcomer(context: RequestContext, typed: Typed): Promise<undefined> {
  if (await isFresh(context.services.database.reader(null), ownSession(context))) return
  await checkOwner(context, typed)
}

/** Makes sure that the owner asks: by the password, or where there is none by a link or a passkey within half an hour. */
export async function checkOwner(context: RequestContext, { current }: Typed): Promise<undefined> {
  ownSession(context)
  const id = ownAccount(context)
  const account = await findAccount(context.services.database.reader(null), { id })
  if (account === undefined) throw new Refusal('unauthenticated', 'sign_in_required')
  if (current !== undefined) await checkCurrent(context.services, id, account.passwordHash, current)
  else if (account.passwordHash !== null || !(await isSignedInWithout(context, ['link', 'passkey'])))
    throw new Refusal('forbidden', 'current_password_needed')
}

export async function begin(context: CommandContext): Promise<{ address: string; secret: string }> {
  const { tx, services, note } = context
  const id = ownAccount(context)
  note({ kind: 'account', id })
  const account = await findAccount(tx, { id })
  const secret = newTotpSecret()
  if (!(await repo.beginTotp(tx, services.master, id, secret))) throw new Refusal('conflict', 'second_factor_stands')
  const label = account?.login ?? account?.email ?? String(id)
  return { address: totpAddress(secret, label), secret: printedSecret(secret) }
}

/** The half minute of the code; a wrong one is told at its field, and trying them out is slowed. */
export async function checkFirstCode(context: RequestContext, code: string): Promise<number> {
  const { services } = context
  ownSession(context)
  const id = ownAccount(context)
  const buckets = [confirmations(id)]
  await takeTokens(services, buckets, 'too_many_codes')
  const totp = await repo.findTotp(services.database.reader(null), services.master, id)
  if (totp === undefined) throw new Refusal('conflict', 'second_factor_not_begun')
  const step = stepOf(totp.secret, code.replace(/\s/g, ''), Date.now())
  if (step === undefined) throw invalidField('code', 'code_wrong')
  await services.database.write(null, (tx) => giveBack(tx, services, buckets))
  return step
}

/** From now on a code is asked for; whoever is signed in elsewhere is out, for they came in without one. */
export async function confirm(context: CommandContext, step: number): Promise<{ recoveryCodes: string[] }> {
  const { tx, note } = context
  const id = ownAccount(context)
  note({ kind: 'account', id })
  if (!(await repo.confirmTotp(tx, id, step))) throw new Refusal('conflict', 'second_factor_stands')
  return { recoveryCodes: await beginsSecondFactor(context) }
}

/** Whoever is signed in elsewhere came in without it, and is out; gives the codes for the day it is lost. */
export async function beginsSecondFactor(context: CommandContext): Promise<string[]> {
  const { tx, services } = context
  const id = ownAccount(context)
  await renewSession(context)
  await deleteSessions(tx, id, ownSession(context))
  return await repo.makeRecoveryCodes(tx, services.master, id)
}

export async function renewCodes(context: CommandContext): Promise<{ recoveryCodes: string[] }> {
  const { tx, services, note } = context
  const id = ownAccount(context)
  note({ kind: 'account', id })
  if (!(await repo.hasSecondFactor(tx, id))) throw new Refusal('conflict', 'second_factor_not_begun')
  return { recoveryCodes: await repo.makeRecoveryCodes(tx, services.master, id) }
}

export async function remove(context: CommandContext): Promise<undefined> {
  const id = ownAccount(context)
  context.note({ kind: 'account', id })
  await repo.deleteTotp(context.tx, id)
}

/** A program has no second factor, so it can neither set one up nor take it away. */
export function ownSession({ credential }: RequestContext): number {
  if (credential?.kind !== 'session') throw new Refusal('forbidden', 'owner_only')
  return credential.id
}
