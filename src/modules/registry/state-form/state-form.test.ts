import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addValue, hire, openDistrict } from '../people/people.fixture.ts'
import type { Line, StateForm, StateFormLine } from './state-form.contract.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead, position } = district

const [higher, secondary, highest, first] = [
  await addValue(house, tenant, 'education_level', 'высшее'),
  await addValue(house, tenant, 'education_level', 'среднее профессиональное'),
  await addValue(house, tenant, 'category', 'высшая'),
  await addValue(house, tenant, 'category', 'первая'),
]
const YEAR = 2025

async function add(surname: string, work: object = {}, person: object = {}): Promise<number> {
  const reply = await hire(methodist, district, { surname, ...person }, { hiredOn: '2012-09-01', ...work })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}

async function form(organisation = school, who = methodist): Promise<StateForm> {
  const reply = await who.ask('GET', `/api/organisations/${organisation}/state-forms/${YEAR}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const some = ({ counted }: StateForm): Partial<Record<Line, number>> =>
  Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0))

async function named(line: string, who = methodist): Promise<string[]> {
  const reply = await who.ask('GET', `/api/organisations/${school}/state-forms/${YEAR}/members?line=${line}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().items.map(({ surname }: { surname: string }) => surname)
}

const write = (payload: object, version = 0, who = methodist) =>
  who.ask('PUT', `/api/organisations/${school}/state-forms/${YEAR}`, {
    payload,
    headers: { 'if-match': `"${version}"` },
  })

test('nobody there, nothing written', async () => {
  expect(await form()).toMatchObject({ form: 'oo1', staffOn: '2025-09-20', agesOn: '2026-01-01', told: {}, version: 0 })
  expect(some(await form())).toEqual({})
})

test('pedagogues are counted once each, by full years, without part-timers from outside', async () => {
  // 24 on 1 January, 25 a day later; the experience is of the day of the count.
  await add(
    'Юная',
    { experienceSince: '2022-09-21', educationLevelId: higher, hiredOn: '2024-09-01' },
    { birthOn: '2001-01-02', sex: 'female' },
  )
  await add(
    'Зрелый',
    { experienceSince: '2005-09-20', educationLevelId: higher, categoryId: highest, categoryOn: '2024-01-01' },
    { birthOn: '1981-01-01', sex: 'male' },
  )
  // Two places in the school, one of them inner: once. The category ended before the count.
  const two = await add(
    'Дважды',
    { experienceSince: '2010-09-01', educationLevelId: secondary, categoryId: first, categoryOn: '2018-01-01' },
    { birthOn: '1960-12-31' },
  )
  await methodist.ask('POST', `/api/people/${two}/employments`, {
    payload: {
      ...{
        organisationId: school,
        positionId: position('педагог-психолог'),
        hiredOn: '2015-09-01',
        rate: 0.5,
        main: false,
      },
      kind: 'inner',
    },
  })
  await add('Извне', { kind: 'outer', main: false, experienceSince: '2010-01-01' })
  await add('Неясная', { main: false })
  await add('Бывшая', { dismissedOn: '2025-09-19' })
  await add('Будущая', { hiredOn: '2025-09-21' })
  await add('Сторож', { positionId: position('директор') })
  await add('Новая', { hiredOn: '2025-09-01' })

  const counted = await form()
  expect(some(counted)).toEqual({
    ...{ all: 4, women: 1, higher: 2, highest: 1 },
    ...{ ageUnder25: 1, age45: 2, age65: 1 },
    ...{ experienceUnder3: 1, experience15: 1, experience20: 1, womenUnder25: 1 },
  })
  expect(counted).toMatchObject({ experienceUnknown: 1, sexUnknown: 2, outsideUnknown: 1 })
  expect(await named('ageUnder25')).toEqual(['Юная'])
  expect(await named('womenUnder25')).toEqual(['Юная'])
  expect(await named('sexUnknown')).toEqual(['Дважды', 'Новая'])
  expect(await named('experienceUnknown')).toEqual(['Новая'])
  expect(await named('outsideUnknown')).toEqual(['Неясная'])
  expect(await named('all')).toEqual(['Дважды', 'Зрелый', 'Новая', 'Юная'])
})

test('what the form says stands beside it, and organisations that differ come first', async () => {
  const written = await write({ staffOn: '2025-09-20', told: { all: 4, women: 3, highest: 1 } })
  expect(written.statusCode, written.body).toBe(200)
  expect(await form(school, head)).toMatchObject({ told: { all: 4, women: 3, highest: 1 }, version: 1 })
  await hire(methodist, { ...district, school: lyceum })
  const lines: StateFormLine[] = (await methodist.ask('GET', `/api/state-forms?year=${YEAR}`)).json().items
  expect(
    lines.map(({ organisation, told, counted, different }) => [organisation.id, told, counted, different]),
  ).toEqual([
    [school, 4, 4, 1],
    [lyceum, null, 1, null],
  ])
  const own = (await otherHead.ask('GET', `/api/state-forms?year=${YEAR}`)).json().items
  expect(own.map(({ organisation }: StateFormLine) => organisation.id)).toEqual([lyceum])
})

test('the head writes, on another day of counting', async () => {
  const reply = await write({ staffOn: '2025-09-30', told: { all: 5 } }, 1, head)
  expect(reply.statusCode, reply.body).toBe(200)
  // Who came on 21 September is counted on the 30th.
  expect(await form()).toMatchObject({ staffOn: '2025-09-30', counted: { all: 5 }, version: 2 })
})

test('what cannot be is refused', async () => {
  expect((await write({ staffOn: '2025-09-20', told: {} }, 1)).statusCode).toBe(412)
  expect((await write({ staffOn: '2027-01-01', told: {} }, 2)).statusCode).toBe(422)
  expect((await write({ staffOn: '2025-09-20', told: { all: -1 } }, 2)).statusCode).toBe(422)
  expect((await write({ staffOn: '2025-09-20', told: { nobody: 1 } }, 2)).statusCode).toBe(422)
  expect((await write({ staffOn: '2025-09-20', told: {} }, 2, otherHead)).statusCode).toBe(404)
  expect((await methodist.ask('GET', `/api/organisations/${school}/state-forms/1999`)).statusCode).toBe(422)
})
