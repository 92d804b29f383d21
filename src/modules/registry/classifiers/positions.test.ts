import { expect, test } from 'vitest'
import { addActor, anonymous, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { expectSpansInOrder, faultsOf, hire, matchingRevision, openDistrict } from '../people/people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, position } = district
const foreign = await openDistrict(house)

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const change = (id: number, payload: object, version = 1) =>
  methodist.ask('PATCH', `/api/positions/${id}`, { payload, ...match(version) })
const merge = (id: number, into: number, version = 1) =>
  methodist.ask('POST', `/api/positions/${id}/merge`, { payload: { into }, ...match(version) })

/** A position as a file brings it: not classified. */
async function bring(name = unique('Вожатый')): Promise<number> {
  return await services.database.write(tenant, async (tx) => {
    const row = await tx
      .insertInto('registry.position')
      .values({ key: name.toLowerCase(), name })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function employ(positionId: number, more: object = {}): Promise<{ id: number; employment: number }> {
  const reply = await hire(methodist, district, {}, { positionId, ...more })
  const { id, employments } = reply.json()
  return { id, employment: employments[0].id }
}

async function pedagogue(person: number): Promise<boolean | null | undefined> {
  const { items } = (await methodist.ask('GET', '/api/people?size=200')).json()
  return items.find((line: { id: number }) => line.id === person)?.pedagogue
}

const list = async (query: string) => (await methodist.ask('GET', `/api/positions?${query}`)).json()

test('the classifier is listed with aliases and use, the unclassified to be found at once', async () => {
  const name = unique('Тренер')
  const id = await bring(name)
  await employ(id)
  await employ(id)
  const two = { employments: 2, holders: 2, undecided: 2, files: [] }
  expect(await list('pedagogical=unknown&sort=-employments&size=1')).toEqual({
    items: [{ id, version: 1, name, pedagogical: null, aliases: [], ...two, can: ['change', 'merge'] }],
    total: 1,
  })
  const { items } = await list(`q=${encodeURIComponent('ЗАМДИР')}`)
  expect(items).toMatchObject([
    { name: 'заместитель директора', pedagogical: false, aliases: ['зам. директора', 'замдиректора'], can: ['change'] },
  ])
  expect((await list('pedagogical=no')).total).toBe(6)
  expect((await head.ask('GET', `/api/positions?q=${encodeURIComponent(name)}`)).json().items).toMatchObject([
    { can: [] },
  ])
})

const classify = async (ids: number[], pedagogical: boolean | null) =>
  await methodist.ask('POST', '/api/positions/classify', { payload: { ids, pedagogical } })

test('several positions are classified at once, the effect is said in people, and it is taken back', async () => {
  const [one, other] = [await bring(), await bring()]
  const [holder] = [await employ(one), await employ(other)]
  // Who is a teacher as well is a pedagogue already.
  const teacher = await employ(one)
  await methodist.ask('POST', `/api/people/${teacher.id}/employments`, {
    payload: { organisationId: lyceum, positionId: position('учитель'), hiredOn: '2021-09-01', rate: 0.5, main: false },
  })
  const undecided = async (id: number) =>
    (await list('pedagogical=unknown&size=200')).items.find((item: { id: number }) => item.id === id)
  expect(await undecided(one)).toMatchObject({ holders: 2, undecided: 1 })
  const done = await classify([one, other], true)
  expect(done.statusCode, done.body).toBe(201)
  expect(done.json()).toEqual({ changed: 2, entered: 2, left: 0 })
  expect(await pedagogue(holder.id)).toBe(true)
  expect((await classify([one, other], true)).json()).toEqual({ changed: 0, entered: 0, left: 0 })
  expect((await classify([one, other], null)).json()).toEqual({ changed: 2, entered: 0, left: 2 })
  expect(await pedagogue(holder.id)).toBeNull()
  await expectSpansInOrder(house, tenant)
})

test('what is not there, of another district or too much at once is not classified', async () => {
  const id = await bring()
  expect((await classify([id, 2_000_000_000], true)).statusCode).toBe(404)
  expect((await classify([foreign.position('учитель')], false)).statusCode).toBe(404)
  expect((await classify([], true)).statusCode).toBe(422)
  expect((await classify(Array(201).fill(id), true)).statusCode).toBe(422)
  expect(
    (await head.ask('POST', '/api/positions/classify', { payload: { ids: [id], pedagogical: true } })).statusCode,
  ).toBe(403)
})

test('classifying a position makes its holders pedagogues, or not, in every span', async () => {
  const id = await bring()
  const holder = await employ(id)
  expect(await pedagogue(holder.id)).toBeNull()
  const revision = await matchingRevision(house, tenant)
  const reply = await change(id, { pedagogical: true })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers.etag).toBe('"2"')
  expect(reply.json()).toMatchObject({ pedagogical: true, version: 2, employments: 1 })
  expect(await pedagogue(holder.id)).toBe(true)
  expect(await matchingRevision(house, tenant)).toBeGreaterThan(revision)
  await expectSpansInOrder(house, tenant)
  await change(id, { pedagogical: false }, 2)
  expect(await pedagogue(holder.id)).toBe(false)
  await expectSpansInOrder(house, tenant)
})

test('a renamed position is found by both names', async () => {
  const old = unique('Прежняя')
  const [id, name] = [await bring(old), unique('Новая  Должность')]
  expect((await change(id, { name })).json()).toMatchObject({
    name: name.replace('  ', ' '),
    aliases: [old.toLowerCase()],
  })
  expect((await list(`q=${encodeURIComponent(old)}`)).items).toMatchObject([{ id }])
  // And back: a name is no alias of itself.
  expect((await change(id, { name: old }, 2)).json()).toMatchObject({
    name: old,
    aliases: [name.replace('  ', ' ').toLowerCase()],
  })
  expect((await change(id, { name: old.toUpperCase() }, 3)).json()).toMatchObject({ name: old.toUpperCase() })
  for (const taken of ['Учитель', 'Замдиректора']) {
    expect(faultsOf(await change(id, { name: taken }, 4))).toEqual(['name position_taken'])
  }
  await expectSpansInOrder(house, tenant)
})

test('a spelling merged into its position becomes an alias, and its rows those of the position', async () => {
  const name = unique('учит. нач. кл.')
  const id = await bring(name)
  await services.database.write(tenant, (tx) =>
    tx
      .insertInto('registry.position_alias')
      .values({ key: `${name}!`, position_id: id })
      .execute(),
  )
  const holder = await employ(id)
  const post = await services.database.write(tenant, (tx) =>
    tx
      .insertInto('staffing.post')
      .values({ organisation_id: school, position_id: id, planned: 2, filled: 1, on_day: '2026-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const teacher = position('учитель')
  const reply = await merge(id, teacher)
  expect(reply.statusCode, reply.body).toBe(201)
  expect(reply.json()).toMatchObject({ id: teacher, name: 'учитель', can: ['change'] })
  expect(reply.json().aliases).toEqual(expect.arrayContaining([name, `${name}!`]))
  expect(await pedagogue(holder.id)).toBe(true)
  const db = services.database.reader(tenant)
  expect(await db.selectFrom('registry.position').select('id').where('id', '=', id).execute()).toEqual([])
  expect(await db.selectFrom('staffing.post').select('position_id').where('id', '=', post.id).execute()).toEqual([
    { position_id: teacher },
  ])
  expect(
    await db
      .selectFrom('platform.journal')
      .select(['object_id', 'details'])
      .where('action', '=', 'mergePosition')
      .execute(),
  ).toEqual([{ object_id: teacher, details: { merged: id } }])
  await expectSpansInOrder(house, tenant)
})

test('an employment said twice is merged into one; two that differ are refused', async () => {
  const [id, teacher] = [await bring(), position('учитель')]
  const [same, differing] = [await employ(id), await employ(id)]
  const again = (person: number, rate: number) =>
    methodist.ask('POST', `/api/people/${person}/employments`, {
      payload: { organisationId: school, positionId: teacher, hiredOn: '2020-09-01', rate, main: true },
    })
  await again(same.id, 1)
  const second = (await again(differing.id, 0.5)).json()
  const refused = await merge(id, teacher)
  expect(refused.json()).toMatchObject({ status: 409, code: 'positions_collide' })
  const count = async (person: number): Promise<number> =>
    (await methodist.ask('GET', `/api/people/${person}`)).json().employments.length
  expect(await count(same.id)).toBe(2)
  await methodist.ask('DELETE', `/api/employments/${second.id}`, match(1))
  expect((await merge(id, teacher)).statusCode).toBe(201)
  expect([await count(same.id), await count(differing.id)]).toEqual([1, 1])
  await expectSpansInOrder(house, tenant)
})

test('posts of both on one day are refused', async () => {
  const [id, teacher] = [await bring(), position('учитель')]
  await services.database.write(tenant, (tx) =>
    tx
      .insertInto('staffing.post')
      .values(
        [id, teacher].map((position_id) => ({
          organisation_id: lyceum,
          position_id,
          planned: 1,
          filled: 1,
          on_day: '2026-01-01',
        })),
      )
      .execute(),
  )
  expect((await merge(id, teacher)).json()).toMatchObject({ status: 409, code: 'positions_collide' })
})

test('only what is not classified can be merged, into another that is there', async () => {
  const id = await bring()
  expect((await merge(position('директор'), id)).json()).toMatchObject({ status: 409, code: 'position_classified' })
  expect(faultsOf(await merge(id, id))).toEqual(['into reference_unknown'])
  expect(faultsOf(await merge(id, foreign.position('учитель')))).toEqual(['into reference_unknown'])
  expect((await merge(id, position('учитель'), 2)).json()).toMatchObject({ status: 412, code: 'version_conflict' })
})

test('nobody, the wrong role, another district, old versions and faulty fields are refused', async () => {
  const id = await bring()
  const payload = { pedagogical: true }
  const at = `/api/positions/${id}`
  expect((await anonymous(house).ask('GET', '/api/positions')).statusCode).toBe(401)
  expect((await (await addActor(house)).ask('GET', '/api/positions')).statusCode).toBe(403)
  expect((await head.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(403)
  expect((await head.ask('POST', `${at}/merge`, { payload: { into: 1 }, ...match(1) })).statusCode).toBe(403)
  expect((await foreign.methodist.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  expect((await foreign.methodist.ask('POST', `${at}/merge`, { payload: { into: 1 }, ...match(1) })).statusCode).toBe(
    404,
  )
  expect((await change(id, payload, 7)).statusCode).toBe(412)
  expect(faultsOf(await methodist.ask('PATCH', at, { payload }))).toEqual(['If-Match version_required'])
  expect(faultsOf(await change(id, { name: ' ', key: 'x' }))).toEqual(['key unknown_field', 'name too_short'])
})
