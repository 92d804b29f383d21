import { expect, test } from 'vitest'
import { anonymous } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addValue, expectSpansInOrder, faultsOf, hire, openDistrict } from './people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead, position } = district
const foreign = await openDistrict(house)

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const work = { positionId: position('методист'), hiredOn: '2021-09-01', rate: 0.5, main: false }

async function spansOf(person: number) {
  const rows = await services.database
    .reader(tenant)
    .selectFrom('registry.person_span')
    .select(['from_on', 'to_on', 'organisation_id', 'pedagogue'])
    .where('person_id', '=', person)
    .orderBy('from_on')
    .execute()
  return rows.map(({ from_on, to_on, organisation_id, pedagogue }) => [from_on, to_on, organisation_id, pedagogue])
}

test('a second place of work is added, changed, ended and removed; the spans follow each time', async () => {
  const person = (await hire(methodist, district, {}, { positionId: position('директор') })).json()
  expect(await spansOf(person.id)).toEqual([['2020-09-01', 'infinity', school, false]])

  const added = await methodist.ask('POST', `/api/people/${person.id}/employments`, {
    payload: { ...work, organisationId: lyceum },
  })
  expect(added.statusCode, added.body).toBe(201)
  const employment = added.json()
  expect(employment).toMatchObject({ version: 1, personId: person.id, organisation: { id: lyceum }, rate: 0.5 })
  expect(await spansOf(person.id)).toEqual([
    ['2020-09-01', '2021-08-31', school, false],
    ['2021-09-01', 'infinity', lyceum, true],
  ])
  await expectSpansInOrder(house, tenant)

  const at = `/api/employments/${employment.id}`
  const subject = await addValue(house, tenant, 'subject')
  const changed = await methodist.ask('PATCH', at, {
    payload: { dismissedOn: '2022-08-31', subjectIds: [subject], rate: 0.25 },
    ...match(1),
  })
  expect(changed.statusCode, changed.body).toBe(200)
  expect(changed.headers.etag).toBe('"2"')
  expect(changed.json()).toMatchObject({
    version: 2,
    dismissedOn: '2022-08-31',
    subjects: [{ id: subject }],
    rate: 0.25,
    main: false,
    origins: { dismissedOn: null, subjects: null, rate: null },
  })
  expect(await spansOf(person.id)).toEqual([
    ['2020-09-01', '2021-08-31', school, false],
    ['2021-09-01', '2022-08-31', lyceum, true],
    ['2022-09-01', 'infinity', school, false],
  ])
  await expectSpansInOrder(house, tenant)

  expect((await methodist.ask('DELETE', at, match(1))).json()).toMatchObject({ status: 412 })
  expect((await methodist.ask('DELETE', at, match(2))).statusCode).toBe(204)
  expect(await spansOf(person.id)).toEqual([['2020-09-01', 'infinity', school, false]])
  expect((await methodist.ask('DELETE', at, match(2))).statusCode).toBe(404)
  await expectSpansInOrder(house, tenant)

  const journal = await services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['action', 'details'])
    .where('object_kind', '=', 'employment')
    .where('object_id', '=', employment.id)
    .orderBy('id')
    .execute()
  expect(journal).toEqual([
    { action: 'addEmployment', details: { person: person.id } },
    {
      action: 'changeEmployment',
      details: { person: person.id, fields: expect.arrayContaining(['rate', 'subject_ids', 'dismissed_on']) },
    },
    { action: 'removeEmployment', details: { person: person.id } },
  ])
})

test('what is wrong is named; a retired value stays where it is', async () => {
  const category = await addValue(house, tenant, 'category')
  const person = (await hire(methodist, district, {}, { categoryId: category })).json()
  const [{ id }] = person.employments
  const change = (payload: object, version = 1) =>
    methodist.ask('PATCH', `/api/employments/${id}`, { payload, ...match(version) })
  expect(faultsOf(await change({ dismissedOn: '2020-08-31' }))).toEqual(['dismissedOn ends_before_start'])
  expect(faultsOf(await change({ hiredOn: '31.08.2020', rate: 11, organisationId: lyceum }))).toEqual(
    expect.arrayContaining(['hiredOn wrong_value', 'organisationId unknown_field', 'rate too_big']),
  )
  expect(faultsOf(await change({ positionId: foreign.position('учитель'), subjectIds: [category] }))).toEqual([
    'positionId reference_unknown',
    'subjectIds reference_unknown',
  ])
  await services.database.write(tenant, (tx) =>
    tx.updateTable('registry.classifier_value').set({ retired_at: new Date() }).where('id', '=', category).execute(),
  )
  expect((await change({ categoryId: category, rate: 0.5 })).statusCode).toBe(200)
  expect((await change({ categoryId: null }, 2)).statusCode).toBe(200)
  expect(faultsOf(await change({ categoryId: category }, 3))).toEqual(['categoryId value_retired'])
  const again = await methodist.ask('POST', `/api/people/${person.id}/employments`, {
    payload: { ...work, organisationId: school, positionId: position('учитель'), hiredOn: '2020-09-01' },
  })
  expect(faultsOf(again)).toEqual(['hiredOn employment_exists'])
})

test('each employer changes its own employments only', async () => {
  const person = (await hire(methodist, district)).json()
  const there = { ...work, organisationId: lyceum }
  const employments = `/api/people/${person.id}/employments`
  expect((await otherHead.ask('POST', employments, { payload: there })).statusCode).toBe(404)
  expect(faultsOf(await head.ask('POST', employments, { payload: there }))).toEqual(['organisationId outside_reach'])
  const second = (await methodist.ask('POST', employments, { payload: there })).json()
  const payload = { rate: 0.75 }
  const at = `/api/employments/${second.id}`
  expect((await anonymous(house).ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(401)
  expect((await head.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  expect((await head.ask('DELETE', at, match(1))).statusCode).toBe(404)
  expect((await foreign.methodist.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  expect((await foreign.methodist.ask('DELETE', at, match(1))).statusCode).toBe(404)
  expect((await foreign.methodist.ask('POST', employments, { payload: there })).statusCode).toBe(404)
  expect((await otherHead.ask('PATCH', at, { payload, ...match(1) })).json()).toMatchObject({ rate: 0.75 })
  await expectSpansInOrder(house, tenant)
})

test('two changes of one person at once leave the spans in order', async () => {
  const person = (await hire(methodist, district)).json()
  const replies = await Promise.all(
    ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01'].map((hiredOn) =>
      methodist.ask('POST', `/api/people/${person.id}/employments`, {
        payload: { ...work, hiredOn, organisationId: lyceum },
      }),
    ),
  )
  expect(replies.map((reply) => reply.statusCode)).toEqual([201, 201, 201, 201])
  await expectSpansInOrder(house, tenant)
})
