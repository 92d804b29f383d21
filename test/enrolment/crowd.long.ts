import { expect, test } from 'vitest'
import { addEvent } from '../../src/modules/activities/enrolment/event.fixture.ts'
import { addDistrict, addOrganisation } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { addTeachers, enrolAtOnce, readQueue } from './crowd.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const organisations = [await addOrganisation(house, tenant), await addOrganisation(house, tenant)]
const [organiser = 0] = organisations
const teachers = await addTeachers(house, { tenant, organisations }, 1_000)

test('a thousand at once on thirty seats: exactly thirty, and how long the last of them waits is told', async () => {
  for (let round = 1; round <= 3; round++) {
    const event = await addEvent(house, tenant, { organiser, seats: 30 })
    const begun = performance.now()
    const replies = await Promise.all(teachers.map((teacher) => enrolAtOnce(teacher, event)))
    const seconds = (performance.now() - begun) / 1_000
    process.stdout.write(`a thousand on thirty seats: ${seconds.toFixed(2)} s\n`)
    expect(replies.filter((reply) => reply.json().mine.state === 'enrolled')).toHaveLength(30)
    const [first] = teachers
    if (first === undefined) throw new Error('a crowd is somebody')
    const queue = await readQueue(first, event)
    expect(queue).toHaveLength(teachers.length)
    expect(queue.every(({ place, state }) => (state === 'enrolled') === place <= 30)).toBe(true)
  }
})
