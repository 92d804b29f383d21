import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addDays } from '../../population/index.ts'
import { addValue, hire, openDistrict, SNILS } from '../people/people.fixture.ts'
import type { Check, Quality, QualityDay, QualityLine } from './quality.contract.ts'
import { keepQualityDay } from './quality.days.repo.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, position } = district

const [physics, first, education, leave] = [
  await addValue(house, tenant, 'subject', 'Физика'),
  await addValue(house, tenant, 'category', 'первая'),
  await addValue(house, tenant, 'education_level', 'высшее'),
  await addValue(house, tenant, 'leave_kind'),
]
/** Of whom all is known, so that each test spoils one thing. */
const whole = {
  subjectIds: [physics],
  educationLevelId: education,
  experienceSince: '2010-09-01',
  hiredOn: '2012-09-01',
}
const numbers = numbersFrom(10_000_001)

/** Numbers with right check digits, one after the other. */
function* numbersFrom(begin: number): Generator<string> {
  for (let at = begin; ; at++) {
    const digits = `1${String(at).padStart(8, '0')}`
    const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (9 - place), 0)
    yield `${digits}${String((sum % 101) % 100).padStart(2, '0')}`
  }
}

async function add(surname: string, work: object = {}, person: object = {}): Promise<number> {
  const snils = numbers.next().value
  const reply = await hire(methodist, district, { surname, snils, ...person }, { ...whole, ...work })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}

const lines = async (who = methodist): Promise<QualityLine[]> => (await who.ask('GET', '/api/quality')).json().items

async function named(organisation: number, who = methodist): Promise<Partial<Record<Check, string[]>>> {
  const reply = await who.ask('GET', `/api/organisations/${organisation}/quality`)
  expect(reply.statusCode, reply.body).toBe(200)
  const { checks }: Quality = reply.json()
  return Object.fromEntries(checks.map(({ what, first }) => [what, first.map(({ surname }) => surname)]))
}

test('where all is known there is nothing to mend', async () => {
  await add('Ясная', {
    categoryId: first,
    categoryOn: '2023-09-01',
    kind: 'main',
    leaveKindId: leave,
    leaveOn: '2025-01-01',
  })
  await add('Давняя', { categoryId: first, categoryOn: '2014-01-01', dismissedOn: '2020-01-01' })
  expect(await lines()).toEqual([])
  expect(await named(school)).toEqual({})
})

test('each thing that is missing or contradicts itself is named, and each person counted once', async () => {
  await add('Безномерная', { experienceSince: null, educationLevelId: null }, { snils: null })
  await add('Беспредметная', { subjectIds: [] })
  await add('Ушедшая', { leaveKindId: leave })
  await add('Просроченная', { categoryId: first, categoryOn: '2015-03-01' })
  await add('Ранняя', { experienceSince: '1996-04-30', hiredOn: '1996-04-30' })
  const [odd = 0, twice] = [await add('Спорная', { kind: 'main' }), await add('Двойная')]
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('registry.employment').set({ kind: 'outer' }).where('person_id', '=', odd).execute(),
  )
  const second = { ...whole, organisationId: lyceum, positionId: position('методист'), rate: 0.5, main: true }
  expect((await methodist.ask('POST', `/api/people/${twice}/employments`, { payload: second })).statusCode).toBe(201)

  expect(await named(school)).toEqual({
    ...{ snils: ['Безномерная'], experience: ['Безномерная'], education: ['Безномерная'], subject: ['Беспредметная'] },
    ...{
      leaveUndated: ['Ушедшая'],
      categoryOver: ['Просроченная'],
      kindAgainstMain: ['Спорная'],
      twoMain: ['Двойная'],
    },
    ...{ experienceEarly: ['Ранняя'], hiredYoung: ['Ранняя'] },
  })
  expect(await named(lyceum)).toEqual({ twoMain: ['Двойная'] })
  expect(await lines()).toMatchObject([
    {
      ...{ organisation: { id: school }, people: 8, doubtful: 7 },
      checks: { snils: 1, experience: 1, education: 1, experienceEarly: 1, twoMain: 1 },
    },
    { organisation: { id: lyceum }, people: 1, doubtful: 1, checks: { twoMain: 1 } },
  ])
})

test('a school sees its own, and is not told where else somebody works', async () => {
  expect((await lines(head)).map(({ organisation, doubtful }) => [organisation.id, doubtful])).toEqual([[school, 6]])
  expect((await named(school, head)).twoMain).toBeUndefined()
  expect((await head.ask('GET', `/api/organisations/${lyceum}/quality`)).statusCode).toBe(404)
})

test('whom to ask is who is at the head today; people of a closed organisation are named', async () => {
  await add('Бывшая', { positionId: position('директор'), dismissedOn: '2020-08-31' })
  await add('Директорова', { positionId: position('директор') }, { snils: SNILS[0] })
  const { heads }: Quality = (await methodist.ask('GET', `/api/organisations/${school}/quality`)).json()
  expect(heads.map(({ surname }) => surname)).toEqual(['Директорова'])
  const closed = { payload: { activeUntil: '2024-08-31' }, headers: { 'if-match': '"1"' } }
  expect((await methodist.ask('PATCH', `/api/organisations/${lyceum}`, closed)).statusCode).toBe(200)
  expect(await named(lyceum)).toMatchObject({ organisationClosed: ['Двойная'] })
})

test('one sees from day to day whether it became better', async () => {
  const days = async (query = '', who = methodist): Promise<QualityDay[]> =>
    (await who.ask('GET', `/api/quality/days${query}`)).json().items
  const keep = (day: string) => house.services.database.write(tenant, (tx) => keepQualityDay(tx, day))
  const now = (await days()).at(-1) ?? expect.unreachable()
  expect(now.doubtful).toBe((await lines()).reduce((all, { doubtful }) => all + doubtful, 0))
  const of = ({ people, doubtful }: QualityDay) => [people, doubtful]

  // Nobody was hired before 1995; two days with the same numbers are one.
  await keep('1990-01-01')
  expect(await days()).toEqual([now])
  await keep(addDays(now.on, -3))
  await keep(addDays(now.on, -2))
  expect((await days()).map(({ on }) => on)).toEqual([addDays(now.on, -3), now.on])
  await add('Забытая', { experienceSince: null })
  await keep(addDays(now.on, -1))
  const [before, after] = (await days()).map(of)
  expect(after?.[1]).toBe((before?.[1] ?? 0) + 1)

  const [own] = await lines(head)
  expect((await days(`?organisation=${school}`, head)).at(-1)).toMatchObject({
    people: own?.people,
    doubtful: own?.doubtful,
  })
  expect((await days('', head)).map(of)).toEqual((await days(`?organisation=${school}`, head)).map(of))
  expect((await head.ask('GET', `/api/quality/days?organisation=${lyceum}`)).statusCode).toBe(404)
})
