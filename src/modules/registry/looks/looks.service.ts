import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { beginLook, endLook } from '../../identity/index.ts'
import { getAccountHere } from '../grants/accounts.repo.ts'
import type { Look } from './looks.contract.ts'
import { endLooks, insertLook } from './looks.repo.ts'

/** From the next request on the session sees what the account sees, in this district. Its owner is told. */
export async function lookAs(context: CommandContext, id: number, reason: string): Promise<Look> {
  const { tx, tenant, actor, credential, note } = context
  if (credential?.kind !== 'session') throw new Refusal('forbidden', 'owner_only')
  if (tenant === null || actor.account === null || actor.account === id)
    throw new Refusal('conflict', 'look_at_oneself')
  const { disabled, grants } = await getAccountHere(tx, id)
  if (disabled) throw new Refusal('conflict', 'account_disabled')
  if (!grants.some(({ inForce }) => inForce)) throw new Refusal('conflict', 'nothing_to_see')
  const look = await insertLook(tx, { looker: actor.account, account: id, reason })
  await beginLook(tx, credential.id, { account: id, tenant, until: new Date(look.endsAt) })
  await notify(tx, [id], { kind: 'registry:looked_as', link: '/account' })
  note({ kind: 'account', id, details: { look: look.id } })
  return look
}

export async function stopLooking(context: CommandContext): Promise<undefined> {
  const { tx, actor, credential, note } = context
  if (credential?.kind !== 'session' || actor.looker === undefined) return
  await endLook(tx, credential.id)
  await endLooks(tx, actor.looker)
  if (actor.account !== null) note({ kind: 'account', id: actor.account })
}
