import { expect, test } from 'vitest'
import { addActor, type Person, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { expectSpansInOrder, hire, openDistrict, SNILS } from '../people/people.fixture.ts'
import type { Revision } from './history.contract.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead, position } = district
const teacher = await addActor(house, [{ tenant, role: 'teacher' }])

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

async function revisions(actor: Person, path: string): Promise<Revision[]> {
  const reply = await actor.ask('GET', `${path}/revisions`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().items
}

async function undo(actor: Person, path: string, { id }: Revision) {
  return await actor.ask('POST', `${path}/revisions/${id}/undo`)
}

async function added(person: object = {}, employment: object = {}) {
  const reply = await hire(methodist, district, person, employment)
  expect(reply.statusCode, reply.body).toBe(201)
  const { id, employments } = reply.json()
  return { id, path: `/api/people/${id}`, employment: employments[0].id as number }
}

const first = (list: Revision[]): Revision => list[0] ?? expect.unreachable()

test('each change by hand is told with its fields, from what to what, by whom', async () => {
  const { path } = await added()
  const changed = await methodist.ask('PATCH', path, {
    payload: { surname: 'Новикова', sex: 'female', snils: SNILS[0] },
    ...match(1),
  })
  expect(changed.statusCode, changed.body).toBe(200)
  const [change, place, person] = await revisions(methodist, path)
  expect(change).toMatchObject({ kind: 'person', action: 'changed', undone: false, undoes: null, can: ['undo'] })
  expect(change?.by).not.toBeNull()
  expect(change?.fields).toContainEqual({ field: 'sex', before: null, after: 'женский' })
  expect(change?.fields).toContainEqual({ field: 'snils', before: null, after: '•••' })
  expect(change?.fields.map(({ field }) => field).sort()).toEqual(['sex', 'snils', 'surname'])
  expect(place).toMatchObject({ kind: 'employment', action: 'added', organisation: { id: school } })
  expect(place?.fields).toContainEqual({ field: 'position', before: null, after: 'учитель' })
  expect(person).toMatchObject({ kind: 'person', action: 'added' })
  const english = await methodist.ask('GET', `${path}/revisions`, { headers: { 'accept-language': 'en' } })
  expect(english.json().items[0].fields).toContainEqual({ field: 'sex', before: null, after: 'female' })
})

test('a change that changes nothing leaves no trace', async () => {
  const { path } = await added({ sex: 'male' })
  expect((await methodist.ask('PATCH', path, { payload: { sex: 'male' }, ...match(1) })).statusCode).toBe(200)
  expect(await revisions(methodist, path)).toHaveLength(2)
})

test('a change is taken back with where its values came from, and that again', async () => {
  const { id, path } = await added({ surname: 'Первая' })
  await house.services.database.write(tenant, async (tx) => {
    const origins = JSON.stringify({ surname: [7, 3], sex: [7, 4] })
    await tx.updateTable('registry.person').set({ origins }).where('id', '=', id).execute()
  })
  await methodist.ask('PATCH', path, { payload: { surname: 'Вторая' }, ...match(1) })
  expect((await undo(methodist, path, first(await revisions(methodist, path)))).statusCode).toBe(204)
  const back = (await methodist.ask('GET', path)).json()
  expect(back).toMatchObject({ surname: 'Первая', version: 3, origins: { surname: { source: 7, row: 3 } } })
  const [taken, change] = await revisions(methodist, path)
  expect(change).toMatchObject({ undone: true, can: [] })
  expect(taken).toMatchObject({ undoes: change?.id, action: 'changed' })
  expect((await undo(methodist, path, taken ?? expect.unreachable())).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).json()).toMatchObject({ surname: 'Вторая', origins: { surname: null } })
  const found = await methodist.ask('GET', '/api/people', { query: { q: 'вторая' } })
  expect(found.json().items.map((line: { id: number }) => line.id)).toContain(id)
})

test('what was changed again since is not taken back; what else changed does not matter', async () => {
  const { path } = await added()
  await methodist.ask('PATCH', path, { payload: { givenName: 'Мария' }, ...match(1) })
  const change = first(await revisions(methodist, path))
  await methodist.ask('PATCH', path, { payload: { sex: 'female' }, ...match(2) })
  await methodist.ask('PATCH', path, { payload: { givenName: 'Марина' }, ...match(3) })
  const refused = await undo(methodist, path, change)
  expect(refused.statusCode).toBe(409)
  expect(refused.json().code).toBe('changed_since')
  await undo(methodist, path, first(await revisions(methodist, path)))
  expect((await undo(methodist, path, change)).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).json()).toMatchObject({ givenName: 'Анна', sex: 'female' })
  const twice = await undo(methodist, path, change)
  expect(twice.json().code).toBe('undone_already')
})

