import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const officer = await addActor(house, [{ tenant, role: 'security' }])

async function addTeacher() {
  const person = await addPerson(house, tenant, unique('Фамилия'))
  await employ(house, tenant, { person, organisation: school })
  return { person, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}

async function withSnils(snils: string) {
  const teacher = await addTeacher()
  const reply = await methodist.ask('PATCH', `/api/people/${teacher.person}`, {
    payload: { snils },
    headers: { 'if-match': '"1"' },
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return teacher
}

const open = (who: typeof methodist, person: number, payload: object) =>
  who.ask('POST', `/api/people/${person}/snils/open`, { payload })

async function sightsOf(person: number) {
  const { rows } =
    await sql`select account_id, action, island, purpose, reason, cardinality(person_ids) as people from platform.sights_of(${[
      person,
    ]}::bigint[])`.execute(services.database.reader(tenant))
  return rows
}

const lastEntry = async () => (await officer.ask('GET', '/api/journal?size=1')).json().items[0]

test('a СНИЛС is masked, and opened whole with a purpose the person finds', async () => {
  const { person } = await withSnils('112-233-445 95')
  const card = (await methodist.ask('GET', `/api/people/${person}`)).json()
  expect(card).toMatchObject({ snils: '•••-•••-••• 95', can: expect.arrayContaining(['open_snils']) })
  const reply = await open(methodist, person, { purpose: 'other', reason: 'сверка с приказом' })
  expect(reply.json()).toEqual({ snils: '112-233-445 95' })
  expect(await sightsOf(person)).toEqual([
    {
      account_id: methodist.account,
      action: 'openSnils',
      island: 'snils',
      purpose: 'other',
      reason: 'сверка с приказом',
      people: 1,
    },
  ])
  const entry = await lastEntry()
  expect(entry).toMatchObject({
    action: 'openSnils',
    object: { kind: 'person', id: person },
    details: { island: 'snils', purpose: 'other', people: 1, peopleDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  // Words one typed may name somebody: they stand beside the journal, which holds ids only.
  expect(JSON.stringify(entry)).not.toContain('сверка')
})

test('another purpose needs words, a purpose has to be one of the list, and not everybody has the purpose', async () => {
  const { person } = await withSnils('112-233-446 96')
  expect((await open(methodist, person, { purpose: 'other', reason: '' })).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'reason', code: 'reason_needed' }],
  })
  expect((await open(methodist, person, { purpose: 'curiosity' })).statusCode).toBe(422)
  expect((await open(admin, person, { purpose: 'check' })).statusCode).toBe(403)
  const stranger = await addTeacher()
  expect((await open(stranger.actor, person, { purpose: 'check' })).statusCode).toBe(404)
  expect(await sightsOf(person)).toEqual([])
})

test('one’s own number is opened by oneself, and nobody is told', async () => {
  const { person, actor } = await withSnils('112-233-447 97')
  expect((await open(actor, person, { purpose: 'check' })).statusCode).toBe(201)
  expect(await sightsOf(person)).toEqual([])
})

test('who was in an export finds it; the journal has filter, rows and a digest', async () => {
  const { person } = await addTeacher()
  const abroad = await addDistrict(house)
  const foreign = await addPerson(house, abroad.tenant)
  expect((await methodist.ask('GET', `/api/people.xlsx?organisation=${school}&employed=no`)).statusCode).toBe(200)
  expect(await sightsOf(person)).toMatchObject([{ action: 'exportPeople', account_id: methodist.account }])
  expect(await sightsOf(foreign)).toEqual([])
  const entry = await lastEntry()
  expect(entry).toMatchObject({
    action: 'exportPeople',
    details: { organisation: [school], rows: expect.any(Number), people: expect.any(Number) },
  })
  expect(entry.details.rows).toBe(entry.details.people)
})

test('beyond the limit of the day nothing is taken away, and the officer sees who tried', async () => {
  const greedy = await addActor(house, [{ tenant, role: 'methodist' }])
  const { version } = (await admin.ask('GET', '/api/district/sign-in-rules')).json()
  const limited = await admin.ask('PATCH', '/api/district/sign-in-rules', {
    payload: { exportsADay: 2 },
    headers: { 'if-match': `"${version}"` },
  })
  expect(limited.json()).toMatchObject({ exportsADay: 2, districtExportRowsADay: 1_000_000 })
  const take = () => greedy.ask('GET', '/api/people.xlsx')
  // Two at once are counted both.
  expect((await Promise.all([take(), take()])).map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const refused = await take()
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_much_exported' })
  expect(refused.json().todo ?? refused.json().detail).toMatch(/2/)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(await lastEntry()).toMatchObject({
    action: 'export.refused',
    who: { id: greedy.account },
    details: { action: 'exportPeople', limit: 'exportsADay', most: 2 },
  })
  expect((await methodist.ask('GET', '/api/people.xlsx')).statusCode).toBe(200)
})
