import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, anonymous, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import {
  addValue,
  expectSpansInOrder,
  faultsOf,
  hire,
  matchingRevision,
  openDistrict,
  SNILS,
} from './people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead } = district
const foreign = await openDistrict(house)
const teacher = await addActor(house, [{ tenant, role: 'teacher' }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

test('a person added by hand is stored as a row of a file would bring it', async () => {
  const [subject, category] = [await addValue(house, tenant, 'subject'), await addValue(house, tenant, 'category')]
  const before = await matchingRevision(house, tenant)
  const reply = await hire(
    methodist,
    district,
    {
      surname: 'САЛТЫКОВА–ЩЕДРИНА',
      givenName: 'алёна',
      patronymic: ' Петровна',
      sex: 'female',
      snils: SNILS[0],
    },
    { subjectIds: [subject, subject], categoryId: category, experienceSince: '2004-09-01', pedagogicalEducation: true },
  )
  expect(reply.statusCode, reply.body).toBe(201)
  const person = reply.json()
  expect(person).toMatchObject({
    version: 1,
    surname: 'Салтыкова–Щедрина',
    givenName: 'Алёна',
    patronymic: 'Петровна',
    birthOn: '1980-05-01',
    sex: 'female',
    snils: '•••-•••-••• 95',
    origin: null,
    origins: {},
    sources: [],
    can: ['change', 'employ', 'open_snils'],
    employments: [
      {
        organisation: { id: school },
        position: { name: 'учитель', pedagogical: true },
        subjects: [{ id: subject }],
        category: { id: category },
        educationLevel: null,
        hiredOn: '2020-09-01',
        dismissedOn: null,
        rate: 1,
        main: true,
        experienceSince: '2004-09-01',
        pedagogicalEducation: true,
        can: ['change', 'remove'],
      },
    ],
  })
  expect(reply.body).not.toMatch(/112.?233/)
  const db = services.database.reader(tenant)
  const row = await db.selectFrom('registry.person').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ given_key: 'алена', patronymic_key: 'петровна', source_id: null })
  const surnames = await db
    .selectFrom('registry.person_surname')
    .select('key')
    .where('person_id', '=', person.id)
    .execute()
  expect(surnames).toEqual([])
  expect(await matchingRevision(house, tenant)).toBeGreaterThan(before)
  const journal = await db
    .selectFrom('platform.journal')
    .select(['object_kind', 'object_id', 'account_id'])
    .where('action', '=', 'createPerson')
    .orderBy('id')
    .execute()
  expect(journal).toEqual([
    { object_kind: 'person', object_id: person.id, account_id: methodist.account },
    { object_kind: 'employment', object_id: person.employments[0].id, account_id: methodist.account },
  ])
  await expectSpansInOrder(house, tenant)
})

test('what is wrong with a new person is told field by field', async () => {
  const retired = await addValue(house, tenant, 'category')
  await services.database.write(tenant, (tx) =>
    sql`update registry.classifier_value set retired_at = now() where id = ${retired}`.execute(tx),
  )
  const reply = await hire(
    methodist,
    district,
    { birthOn: '2199-01-01', snils: '112-233-445 96' },
    {
      organisationId: foreign.school,
      positionId: foreign.position('учитель'),
      dismissedOn: '2019-01-01',
      subjectIds: [retired],
      categoryId: retired,
    },
  )
  expect(reply.statusCode).toBe(422)
  expect(faultsOf(reply)).toEqual([
    'birthOn in_future',
    'employment.categoryId value_retired',
    'employment.dismissedOn ends_before_start',
    'employment.organisationId reference_unknown',
    'employment.positionId reference_unknown',
    'employment.subjectIds reference_unknown',
    'snils snils_wrong',
  ])
  expect(faultsOf(await hire(methodist, district, { surname: ' ', tenantId: 1 }, { rate: 0 }))).toEqual([
    'employment.rate too_small',
    'surname too_short',
    'tenantId unknown_field',
  ])
})

test('a number belongs to one person of a district', async () => {
  expect((await hire(methodist, district, { snils: SNILS[1] })).statusCode).toBe(201)
  const second = await hire(methodist, district, { snils: SNILS[1].replaceAll('-', '') })
  expect(second.json()).toMatchObject({ status: 422, errors: [{ path: 'snils', code: 'snils_taken' }] })
  expect((await hire(foreign.methodist, foreign, { snils: SNILS[1] })).statusCode).toBe(201)
  const other = (await hire(methodist, district)).json()
  const taking = await methodist.ask('PATCH', `/api/people/${other.id}`, { payload: { snils: SNILS[1] }, ...match(1) })
  expect(faultsOf(taking)).toEqual(['snils snils_taken'])
})

