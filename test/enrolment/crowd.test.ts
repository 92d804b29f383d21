import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addEvent } from '../../src/modules/activities/enrolment/event.fixture.ts'
import { addDistrict, addOrganisation } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { addTeachers, enrolAtOnce, readQueue } from './crowd.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const organisations = [await addOrganisation(house, tenant), await addOrganisation(house, tenant)]
const [organiser = 0] = organisations
const teachers = await addTeachers(house, { tenant, organisations }, 200)
const SEATS = 30

const stateOf = (reply: { json(): { mine: { state: string; place: number } } }) => reply.json().mine

test.each([1, 2, 3])(
  'round %d: two hundred at once, each asking twice: exactly thirty, the rest in a line without gaps',
  async () => {
    const event = await addEvent(house, tenant, { organiser, seats: SEATS })
    const replies = await Promise.all(
      teachers.map(async (teacher) => {
        const key = randomUUID()
        const [once, again] = await Promise.all([enrolAtOnce(teacher, event, key), enrolAtOnce(teacher, event, key)])
        expect([once?.statusCode, again?.statusCode], once?.body).toEqual([201, 201])
        // The same answer, not another enrolment.
        expect(again?.json()).toEqual(once?.json())
        return once
      }),
    )
    const mine = replies.flatMap((reply) => (reply === undefined ? [] : [stateOf(reply)]))
    expect(mine.filter(({ state }) => state === 'enrolled')).toHaveLength(SEATS)
    expect(mine.filter(({ state }) => state === 'waiting')).toHaveLength(teachers.length - SEATS)
    const [first] = teachers
    if (first === undefined) throw new Error('a crowd is somebody')
    const queue = await readQueue(first, event)
    expect(queue.map(({ place }) => place)).toEqual(teachers.map((_, at) => at + 1))
    // Whoever came first sits.
    expect(queue.filter(({ place }) => place <= SEATS).every(({ state }) => state === 'enrolled')).toBe(true)
  },
)

test('half of them leave while others come: never more than the seats, and every freed one is offered', async () => {
  const event = await addEvent(house, tenant, { organiser, seats: SEATS, quota: 20 })
  const [early, late] = [teachers.slice(0, 100), teachers.slice(100)]
  await Promise.all(early.map((teacher) => enrolAtOnce(teacher, event)))
  const leave = async ({ ask }: (typeof teachers)[number]): Promise<void> => {
    const reply = await ask('POST', `/api/events/${event}/my-enrolment/leaving`)
    expect([201, 503]).toContain(reply.statusCode)
    if (reply.statusCode === 503) await leave({ ask, person: 0 })
  }
  await Promise.all([...early.slice(0, 50).map(leave), ...late.map((teacher) => enrolAtOnce(teacher, event))])
  const [last] = late
  if (last === undefined) throw new Error('a crowd is somebody')
  const queue = await readQueue(last, event)
  const holds = queue.filter(({ state }) => state === 'enrolled' || state === 'offered')
  expect(holds).toHaveLength(SEATS)
  expect(new Set(queue.map(({ place }) => place)).size).toBe(queue.length)
})
