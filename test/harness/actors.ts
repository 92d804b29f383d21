import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Role } from '../../src/access-matrix.ts'
import { insertAccount } from '../../src/modules/identity/accounts/accounts.repo.ts'
import { hashSecret, newApiToken } from '../../src/modules/identity/secret.ts'
import { insertToken } from '../../src/modules/identity/tokens/tokens.repo.ts'
import { createDistrict, type DistrictSeed } from '../../src/modules/registry/districts/district.creation.ts'
import { insertGrant, insertRegionGrant } from '../../src/modules/registry/grants/grants.repo.ts'
import { insertOrganisation } from '../../src/modules/registry/organisations/organisations.repo.ts'
import type { Services } from '../../src/platform/services.ts'

type Inside = { readonly services: Services }
type House = Inside & { readonly app: FastifyInstance }

let count = 0
/** A name no other object of the run has. */
export const unique = (what: string): string => `${what}-${process.pid}-${++count}`

/** Adds a district (with a region of its own unless one is given); returns their ids and the district's code. */
export async function addDistrict(
  { services }: Inside,
  given: { region?: number; seeds?: readonly DistrictSeed[] } = {},
): Promise<{ tenant: number; code: string; region: number }> {
  const code = unique('d')
  return await services.database.write(null, async (tx) => {
    const region =
      given.region ??
      (
        await tx
          .insertInto('registry.region')
          .values({ code: unique('r'), name: 'Регион' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const district = { code, name: `Район ${code}`, regionId: region }
    const tenant = await createDistrict(tx, district, { master: services.master, seeds: given.seeds ?? [] })
    return { tenant, code, region }
  })
}

export async function addOrganisation({ services }: Inside, tenant: number, code = unique('o')): Promise<number> {
  const values = {
    code,
    name: `Школа ${code}`,
    type: 'school',
    pupils: null,
    mentoringModelOn: null,
    activeUntil: null,
    kindId: null,
    shifts: null,
  } as const
  return (await services.database.write(tenant, (tx) => insertOrganisation(tx, values))).id
}

export async function addPerson({ services }: Inside, tenant: number, surname = 'Иванова'): Promise<number> {
  return await services.database.write(tenant, async (tx) => {
    const row = await tx
      .insertInto('registry.person')
      .values({ surname, given_name: 'Анна', given_key: 'анна', birth_on: '1980-05-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

/** Employs a person as a teacher from the first day of 2020. */
export async function employ(
  { services }: Inside,
  tenant: number,
  employment: { person: number; organisation: number; dismissedOn?: string | null },
): Promise<number> {
  return await services.database.write(tenant, async (tx) => {
    const position = await tx
      .selectFrom('registry.position')
      .select('id')
      .where('key', '=', 'учитель')
      .executeTakeFirstOrThrow()
    const row = await tx
      .insertInto('registry.employment')
      .values({
        person_id: employment.person,
        organisation_id: employment.organisation,
        position_id: position.id,
        hired_on: '2020-01-01',
        dismissed_on: employment.dismissedOn ?? null,
        rate: 1,
        main: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

export type GivenRole = {
  readonly tenant: number
  readonly role: Role
  readonly organisation?: number | null
  readonly person?: number | null
  readonly region?: number
}

/** An account with an API token, and requests in its name. */
export type Person = {
  readonly account: number
  readonly email: string
  readonly headers: Readonly<Record<string, string>>
  ask(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    rest?: Partial<InjectOptions>,
  ): Promise<LightMyRequestResponse>
}

/** Adds an account with these roles, known by an API token. */
export async function addActor(house: House, roles: readonly GivenRole[] = []): Promise<Person> {
  const { services } = house
  const token = newApiToken()
  const email = `${unique('user')}@rost.example`
  const account = await services.database.write(null, async (tx) => {
    const { id } = await insertAccount(tx, { email, name: email, language: null })
    await insertToken(tx, { tokenHash: hashSecret(token), account: id, name: 'test', days: 1 })
    for (const { role, region } of roles) {
      if (region !== undefined) await insertRegionGrant(tx, { account: id, role, region, fromOn: '2020-01-01' })
    }
    return id
  })
  for (const { tenant, role, organisation = null, person = null, region } of roles) {
    if (region !== undefined) continue
    await services.database.write(tenant, (tx) =>
      insertGrant(tx, { account, role, organisation, person, fromOn: '2020-01-01', toOn: null }),
    )
  }
  return { account, email, ...requestsOf(house, { authorization: `Bearer ${token}` }) }
}

/** Requests with these headers. */
export function requestsOf({ app }: House, headers: Readonly<Record<string, string>>): Pick<Person, 'headers' | 'ask'> {
  return {
    headers,
    ask: (method, url, rest = {}) => app.inject({ method, url, ...rest, headers: { ...headers, ...rest.headers } }),
  }
}

export const anonymous = (house: House): Pick<Person, 'headers' | 'ask'> => requestsOf(house, {})
