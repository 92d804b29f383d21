import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { type Bucket, giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import type { Services } from '../../../platform/services.ts'
import type { SignInProvider } from '../../../platform/sign-in.providers.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { sendLetter } from '../accounts/letters.jobs.ts'
import { cookieNames } from '../cookies.ts'
import { spendChallenge } from '../passkeys/passkey.ticket.ts'
import { letIn } from '../second-factor/second-step.service.ts'
import { openSession } from '../sessions/sessions.service.ts'
import type { SignInReply } from '../sign-in/sign-in.contract.ts'
import { outsideReturns } from '../sign-in/sign-in.limits.ts'
import { noteRefused } from '../sign-in/sign-in.service.ts'
import type { Outsider } from './adapter.ts'
import * as repo from './outside.repo.ts'
import { readTicket } from './outside.ticket.ts'
import { Declined } from './provider.faults.ts'
import { adapterOf, getProvider, refusalOf, returnAddress } from './providers.ts'

/** Finds the one account somebody has by a number of theirs; other modules know the numbers. */
export type FindAccount = (services: Services, value: string) => Promise<number | undefined>

type Back = { readonly provider: SignInProvider; readonly subject: string; readonly buckets: readonly Bucket[] }
export type Returned =
  | (Back & { readonly way: 'link'; readonly account: number })
  | (Back & { readonly way: 'sign in'; readonly account: number; readonly isNew: boolean })

/**
 * Has the provider say who came back, before any transaction: nothing of the database waits for it. The browser must be the
 * one that set out, and each way out leads back once.
 */
export async function hear(
  context: RequestContext,
  asked: { provider: string; answer: string },
  findBySnils: FindAccount,
): Promise<Returned> {
  const { services, clientAddress } = context
  const provider = getProvider(services, asked.provider)
  const buckets = [outsideReturns(clientAddress)]
  await takeTokens(services, buckets, 'too_many_passkeys')
  const ticket = readTicket(context)
  if (ticket === undefined || ticket.provider !== provider.code) throw new Refusal('conflict', 'outside_over')
  const { state: challenge, until } = ticket
  const isFirst = await services.database.write(null, (tx) => spendChallenge(tx, { challenge, until }))
  if (!isFirst) throw new Refusal('conflict', 'outside_over')
  const back = new URL(returnAddress(services, provider))
  back.search = asked.answer
  const { subject, claim } = await ask(context, provider, () => adapterOf(provider).finish(provider, ticket, back))
  const known = await repo.findLinked(services.database.reader(null), { provider: provider.code, subject })
  if (ticket.session !== null) {
    const account = ownerOf(context, ticket.session)
    if (known !== undefined && known !== account) throw new Refusal('conflict', 'outside_taken')
    return { ...{ provider, subject, buckets }, way: 'link', account }
  }
  const account = known ?? (await findByClaim(services, provider, claim, findBySnils))
  if (account === undefined) {
    await noteRefused(context, undefined)
    throw new Refusal('unauthenticated', 'outside_unknown', { params: { provider: provider.name[context.language] } })
  }
  return { ...{ provider, subject, buckets }, way: 'sign in', account, isNew: known === undefined }
}

async function ask(context: RequestContext, provider: SignInProvider, go: () => Promise<Outsider>): Promise<Outsider> {
  try {
    return await go()
  } catch (error) {
    if (error instanceof Declined) throw new Refusal('conflict', 'outside_declined')
    throw refusalOf(context, provider, error)
  }
}

/** Only where the operator said that the claim is to be believed. */
async function findByClaim(
  services: Services,
  provider: SignInProvider,
  claim: string | undefined,
  findBySnils: FindAccount,
): Promise<number | undefined> {
  if (!provider.trusted || claim === undefined) return undefined
  if (provider.claim?.holds === 'snils') return await findBySnils(services, claim)
  return (await findAccount(services.database.reader(null), { email: claim }))?.id
}

/** The account of the session that set out to link, if the request still comes from it. */
function ownerOf({ actor, credential }: RequestContext, session: number): number {
  const isSame = credential?.kind === 'session' && credential.id === session && actor.looker === undefined
  if (!isSame || actor.account === null) throw new Refusal('conflict', 'outside_over')
  return actor.account
}

/** Links or signs in; the second step follows unless the provider is one that asks for two factors itself. */
export async function finish(context: CommandContext, returned: Returned): Promise<SignInReply | { linked: true }> {
  const { tx, services, note } = context
  const { provider, subject, account: id, buckets } = returned
  const who = { provider: provider.code, subject }
  note({ kind: 'account', id, details: { provider: provider.code } })
  await giveBack(tx, services, buckets)
  context.setCookie(cookieNames(services.settings).outside, '', { maxAge: 0 })
  if (returned.way === 'link' || returned.isNew) await link(context, who, id, provider)
  if (returned.way === 'link') return { linked: true }
  const account = await repo.noteLinkUse(tx, who, id)
  if (account === undefined)
    throw new Refusal('unauthenticated', 'outside_unknown', { params: { provider: provider.name[context.language] } })
  if (!provider.secondFactor) return await letIn(context, account, 'outside')
  await openSession(context, account.id, 'outside', { vouched: true })
  return account
}

async function link(context: CommandContext, who: repo.Who, id: number, provider: SignInProvider): Promise<void> {
  const { tx, services } = context
  if (!(await repo.insertLink(tx, who, id))) {
    // Pressed twice, or two at once.
    if ((await repo.findLinked(tx, who)) === id) return
    throw new Refusal('conflict', 'outside_taken')
  }
  await services.jobs.enqueue(tx, sendLetter, {
    account: id,
    letter: 'outside_linked',
    what: provider.name[context.language],
  })
}
