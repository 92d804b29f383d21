import { ROLE_ANCHOR, ROLES, type Role } from '../../../access-matrix.ts'
import type { Actor } from '../../../platform/access/access.ts'
import { today } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { Services } from '../../../platform/services.ts'
import { Email } from '../../identity/accounts/profile.contract.ts'
import * as identity from '../../identity/index.ts'
import { openDistrictKey } from '../districts/district.creation.ts'
import { parseSnils } from '../exchange/snils.ts'
import { headerKey } from '../text.ts'
import {
  findElsewhere,
  findSameGrant,
  findSameRegionGrant,
  type GrantRow,
  insertGrant,
  insertRegionGrant,
  type RegionGrantRow,
} from './grants.repo.ts'
import { anchorFault } from './grants.rules.ts'
import { joinRegion } from './regions.repo.ts'

export type NewUser = {
  readonly email: string
  /** Of a new account; without it what stands before the @ of the address. */
  readonly name?: string | undefined
  readonly role: string
  /** Code of the organisation the role is held over, or of the employer. */
  readonly organisation?: string | undefined
  /** Code of the district. */
  readonly district: string
  readonly password?: string | undefined
  /** СНИЛС of the person of the district the account is, in any spelling. */
  readonly snils?: string | undefined
}

type District = { readonly id: number; readonly code: string; readonly timeZone: string; readonly wrappedKey: Buffer }

/** The operator answers for what they choose, so a guessable password is not refused here, only a very short one. */
const PASSWORD_LEAST = 8

/**
 * Gives a role at the command line, to a new account or to the one the address has; a role it has already is not given
 * twice. Without a password the answer is a one-time sign-in link, good for seven days. Refuses unknown roles, districts,
 * organisations and people.
 */
export async function addUser(services: Services, user: NewUser): Promise<{ link: string | null }> {
  const role = ROLES.find((name) => name === user.role)
  if (role === undefined) throw new Refusal('invalid', 'role_unknown', { params: { roles: ROLES.join(', ') } })
  const email = Email.safeParse(user.email)
  if (!email.success) throw new Refusal('invalid', 'email_wrong')
  const district = await getDistrict(services, user.district)
  if (user.password !== undefined && user.password.length < PASSWORD_LEAST)
    throw new Refusal('invalid', 'password_short')
  const passwordHash = user.password === undefined ? undefined : await identity.hashPassword(user.password)
  const overRegion = ROLE_ANCHOR[role] === 'region'
  // What is over a region belongs to no district, and a connection of a district could not write it.
  const tenant = overRegion ? null : district.id
  const secret = await services.database.write(tenant, async (tx) => {
    const account = await accountOf(tx, email.data, user.name)
    const grant = { account, role, fromOn: today(district.timeZone) }
    const granted = overRegion
      ? await giveOverRegion(tx, { ...grant, region: await joinRegion(tx, district) })
      : await give(tx, { ...grant, ...(await anchorsOf(tx, role, user, district, services.master)) })
    if (passwordHash !== undefined) await identity.setPassword(tx, account, passwordHash)
    await note(tx, tenant, [
      { kind: 'account', id: account },
      { kind: overRegion ? 'region_grant' : 'grant', id: granted },
    ])
    return passwordHash === undefined ? await identity.makeHandedLink(tx, account) : null
  })
  return { link: secret && identity.linkAddress(services.settings, secret) }
}

async function getDistrict(services: Services, code: string): Promise<District> {
  const found = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'code', 'time_zone as timeZone', 'wrapped_key as wrappedKey'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'district_unknown', { params: { code } })
  return found
}

/** The account of the address, made when there is none. */
async function accountOf(tx: Tx, email: string, name = email.split('@')[0] ?? email): Promise<number> {
  const known = await identity.findAccount(tx, { email })
  if (known?.disabled) throw new Refusal('conflict', 'account_disabled')
  if (known !== undefined) return known.id
  return (await identity.insertAccount(tx, { email, name, language: null })).id
}

async function anchorsOf(
  tx: Tx,
  role: Role,
  user: NewUser,
  district: District,
  master: Keyring,
): Promise<{ organisation: number | null; person: number | null }> {
  const organisation = user.organisation === undefined ? null : await getOrganisation(tx, user.organisation)
  const person = user.snils === undefined ? null : await getPerson(tx, user.snils, openDistrictKey(master, district))
  if (anchorFault(role, { organisationId: organisation, personId: person })) {
    throw new Refusal('invalid', 'organisation_needed', { params: { role } })
  }
  return { organisation, person }
}

async function getOrganisation(tx: Tx, code: string): Promise<number> {
  const found = await tx
    .selectFrom('registry.organisation')
    .select('id')
    .where('code_key', '=', headerKey(code))
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'organisation_unknown', { params: { code } })
  return found.id
}

async function getPerson(tx: Tx, typed: string, key: Keyring): Promise<number> {
  const snils = parseSnils(typed)
  const found =
    snils === undefined
      ? undefined
      : await tx.selectFrom('registry.person').select('id').where('snils_hash', '=', key.hash(snils)).executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'person_unknown')
  return found.id
}

async function give(tx: Tx, grant: Omit<GrantRow, 'toOn'>): Promise<number> {
  const same = await findSameGrant(tx, grant)
  if (same !== undefined) return same
  await forgetElsewhere(tx, grant.account)
  return await insertGrant(tx, { ...grant, toOn: null })
}

async function giveOverRegion(tx: Tx, grant: RegionGrantRow): Promise<number> {
  const same = await findSameRegionGrant(tx, grant)
  if (same !== undefined) return same
  await forgetElsewhere(tx, grant.account)
  return await insertRegionGrant(tx, grant)
}

/**
 * An account that comes from elsewhere loses its secrets first: an administrator there could have kept one, and would
 * reach further with it than before.
 */
async function forgetElsewhere(tx: Tx, account: number): Promise<void> {
  if ((await findElsewhere(tx, [account])).has(account)) await identity.voidSecrets(tx, account)
}

async function note(tx: Tx, tenant: number | null, objects: readonly { kind: string; id: number }[]): Promise<void> {
  const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
  await appendJournal(tx, { actor, requestId: null, action: 'user add', objects })
}
