import { accessMatrix } from '../../../access-matrix.ts'
import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import * as identity from '../../identity/index.ts'
import type { Account, createAccount, Grant, NewGrant } from './accounts.contract.ts'
import { getAccountHere } from './accounts.repo.ts'
import * as repo from './grants.repo.ts'
import { anchorFault, rolesOverDistrict } from './grants.rules.ts'

const UNIQUE = '23505'
const MANAGERS = rolesOverDistrict(accessMatrix, 'account.manage')

type NewAccount = NonNullable<(typeof createAccount)['$in']>['body']

/** Adds an account with its first grants. Refused when the address has an account, here or elsewhere. */
export async function addAccount(context: CommandContext, account: NewAccount): Promise<Account> {
  const { tx, note } = context
  const { id } = await refuseTakenAddress(() => identity.insertAccount(tx, account))
  note({ kind: 'account', id })
  for (const [at, grant] of account.grants.entries()) {
    const created = await give(context, id, grant, `grants.${at}.`)
    note({ kind: 'grant', id: created })
  }
  return await getAccountHere(tx, id)
}

export async function changeAccount(
  context: CommandContext,
  id: number,
  change: identity.AccountChange,
): Promise<Account> {
  const { tx, expectedVersion } = context
  await refuseElsewhere(tx, id)
  const changed = await refuseTakenAddress(() => identity.updateAccount(tx, id, expectedVersion, change))
  if (changed === undefined) throw new Refusal('version_conflict', 'version_conflict')
  return await getAccountHere(tx, id)
}

/** The address of a one-time link, for the administrator to hand over. */
export async function makeLink({ tx, services }: CommandContext, id: number): Promise<{ link: string }> {
  await refuseElsewhere(tx, id)
  const { disabled } = await getAccountHere(tx, id)
  if (disabled) throw new Refusal('conflict', 'account_disabled')
  const secret = await identity.makeHandedLink(tx, id)
  return { link: identity.linkAddress(services.settings, secret) }
}

export async function disableAccount(context: CommandContext, id: number): Promise<undefined> {
  await refuseElsewhere(context.tx, id)
  await keepManager(context, () => identity.disableAccount(context.tx, id))
}

/** For somebody who lost the telephone and the codes on paper; the owner is told, here and by mail. */
export async function resetSecondFactor({ tx, services }: CommandContext, id: number): Promise<undefined> {
  await refuseElsewhere(tx, id)
  if (!(await identity.deleteSecondFactor(tx, id))) throw new Refusal('conflict', 'second_factor_missing')
  await notify(tx, [id], { kind: 'registry:second_factor_reset', link: '/account' })
  await services.jobs.enqueue(tx, identity.sendLetter, { account: id, letter: 'second_factor_reset' })
}

export async function enableAccount({ tx }: CommandContext, id: number): Promise<undefined> {
  await refuseElsewhere(tx, id)
  await identity.enableAccount(tx, id)
}

export async function addGrant(context: CommandContext, account: number, grant: NewGrant): Promise<Grant> {
  // An administrator sees no people; who could give themselves a role would.
  if (account === context.actor.account) throw new Refusal('conflict', 'own_grant')
  if (!(await repo.hasGrantHere(context.tx, account))) throw new Refusal('not_found', 'not_found')
  const id = await give(context, account, grant, '')
  context.note({ kind: 'grant', id, details: { account } })
  return await repo.getGrant(context.tx, id)
}

/** Takes a role away, at once. Nobody takes the last one that manages the district's accounts. */
export async function endGrant(context: CommandContext, account: number, id: number): Promise<undefined> {
  await keepManager(context, async () => {
    if (!(await repo.endGrant(context.tx, account, id))) throw new Refusal('not_found', 'not_found')
  })
}

async function give(context: CommandContext, account: number, grant: NewGrant, path: string): Promise<number> {
  const { tx, today } = context
  const { role, organisationId, personId, fromOn = today, toOn } = grant
  const fault = anchorFault(role, grant)
  if (fault) throw invalidField(path + fault.path, fault.code)
  if (toOn !== null && toOn < fromOn) throw invalidField(`${path}toOn`, 'ends_before_start')
  if (organisationId !== null && !(await exists(tx, 'registry.organisation', organisationId))) {
    throw invalidField(`${path}organisationId`, 'reference_unknown')
  }
  if (personId !== null && !(await exists(tx, 'registry.person', personId))) {
    throw invalidField(`${path}personId`, 'reference_unknown')
  }
  return await repo.insertGrant(tx, { account, role, organisation: organisationId, person: personId, fromOn, toOn })
}

async function exists(tx: Tx, table: 'registry.organisation' | 'registry.person', id: number): Promise<boolean> {
  return (await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Whoever can sign in as an account reaches all its districts, so one that works elsewhere too is not for one of them. */
export async function refuseElsewhere(tx: Tx, id: number): Promise<void> {
  if ((await repo.findElsewhere(tx, [id])).has(id)) throw new Refusal('conflict', 'account_elsewhere')
}

/** Two that would each leave the other as the last manager wait for each other, and the second is refused. */
async function keepManager({ tx, tenant }: CommandContext, change: () => Promise<void>): Promise<void> {
  if (tenant === null) throw new Refusal('not_found', 'not_found')
  await repo.lockDistrict(tx, tenant)
  await change()
  if ((await repo.countHolders(tx, MANAGERS)) === 0) throw new Refusal('conflict', 'last_manager')
}

async function refuseTakenAddress<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('email', 'email_taken')
    throw error
  }
}