test('namesakes of one birth date need numbers that tell them apart', async () => {
  const name = { surname: unique('Тёзка') }
  const first = (await hire(methodist, district, name)).json()
  for (const more of [{}, { snils: SNILS[2] }, { surname: name.surname.toUpperCase().replace('Ё', 'е') }]) {
    const reply = await hire(methodist, district, { ...name, ...more })
    expect(reply.json()).toMatchObject({ status: 409, code: 'person_known' })
  }
  const payload = { snils: '1001998' }
  expect(faultsOf(await methodist.ask('PATCH', `/api/people/${first.id}`, { payload, ...match(1) }))).toEqual([
    'snils snils_wrong',
  ])
  const numbered = await methodist.ask('PATCH', `/api/people/${first.id}`, {
    payload: { snils: '001-001-998 00' },
    ...match(1),
  })
  expect(numbered.statusCode, numbered.body).toBe(200)
  expect((await hire(methodist, district, { ...name, snils: SNILS[2] })).statusCode).toBe(201)
  expect((await hire(methodist, district, { ...name, birthOn: '1980-05-02' })).statusCode).toBe(201)
})

test('a correction changes what is named, keeps every surname and says it was made by hand', async () => {
  const person = (await hire(methodist, district, { surname: 'Прежняя', sex: 'female' })).json()
  const before = await matchingRevision(house, tenant)
  const payload = { surname: 'новая', patronymic: null, birthOn: '1990-01-31', sex: null }
  const reply = await methodist.ask('PATCH', `/api/people/${person.id}`, { payload, ...match(1) })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers.etag).toBe('"2"')
  expect(reply.json()).toMatchObject({
    version: 2,
    surname: 'Новая',
    givenName: 'Анна',
    patronymic: null,
    birthOn: '1990-01-31',
    sex: null,
    origins: { surname: null, patronymic: null, birthOn: null, sex: null },
  })
  const db = services.database.reader(tenant)
  const surnames = await db
    .selectFrom('registry.person_surname')
    .select('key')
    .where('person_id', '=', person.id)
    .execute()
  expect(surnames).toEqual([{ key: 'прежняя' }])
  expect(await matchingRevision(house, tenant)).toBeGreaterThan(before)
  await expectSpansInOrder(house, tenant)
  const old = await methodist.ask('PATCH', `/api/people/${person.id}`, { payload, ...match(1) })
  expect(old.json()).toMatchObject({ status: 412, code: 'version_conflict' })
  const blind = await methodist.ask('PATCH', `/api/people/${person.id}`, { payload })
  expect(faultsOf(blind)).toEqual(['If-Match version_required'])
})

test('a number can be corrected and taken away', async () => {
  const person = (await hire(methodist, district, { snils: '001-001-997 12' })).json()
  const at = `/api/people/${person.id}`
  const same = await methodist.ask('PATCH', at, { payload: { snils: '00100199712' }, ...match(1) })
  expect(same.json()).toMatchObject({ snils: '•••-•••-••• 12', origins: {} })
  const none = await methodist.ask('PATCH', at, { payload: { snils: null }, ...match(2) })
  expect(none.json()).toMatchObject({ snils: null, origins: { snils: null } })
})

