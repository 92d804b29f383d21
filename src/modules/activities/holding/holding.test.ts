import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addEvent } from '../enrolment/event.fixture.ts'
import { planned } from '../events/events.fixture.ts'
import { makeHoldingDistrict } from './holding.fixture.ts'

const house = await openTestHouse()
const { tenant, school, sister, head, methodist, addTeacher, heldToday, card, roll, step } =
  await makeHoldingDistrict(house)

/** How many took part in events of this day, by the language of populations. */
const attended = async (): Promise<number> =>
  (
    await methodist.ask('POST', '/api/populations/preview', {
      payload: { subject: 'person', population: { term: 'attended', when: { by: 'date' } } },
    })
  ).json().counts.matched

test('all with a seat but the absent, and who came without one, become facts; taken back they are none', async () => {
  const [first, second, third] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const id = await heldToday([first, second])
  expect(await card(id)).toMatchObject({ can: expect.arrayContaining(['hold']), closedAt: null })
  expect(await roll(id)).toMatchObject({ total: 2, items: [{ came: null }, { came: null }] })
  const before = await attended()

  const held = await step(id, '/holding', { absent: [second.person], others: [third.person] }, head)
  expect(held.statusCode, held.body).toBe(201)
  expect(held.json()).toMatchObject({ state: 'held', can: expect.arrayContaining(['reopen']) })
  const marks = Object.fromEntries(
    (await roll(id)).items.map((line: { person: { id: number }; came: boolean }) => [line.person.id, line.came]),
  )
  expect(marks).toEqual({ [first.person]: true, [second.person]: false, [third.person]: true })
  expect(await attended()).toBe(before + 2)
  const life = (await first.ask('GET', `/api/people/${first.person}/life`)).json()
  expect(life.items).toMatchObject([{ term: 'attended', source: null }])
  // Once only, and not for who saw an older version.
  expect((await step(id, '/holding', {})).json()).toMatchObject({ status: 409, code: 'event_state' })

  const reopened = await step(id, '/holding/undo', {})
  expect(reopened.json()).toMatchObject({ state: 'announced', closedAt: null })
  expect(await attended()).toBe(before)
  expect((await roll(id)).items).toMatchObject([{ came: null }, { came: null }])
})

test('not before its first day, nobody absent who had no seat, nobody added whom one may not see', async () => {
  const [own, other] = [await addTeacher(), await addTeacher(sister)]
  const ahead = await addEvent(house, tenant, { organiser: school, inDays: 3 })
  expect((await step(ahead, '/holding', {})).json()).toMatchObject({ status: 409, code: 'event_ahead' })
  const draft = await planned(methodist, school)
  expect((await step(draft.id, '/holding', {})).json()).toMatchObject({ status: 409, code: 'event_state' })
  const id = await heldToday([own])
  expect((await step(id, '/holding', { absent: [other.person] })).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'absent', code: 'reference_unknown' }],
  })
  expect((await step(id, '/holding', { others: [other.person] }, head)).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'others', code: 'reference_unknown' }],
  })
  expect((await step(id, '/holding', { others: [other.person] })).statusCode).toBe(201)
})

test('what a file told is not taken back', async () => {
  const teacher = await addTeacher()
  const id = await heldToday([teacher])
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.event set state = 'held' where id = ${id}`.execute(tx),
  )
  expect((await card(id)).can).not.toContain('reopen')
  expect((await step(id, '/holding/undo', {})).json()).toMatchObject({ status: 409, code: 'event_state' })
})
