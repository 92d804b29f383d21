import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { addEvent } from '../enrolment/event.fixture.ts'
import { planned } from '../events/events.fixture.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house, { seeds: modules.flatMap(({ seedDistrict }) => seedDistrict ?? []) })
const school = await addOrganisation(house, tenant)
const sister = await addOrganisation(house, tenant)
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

async function addTeacher(organisation = school) {
  const person = await addPerson(house, tenant, unique('Фамилия'))
  await employ(house, tenant, { person, organisation })
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return { person, ...(await addActor(house, [{ tenant, role: 'teacher', person }])) }
}

/** Tomorrow's event with these people enrolled; then the day has come. */
async function heldToday(teachers: readonly Awaited<ReturnType<typeof addTeacher>>[]) {
  const id = await addEvent(house, tenant, { organiser: school, inDays: 1 })
  for (const teacher of teachers) {
    const reply = await teacher.ask('POST', `/api/events/${id}/my-enrolment`)
    expect(reply.statusCode, reply.body).toBe(201)
  }
  await house.services.database.write(tenant, async (tx) => {
    await sql`update activities.event set held_on = held_on - 1 where id = ${id}`.execute(tx)
    await sql`update activities.meeting set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day'
      where event_id = ${id}`.execute(tx)
  })
  return id
}

const card = async (id: number, who = methodist) => (await who.ask('GET', `/api/events/${id}`)).json()
const roll = async (id: number) => (await methodist.ask('GET', `/api/events/${id}/roll`)).json()
const step = async (id: number, path: string, payload: object, who = methodist) => {
  const { version } = await card(id)
  return await who.ask('POST', `/api/events/${id}${path}`, { payload, headers: { 'if-match': `"${version}"` } })
}
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