test('values from files name file, sheet and row', async () => {
  const person = (await hire(methodist, district)).json()
  const source = await services.database.write(tenant, async (tx) => {
    const load = await tx
      .insertInto('registry.load')
      .values({ finished_at: new Date('2026-01-02T03:04:05Z') })
      .returning('id')
      .executeTakeFirstOrThrow()
    const add = (file: string) =>
      tx
        .insertInto('registry.source')
        .values({ load_id: load.id, file, sheet: 'Кадры' })
        .returning('id')
        .executeTakeFirstOrThrow()
    const [first, second] = [(await add('staff.xlsx')).id, (await add('later.xlsx')).id]
    await sql`update registry.person set source_id = ${first}, source_row = 7,
      origins = jsonb_build_object('given_name', jsonb_build_array(${second}::bigint, 9), 'sex', null)`.execute(tx)
    await sql`update registry.employment set source_id = ${first}, source_row = 8,
      origins = jsonb_build_object('rate', jsonb_build_array(${second}::bigint, 10))`.execute(tx)
    return { load: load.id, first, second }
  })
  const told = (await head.ask('GET', `/api/people/${person.id}`)).json()
  const loaded = { loadId: source.load, loadedAt: '2026-01-02T03:04:05Z', sheet: 'Кадры' }
  expect(told).toMatchObject({
    origin: { source: source.first, row: 7 },
    origins: { givenName: { source: source.second, row: 9 }, sex: null },
    employments: [{ origin: { source: source.first, row: 8 }, origins: { rate: { source: source.second, row: 10 } } }],
    sources: [
      { id: source.first, file: 'staff.xlsx', ...loaded },
      { id: source.second, file: 'later.xlsx', ...loaded },
    ],
  })
})

test('of two employers each sees the person with its own employment, the district and the person all', async () => {
  const person = (await hire(methodist, district)).json()
  const second = await employ(house, tenant, { person: person.id, organisation: lyceum })
  const self = await addActor(house, [{ tenant, role: 'teacher', person: person.id }])
  const seen = async (actor: typeof head): Promise<unknown> => {
    const { employments, can } = (await actor.ask('GET', `/api/people/${person.id}`)).json()
    return [employments.map((e: { id: number }) => e.id), can]
  }
  const [first] = person.employments
  expect(await seen(head)).toEqual([[first.id], ['change', 'employ']])
  expect(await seen(otherHead)).toEqual([[second], ['change', 'employ']])
  expect(await seen(methodist)).toEqual([
    [first.id, second],
    ['change', 'employ'],
  ])
  expect(await seen(self)).toEqual([[first.id, second], []])
})

test('a former employer sees the person for a year, others never', async () => {
  const person = (await hire(methodist, district)).json()
  const at = `/api/people/${person.id}`
  const dismiss = (on: ReturnType<typeof sql>): Promise<unknown> =>
    services.database.write(tenant, (tx) =>
      sql`update registry.employment set dismissed_on = ${on} where person_id = ${person.id}`.execute(tx),
    )
  const today = sql`(now() at time zone 'Europe/Moscow')::date`
  const payload = { sex: 'male' }
  expect((await otherHead.ask('GET', at)).statusCode).toBe(404)
  expect((await otherHead.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  await dismiss(sql`${today} - interval '1 year'`)
  expect((await head.ask('GET', at)).statusCode).toBe(200)
  expect((await head.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(200)
  await dismiss(sql`${today} - interval '1 year 1 day'`)
  expect((await head.ask('GET', at)).json()).toMatchObject({ status: 404, code: 'not_found' })
  expect((await head.ask('PATCH', at, { payload, ...match(2) })).statusCode).toBe(404)
  expect((await methodist.ask('GET', at)).statusCode).toBe(200)
})

test('nobody, the wrong role and another district are refused', async () => {
  const person = (await hire(methodist, district)).json()
  const at = `/api/people/${person.id}`
  const payload = { sex: 'male' }
  expect((await anonymous(house).ask('GET', at)).statusCode).toBe(401)
  expect((await anonymous(house).ask('POST', '/api/people')).statusCode).toBe(401)
  expect((await admin.ask('GET', at)).statusCode).toBe(403)
  expect((await teacher.ask('GET', at)).statusCode).toBe(404)
  expect((await teacher.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(403)
  expect((await foreign.methodist.ask('GET', at)).statusCode).toBe(404)
  expect((await foreign.methodist.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  expect((await methodist.ask('GET', '/api/people/999999999')).statusCode).toBe(404)
  expect((await methodist.ask('GET', '/api/people/x')).json()).toMatchObject({ status: 422, errors: [{ path: 'id' }] })
})

test('a head adds people to the own organisation only, and always with an employment', async () => {
  expect((await hire(head, district)).statusCode).toBe(201)
  expect(faultsOf(await hire(head, district, {}, { organisationId: lyceum }))).toEqual([
    'employment.organisationId outside_reach',
  ])
  expect(faultsOf(await hire(head, district, { employment: null }))).toEqual(['employment required'])
  expect((await hire(methodist, district, { employment: null })).json()).toMatchObject({ employments: [] })
})
