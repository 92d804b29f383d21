import { ROLE_ANCHOR, ROLES, type Role } from '../../../access-matrix.ts'
import type { Actor } from '../../../platform/access/access.ts'
import { today } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { Email } from '../../identity/accounts/profile.contract.ts'
import * as identity from '../../identity/index.ts'
import { NewPassword } from '../../identity/passwords/passwords.contract.ts'
import { headerKey } from '../text.ts'
import { findElsewhere, insertGrant, insertRegionGrant } from './grants.repo.ts'
import { anchorFault } from './grants.rules.ts'
import { joinRegion } from './regions.repo.ts'

export type NewUser = {
  readonly email: string
  readonly role: string
  /** Code of the organisation the role is held over, or of the employer. */
  readonly organisation?: string | undefined
  /** Code of the district. */
  readonly district: string
  readonly password?: string | undefined
  /** Keyed hash of the number by which the person is known in the district. */
  readonly snilsHash?: Buffer | undefined
}

type District = { readonly id: number; readonly code: string; readonly timeZone: string }

/**
 * Gives a role at the command line, to a new account or to the one the address has. Without a password the answer is a
 * one-time sign-in link, good for seven days. Refuses unknown roles, districts, organisations and people, and passwords
 * that are easy to guess.
 */
export async function addUser(services: Services, user: NewUser): Promise<{ link: string | null }> {
  const role = ROLES.find((name) => name === user.role)
  if (role === undefined) throw new Refusal('invalid', 'role_unknown', { params: { roles: ROLES.join(', ') } })
  const email = Email.safeParse(user.email)
  if (!email.success) throw new Refusal('invalid', 'email_wrong')
  const district = await getDistrict(services, user.district)
  const name = email.data.split('@')[0] ?? email.data
  const passwordHash =
    user.password === undefined ? undefined : await hashOf(user.password, { email: email.data, name })
  const region = ROLE_ANCHOR[role] === 'region'
  // What is over a region belongs to no district, and a connection of a district could not write it.
  const tenant = region ? null : district.id
  const secret = await services.database.write(tenant, async (tx) => {
    const account = await accountOf(tx, email.data, name)
    const day = today(district.timeZone)
    const grant = region
      ? await insertRegionGrant(tx, { account, role, region: await joinRegion(tx, district), fromOn: day })
      : await insertGrant(tx, { account, role, ...(await anchorsOf(tx, role, user)), fromOn: day, toOn: null })
    if (passwordHash !== undefined) await identity.setPassword(tx, account, passwordHash)
    await note(tx, tenant, account, region ? 'region_grant' : 'grant', grant)
    return passwordHash === undefined ? await identity.makeLink(tx, account, identity.HANDED_LINK_MINUTES) : null
  })
  return { link: secret && identity.linkAddress(services.settings, secret) }
}

async function getDistrict(services: Services, code: string): Promise<District> {
  const found = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'code', 'time_zone as timeZone'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'district_unknown', { params: { code } })
  return found
}

/**
 * The account of the address, made when there is none. One that works elsewhere loses its secrets first: an administrator
 * there could have kept one, and would reach this district with it.
 */
async function accountOf(tx: Tx, email: string, name: string): Promise<number> {
  const known = await identity.findAccount(tx, { email })
  if (known === undefined) return (await identity.insertAccount(tx, { email, name, language: null })).id
  if (known.disabled) throw new Refusal('conflict', 'account_disabled')
  if ((await findElsewhere(tx, [known.id])).has(known.id)) await identity.voidSecrets(tx, known.id)
  return known.id
}

async function anchorsOf(
  tx: Tx,
  role: Role,
  user: NewUser,
): Promise<{ organisation: number | null; person: number | null }> {
  const organisation = user.organisation === undefined ? null : await getOrganisation(tx, user.organisation)
  const person = user.snilsHash === undefined ? null : await getPerson(tx, user.snilsHash)
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

async function getPerson(tx: Tx, snilsHash: Buffer): Promise<number> {
  const found = await tx
    .selectFrom('registry.person')
    .select('id')
    .where('snils_hash', '=', snilsHash)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'person_unknown')
  return found.id
}

async function note(tx: Tx, tenant: number | null, account: number, kind: string, grant: number): Promise<void> {
  const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
  const objects = [
    { kind: 'account', id: account },
    { kind, id: grant },
  ]
  await appendJournal(tx, { actor, requestId: null, action: 'user add', objects })
}

/** At the command line there is no field to mark, so one refusal says it all. */
async function hashOf(password: string, account: { email: string; name: string }): Promise<string> {
  if (!NewPassword.safeParse(password).success) throw new Refusal('invalid', 'password_weak')
  try {
    return await identity.hashNewPassword(password, account)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('invalid', 'password_weak')
    throw error
  }
}
