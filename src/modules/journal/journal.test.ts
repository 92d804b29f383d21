import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, type Person } from '../../../test/harness/actors.ts'
import { openBrowser } from '../../../test/harness/browser.ts'
import { openTestHouse } from '../../../test/harness/house.ts'
import { modules } from '../../modules.ts'
import { ACTION_CODES, KIND_CODES, nameOfAction } from './actions.contract.ts'
import type { JournalRow } from './journal.contract.ts'

const house = await openTestHouse()
const { app } = house

async function addPlace() {
  const { tenant } = await addDistrict(house, { seeds: modules.flatMap((module) => module.seedDistrict ?? []) })
  return {
    tenant,
    officer: await addActor(house, [{ tenant, role: 'security' }]),
    methodist: await addActor(house, [{ tenant, role: 'methodist' }]),
    admin: await addActor(house, [{ tenant, role: 'admin' }]),
  }
}

const read = async (
  { ask }: Person,
  query: Record<string, string> = {},
): Promise<{ items: JournalRow[]; total: number }> => {
  const reply = await ask('GET', '/api/journal', { query })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const actions = ({ items }: { items: readonly JournalRow[] }): string[] => items.map(({ action }) => action)
const change = ({ ask }: Person, id: number, version: number, payload: object) =>
  ask('PATCH', `/api/people/${id}`, { payload, headers: { 'if-match': `"${version}"` } })

test('who, what, object and fields; names are found when somebody reads', async () => {
  const { tenant, officer, methodist } = await addPlace()
  const person = await addPerson(house, tenant, 'Орлова')
  await change(methodist, person, 1, { sex: 'female' })
  const seen = await read(officer)
  expect(seen.items[0]).toMatchObject({
    ...{ by: 'account', action: 'changePerson', as: null },
    who: { id: methodist.account, name: methodist.email },
    object: { kind: 'person', id: person, name: 'Орлова Анна' },
    details: { fields: expect.arrayContaining(['sex']) },
  })
  await change(methodist, person, 2, { surname: 'Соколова' })
  expect((await read(officer)).items.map(({ object }) => object?.name)).toEqual(['Соколова Анна', 'Соколова Анна'])
})

test('filters: by person, action, kind and number, days; pages', async () => {
  const { tenant, officer, methodist, admin } = await addPlace()
  const [one, two] = [await addPerson(house, tenant), await addPerson(house, tenant)]
  await change(methodist, one, 1, { sex: 'female' })
  await change(methodist, two, 1, { sex: 'female' })
  await admin.ask('POST', '/api/organisations', { payload: { code: 'Ж1', name: 'Школа', type: 'school' } })
  expect((await read(officer)).total).toBe(3)
  expect(actions(await read(officer, { who: admin.email.slice(0, -6) }))).toEqual(['createOrganisation'])
  expect((await read(officer, { accountId: String(methodist.account) })).total).toBe(2)
  expect((await read(officer, { action: 'changePerson' })).total).toBe(2)
  expect((await read(officer, { kind: 'person', objectId: String(two) })).total).toBe(1)
  const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10)
  expect((await read(officer, { from: today, to: today })).total).toBe(3)
  expect((await read(officer, { to: '2020-01-01' })).total).toBe(0)
  expect((await read(officer, { from: '2199-01-01' })).total).toBe(0)
  const pages = [await read(officer, { size: '2' }), await read(officer, { size: '2', page: '2' })]
  expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
    [2, 3],
    [1, 3],
  ])
})

test('how accounts of the district came in, those of others not', async () => {
  const [here, there] = [await addPlace(), await addPlace()]
  for (const { methodist } of [here, there]) {
    await openBrowser(app).ask('POST', '/api/sign-in', {
      payload: { email: methodist.email, password: 'not this one' },
    })
  }
  const { items } = await read(here.officer, { action: 'signIn.refused' })
  expect(items).toMatchObject([{ by: 'anonymous', who: null, object: { kind: 'account', id: here.methodist.account } }])
  const organisation = await addOrganisation(house, there.tenant)
  await there.methodist.ask('PATCH', `/api/organisations/${organisation}`, {
    payload: { pupils: 5 },
    headers: { 'if-match': '"1"' },
  })
  expect(actions(await read(here.officer))).not.toContain('changeOrganisation')
  expect(actions(await read(there.officer))).toContain('changeOrganisation')
})

test('taken away as a workbook, which the journal notes with filters and rows', async () => {
  const { tenant, officer, methodist } = await addPlace()
  await change(methodist, await addPerson(house, tenant, '=1+1'), 1, { sex: 'female' })
  const reply = await officer.ask('GET', '/api/journal.xlsx', { query: { kind: 'person', who: methodist.email } })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers['content-disposition']).toMatch(/journal-\d{4}-\d\d-\d\d\.xlsx/)
  expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const [noted] = (await read(officer)).items
  expect(noted).toMatchObject({
    ...{ action: 'exportJournal', who: { id: officer.account } },
    details: { kind: 'person', byName: true, rows: 1 },
  })
  expect(JSON.stringify(noted)).not.toContain(methodist.email)
})

test('the officer reads it and nobody else; nobody changes what is written', async () => {
  const { tenant, officer, methodist, admin } = await addPlace()
  for (const other of [methodist, admin]) {
    for (const path of ['/api/journal', '/api/journal.xlsx'])
      expect((await other.ask('GET', path)).statusCode).toBe(403)
  }
  for (const method of ['POST', 'PATCH', 'DELETE'] as const)
    expect((await officer.ask(method, '/api/journal')).statusCode).toBe(404)
  const { database } = house.services
  const edit = database.write(tenant, (tx) => tx.updateTable('platform.journal').set({ action: 'x' }).execute())
  await expect(edit).rejects.toThrow('permission denied')
  const erase = database.write(tenant, (tx) => tx.deleteFrom('platform.journal').execute())
  await expect(erase).rejects.toThrow('permission denied')
})

test('every command of the house has a name in the journal, in both languages, and no name is without a command', () => {
  const commands = modules.flatMap(({ routes }) => routes.filter(({ kind }) => kind === 'command'))
  const ids = commands.map(({ contract }) => contract.id)
  expect(ids.filter((id) => !ACTION_CODES.includes(id))).toEqual([])
  const others =
    /^(user|token|report|key rotate$|backup$|training-copy$|restore$|load$|registry-|identity-|privacy-)|\.refused$/
  expect(ACTION_CODES.filter((code) => !ids.includes(code) && !others.test(code))).toEqual([])
  for (const code of ACTION_CODES) {
    expect(nameOfAction(code, 'ru')).toMatch(/[а-яё]/i)
    expect(nameOfAction(code, 'en')).toMatch(/^[\w ’:,-]+$/)
  }
  expect(KIND_CODES).toContain('person')
})
