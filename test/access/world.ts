import { sql } from 'kysely'
import { ROLE_ANCHOR, ROLES, type Role } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { addActor, addDistrict, addOrganisation, addPerson, employ, type Person, unique } from '../harness/actors.ts'
import type { TestHouse } from '../harness/house.ts'

/** Where the object of a request is, seen from the actor: the own organisation, another of the district, another district. */
export const PLACES = ['own', 'sister', 'abroad'] as const
export type Place = (typeof PLACES)[number]

/** Words in the names of everything that is in the sister organisation, and in the district abroad. */
export const SISTER = 'Соседкино'
export const ABROAD = 'Чужбиново'

export type Organisation = { readonly id: number; readonly person: number }
export type District = {
  readonly tenant: number
  readonly code: string
  readonly region: number
  readonly organisation: Organisation
  readonly methodist: Person
  /** Code of an indicator that counts everybody. */
  readonly indicator: string
  readonly snapshot: number
}
export type World = {
  readonly house: TestHouse
  readonly here: District
  readonly sister: Organisation
  readonly abroad: District
}

/** Two districts of different regions with an organisation each, and a second organisation in the first. */
export async function makeWorld(house: TestHouse): Promise<World> {
  const here = await makeDistrict(house, 'Родной')
  const sister = await makeOrganisation(house, here.tenant, SISTER)
  return { house, here: await withFigures(here), sister, abroad: await withFigures(await makeDistrict(house, ABROAD)) }
}

/** The district and the organisation a place means. */
export function at(world: World, place: Place): { district: District; organisation: Organisation } {
  const district = place === 'abroad' ? world.abroad : world.here
  return { district, organisation: place === 'sister' ? world.sister : district.organisation }
}

/** An account for each role: over the own organisation, as a person of it, or over the district employed there. */
export async function makeActors(world: World): Promise<ReadonlyMap<Role, Person>> {
  const actors = await Promise.all(ROLES.map(async (role) => [role, await makeActor(world, [role])] as const))
  return new Map(actors)
}

export async function makeActor({ house, here }: World, roles: readonly Role[]): Promise<Person> {
  const { tenant, region, organisation } = here
  return await addActor(
    house,
    roles.map((role) =>
      ROLE_ANCHOR[role] === 'region'
        ? { tenant, role, region }
        : { tenant, role, organisation: organisation.id, person: organisation.person },
    ),
  )
}

type Bare = Omit<District, 'snapshot'> & { readonly house: TestHouse; readonly word: string }

async function makeDistrict(house: TestHouse, word: string): Promise<Bare> {
  const { tenant, code, region } = await addDistrict(house, { seeds: modules.flatMap((m) => m.seedDistrict ?? []) })
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const organisation = await makeOrganisation(house, tenant, word)
  return { house, word, tenant, code, region, organisation, methodist, indicator: await makeIndicator(methodist, word) }
}

async function withFigures({ house: _, word, ...district }: Bare): Promise<District> {
  const payload = { date: '2026-01-31', title: `Срез ${word}` }
  const reply = await district.methodist.ask('POST', '/api/snapshots', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  const { id } = reply.json()
  // Whoever may see figures sees those that are published.
  const approval = { number: '1-р', date: '2026-02-01', signatory: 'Начальник отдела' }
  const step = (name: string, version: number, body?: object) =>
    district.methodist.ask('POST', `/api/snapshots/${id}/${name}`, {
      ...(body && { payload: body }),
      headers: { 'if-match': `"${version}"` },
    })
  await step('approve', 1, approval)
  const published = await step('publish', 2)
  if (published.statusCode !== 201) throw new Error(published.body)
  return { ...district, snapshot: id }
}

async function makeOrganisation(house: TestHouse, tenant: number, word: string): Promise<Organisation> {
  const id = await addOrganisation(house, tenant, unique(word))
  const person = await addPerson(house, tenant, word)
  await employ(house, tenant, { person, organisation: id })
  await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
  return { id, person }
}

/** Adds an indicator that counts all pedagogues, by organisation; returns its code. */
export async function makeIndicator(methodist: Person, word: string): Promise<string> {
  const code = unique('И').slice(0, 20)
  const body = { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: ['organisation'] }
  const payload = { code, titleRu: `Все ${word}`, titleEn: `Everybody ${word}`, validFrom: '2020-01-01', body }
  const reply = await methodist.ask('POST', '/api/indicator-definitions', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return code
}
