import { expect, test } from 'vitest'
import { addActor } from '../../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { addValue, hire, openDistrict, SNILS } from '../../people/people.fixture.ts'
import { MISSING, type Missing, type Staff } from './staff.contract.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head, otherHead, position } = district
const [physics, maths] = [
  await addValue(house, tenant, 'subject', 'Физика'),
  await addValue(house, tenant, 'subject', 'Математика'),
]
const highest = await addValue(house, tenant, 'category', 'высшая')

const staffOf = async (organisation: number, day = '2026-06-01'): Promise<Staff> => {
  const reply = await methodist.ask('GET', `/api/organisations/${organisation}/staff`, { query: { activeOn: day } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

test('an organisation without people has a staff of nobody', async () => {
  expect(await staffOf(school)).toMatchObject({ people: 0, pedagogues: 0, rates: 0, category: [], subject: [] })
})

test('people are counted once, pedagogues by age, experience, category and subject', async () => {
  await hire(
    methodist,
    district,
    { birthOn: '1990-06-02', snils: SNILS[0] },
    {
      rate: 1.25,
      experienceSince: '2016-06-01',
      subjectIds: [physics, maths],
      categoryId: highest,
    },
  )
  const second = await hire(
    methodist,
    district,
    { birthOn: '1960-01-01' },
    { subjectIds: [physics], experienceSince: null },
  )
  const more = {
    organisationId: school,
    positionId: position('директор'),
    hiredOn: '2021-01-01',
    rate: 0.5,
    main: false,
  }
  await methodist.ask('POST', `/api/people/${second.json().id}/employments`, { payload: more })
  await hire(methodist, district, {}, { dismissedOn: '2026-05-31' })
  await hire(methodist, district, {}, { organisationId: lyceum })
  const staff = await staffOf(school)
  expect(staff).toMatchObject({ day: '2026-06-01', people: 2, pedagogues: 2, rates: 2.75 })
  const filled = (parts: Staff['age']) =>
    parts.filter(({ people }) => people > 0).map(({ key, people }) => [key, people])
  // 35 until the day after.
  expect(filled(staff.age)).toEqual([
    ['35-45', 1],
    ['65-', 1],
  ])
  expect(filled(staff.experience)).toEqual([
    ['10-20', 1],
    [null, 1],
  ])
  expect(filled(staff.category)).toEqual([
    ['высшая', 1],
    [null, 1],
  ])
  expect(filled(staff.subject)).toEqual([
    ['Физика', 2],
    ['Математика', 1],
  ])
  expect((await staffOf(school, '2026-05-31')).people).toBe(3)
})

test('whatever is missing leads to as many people by name', async () => {
  const { missing } = await staffOf(school)
  expect(missing.map(({ what }) => what)).toEqual([...MISSING])
  const named = async (what: Missing): Promise<number> => {
    const query = { organisation: String(school), missing: what, activeOn: '2026-06-01' }
    return (await methodist.ask('GET', '/api/people', { query })).json().total
  }
  for (const { what, people } of missing) expect([what, await named(what)]).toEqual([what, people])
  expect(Object.fromEntries(missing.map(({ what, people }) => [what, people]))).toMatchObject({
    snils: 1,
    experience: 1,
    category: 1,
    position: 0,
    subject: 0,
  })
})

test('a head sees the own school, a teacher none', async () => {
  const teacher = await addActor(house, [{ tenant, role: 'teacher' }])
  const asked = [head, otherHead, teacher].map((who) => who.ask('GET', `/api/organisations/${school}/staff`))
  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([200, 404, 404])
})
