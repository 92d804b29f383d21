import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import * as identity from '../../identity/index.ts'
import { getAccountHere } from './accounts.repo.ts'
import { refuseElsewhere } from './accounts.service.ts'
import * as grants from './grants.repo.ts'
import { type makeSlips as contract, SLIPS_MOST, type Slip } from './slips.contract.ts'
import { type ChosenPerson, findChosen, findSignsInBy, insertGrants } from './slips.repo.ts'

type Wanted = NonNullable<(typeof contract)['$in']>['body']
type Made = NonNullable<(typeof contract)['$out']>

/**
 * Gives accounts to the people chosen who have none: thousands in a few statements, without a password hash. Asked a
 * second time it makes nothing, for then they have accounts; with `renew` those who never came in get new codes.
 */
export async function makeSlips(context: CommandContext, wanted: Wanted): Promise<Made> {
  const { tx, tenant, today, note } = context
  if (tenant === null) throw new Refusal('not_found', 'not_found')
  // Of two that choose the same people the second finds their accounts made.
  await grants.lockDistrict(tx, tenant)
  const chosen = await findChosen(tx, { day: today, ...wanted }, SLIPS_MOST)
  if (chosen.length > SLIPS_MOST) throw new Refusal('invalid', 'slips_too_many', { params: { most: SLIPS_MOST } })
  const fresh = chosen.filter(({ state }) => state === 'none')
  const made = await identity.insertNamedAccounts(tx, fresh)
  const newAccounts = new Map(fresh.map(({ person }, at) => [person, made[at]?.id]))
  const accountOf = ({ person, account }: ChosenPerson): number => account ?? newAccounts.get(person) ?? 0
  const places = chosen.map((one) => ({
    account: accountOf(one),
    person: one.person,
    organisation: one.organisation.id,
  }))
  const given = new Set(await insertGrants(tx, wanted.role, today, places))
  const elsewhere = await grants.findElsewhere(tx, chosen.filter(({ state }) => state === 'waiting').map(accountOf))
  const toPrint = chosen.filter(
    (one) => one.state === 'none' || (isRenewed(one, wanted) && !elsewhere.has(accountOf(one))),
  )
  const slips = await print(
    context,
    toPrint.map((one) => ({ account: accountOf(one), name: fullName(one), organisation: one.organisation })),
  )
  const printed = new Set(slips.map(({ accountId }) => accountId))
  const rest = chosen.map(accountOf).filter((account) => !printed.has(account))
  for (const id of [...printed, ...rest.filter((account) => given.has(account))]) note({ kind: 'account', id })
  const joined = rest.filter((account) => given.has(account)).length
  return { slips, made: fresh.length, renewed: slips.length - fresh.length, joined, skipped: rest.length - joined }
}

/** A new slip for one account of this district, whatever it signed in by before; the account of nobody else. */
export async function makeAccountSlip(context: CommandContext, id: number): Promise<Slip> {
  const { tx } = context
  await refuseElsewhere(tx, id)
  const { disabled, name, grants: held } = await getAccountHere(tx, id)
  if (disabled) throw new Refusal('conflict', 'account_disabled')
  const organisation = held.find(({ inForce, organisation }) => inForce && organisation !== null)?.organisation ?? null
  const [slip] = await print(context, [{ account: id, name, organisation }])
  if (slip === undefined) throw new Refusal('not_found', 'not_found')
  return slip
}

type ToPrint = { readonly account: number; readonly name: string; readonly organisation: Slip['organisation'] }

async function print({ tx, services }: CommandContext, people: readonly ToPrint[]): Promise<Slip[]> {
  const accounts = people.map(({ account }) => account)
  const signsInBy = await findSignsInBy(tx, accounts)
  const { codes, until } = await identity.makeCodes(tx, services.master, accounts)
  const address = identity.slipAddress(services.settings)
  return people.map(({ account, name, organisation }, at) => ({
    ...{ accountId: account, name, organisation, address },
    login: signsInBy.get(account) ?? '',
    code: identity.printedCode(codes[at] ?? ''),
    until: until.toISOString().slice(0, 10),
  }))
}

const isRenewed = ({ state }: ChosenPerson, { renew }: Wanted): boolean => renew && state === 'waiting'

const fullName = ({ surname, givenName, patronymic }: ChosenPerson): string =>
  [surname, givenName, patronymic].filter(Boolean).join(' ')
