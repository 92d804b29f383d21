import { sql } from 'kysely'
import { expect } from 'vitest'
import { addActor, addDistrict, addOrganisation, type Person, unique } from '../../../../test/harness/actors.ts'
import type { TestHouse } from '../../../../test/harness/house.ts'

/** A district with two schools, a methodist over it and a head over each school; positions by their keys. */
export async function openDistrict(house: TestHouse) {
  const { tenant } = await addDistrict(house)
  const [school, lyceum] = [await addOrganisation(house, tenant), await addOrganisation(house, tenant)]
  const [methodist, head, otherHead] = [
    await addActor(house, [{ tenant, role: 'methodist' }]),
    await addActor(house, [{ tenant, role: 'head', organisation: school }]),
    await addActor(house, [{ tenant, role: 'head', organisation: lyceum }]),
  ]
  const rows = await house.services.database
    .reader(tenant)
    .selectFrom('registry.position')
    .select(['id', 'key'])
    .execute()
  const positions = new Map(rows.map(({ id, key }) => [key, id]))
  const position = (key: string): number => positions.get(key) ?? expect.unreachable()
  return { tenant, school, lyceum, methodist, head, otherHead, position }
}

export type TestDistrict = Awaited<ReturnType<typeof openDistrict>>

/** A value of a list of the district. */
export async function addValue(house: TestHouse, tenant: number, kind: string, label = unique(kind)): Promise<number> {
  return await house.services.database.write(tenant, async (tx) => {
    const row = await tx
      .insertInto('registry.classifier_value')
      .values({ kind, key: label.toLowerCase(), label })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

/** Numbers that pass the check of their last two digits. */
export const SNILS = ['112-233-445 95', '087-654-303 00', '144-444-445 53'] as const

/** Adds somebody through the API; returns the reply. */
export async function hire(
  actor: Person,
  { school, position }: Pick<TestDistrict, 'school' | 'position'>,
  person: object = {},
  employment: object = {},
) {
  const work = {
    organisationId: school,
    positionId: position('учитель'),
    hiredOn: '2020-09-01',
    rate: 1,
    main: true,
    ...employment,
  }
  const who = { surname: unique('Фамилия'), givenName: 'Анна', patronymic: 'Петровна', birthOn: '1980-05-01' }
  return await actor.ask('POST', '/api/people', { payload: { ...who, employment: work, ...person } })
}

/** The spans as they stand are those that a rebuild of the whole district would make. */
export async function expectSpansInOrder({ services }: TestHouse, tenant: number): Promise<void> {
  const [kept, rebuilt] = await services.database.write(tenant, async (tx) => {
    const read = () =>
      tx.selectFrom('registry.person_span').selectAll().orderBy('person_id').orderBy('from_on').execute()
    const before = await read()
    await tx.deleteFrom('registry.person_span').execute()
    await sql`select registry.rebuild_spans(null)`.execute(tx)
    return [before, await read()]
  })
  expect(kept).toEqual(rebuilt)
}

/** How often what loads match with has changed. */
export async function matchingRevision({ services }: TestHouse, tenant: number): Promise<number> {
  const row = await services.database
    .reader(tenant)
    .selectFrom('registry.matching_revision')
    .select('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** The faulty fields a refusal names. */
export const faultsOf = (reply: { json(): { errors?: { path: string; code: string }[] } }): string[] =>
  (reply.json().errors ?? []).map(({ path, code }) => `${path} ${code}`).sort()