test('a place of work removed comes back as it was, a dismissal is taken back, figures follow', async () => {
  const { id, path, employment } = await added({}, { rate: 0.75, experienceSince: '2010-01-01' })
  const before = (await methodist.ask('GET', path)).json().employments
  expect((await methodist.ask('DELETE', `/api/employments/${employment}`, match(1))).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).json().employments).toEqual([])
  expect((await undo(methodist, path, first(await revisions(methodist, path)))).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).json().employments).toEqual(before)
  const payload = { dismissedOn: '2024-08-31' }
  expect((await methodist.ask('PATCH', `/api/employments/${employment}`, { payload, ...match(1) })).statusCode).toBe(
    200,
  )
  await undo(methodist, path, first(await revisions(methodist, path)))
  const there = await methodist.ask('GET', '/api/people', { query: { organisation: String(school), size: '200' } })
  expect(there.json().items.map((line: { id: number }) => line.id)).toContain(id)
  await expectSpansInOrder(house, tenant)
})

test('somebody added by mistake goes with the place of work, unless something else is there', async () => {
  const { path, employment } = await added()
  const own = (await revisions(methodist, path)).find(({ kind }) => kind === 'person') ?? expect.unreachable()
  expect((await undo(methodist, path, own)).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).statusCode).toBe(404)
  expect(
    (await methodist.ask('PATCH', `/api/employments/${employment}`, { payload: {}, ...match(1) })).statusCode,
  ).toBe(404)

  const kept = await added()
  const person = (await revisions(methodist, kept.path)).find(({ kind }) => kind === 'person') ?? expect.unreachable()
  await house.services.database.write(tenant, async (tx) => {
    const kind = await tx
      .insertInto('registry.classifier_value')
      .values({ kind: 'pool_kind', key: unique('pool'), label: 'Резерв' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('talent.pool_membership')
      .values({ person_id: kept.id, kind_id: kind.id, from_on: '2024-01-01' })
      .execute()
  })
  const refused = await undo(methodist, kept.path, person)
  expect(refused.statusCode, refused.body).toBe(409)
  expect(refused.json().code).toBe('undo_in_use')
  expect((await methodist.ask('GET', kept.path)).json().employments).toHaveLength(1)
})

test('an employer sees and takes back its own part only', async () => {
  const { id, path } = await added()
  const elsewhere = {
    organisationId: lyceum,
    positionId: position('учитель'),
    hiredOn: '2021-09-01',
    rate: 0.5,
    main: false,
  }
  expect((await methodist.ask('POST', `${path}/employments`, { payload: elsewhere })).statusCode).toBe(201)
  const all = await revisions(methodist, path)
  expect(all.map(({ kind }) => kind)).toEqual(['employment', 'employment', 'person'])
  const seen = await revisions(head, path)
  expect(seen.map(({ kind, organisation }) => organisation?.id ?? kind)).toEqual([school, 'person'])
  expect((await undo(head, path, first(all))).statusCode).toBe(404)
  expect((await revisions(otherHead, path)).map(({ can }) => can)).toEqual([['undo'], ['undo']])
  expect((await teacher.ask('GET', `${path}/revisions`)).statusCode).toBe(404)
  const other = await added()
  expect((await undo(methodist, other.path, first(all))).statusCode).toBe(404)
  expect((await revisions(methodist, `/api/people/${id}`)).every(({ undone }) => !undone)).toBe(true)
})

test('an organisation has its history too', async () => {
  const payload = { code: unique('код'), name: 'Школа на горе', type: 'school' }
  const { id } = (await methodist.ask('POST', '/api/organisations', { payload })).json()
  const path = `/api/organisations/${id}`
  await methodist.ask('PATCH', path, { payload: { pupils: 320, type: 'kindergarten' }, ...match(1) })
  const change = first(await revisions(methodist, path))
  expect(change.fields).toEqual([
    { field: 'type', before: 'школа', after: 'ДОУ' },
    { field: 'pupils', before: null, after: '320' },
  ])
  expect((await undo(head, path, change)).statusCode).toBe(403)
  expect((await undo(methodist, path, change)).statusCode).toBe(204)
  expect((await methodist.ask('GET', path)).json()).toMatchObject({ pupils: null, type: 'school' })
  expect((await revisions(head, path)).every(({ can }) => can.length === 0)).toBe(true)
})
