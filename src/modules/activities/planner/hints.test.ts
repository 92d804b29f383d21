import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { announced, planned } from '../events/events.fixture.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const centre = await addOrganisation(house, tenant)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])

const hintsOf = async (id: number, who = methodist) => (await who.ask('GET', `/api/events/${id}/hints`)).json().meetings

test('the same room and the same speaker are told on both sides; a draft of others is told without its title', async () => {
  const person = await addPerson(house, tenant)
  await employ(house, tenant, { person, organisation: school })
  const room = await methodist.ask('POST', '/api/rooms', {
    payload: { organisationId: centre, name: unique('Зал'), seats: 20 },
  })
  const roomId = room.json().id
  const at = (from: string, until: string) => ({ meetings: [{ day: '2199-04-10', from, until, roomId }] })
  const own = await planned(head, school, { ...at('19:30', '21:00'), seats: 30 })
  await head.ask('POST', `/api/events/${own.id}/speakers`, { payload: { personId: person } })
  const other = await planned(methodist, centre, { ...at('20:30', '22:00'), title: 'Тайное' })
  await methodist.ask('POST', `/api/events/${other.id}/speakers`, { payload: { personId: person } })
  const after = await planned(methodist, centre, at('22:00', '23:00'))

  const [{ items }] = await hintsOf(own.id, head)
  expect(items).toMatchObject([
    { kind: 'room', eventId: other.id, title: null },
    { kind: 'speaker', eventId: other.id, title: null },
    { kind: 'seats', has: 20, needs: 30 },
  ])
  expect(JSON.stringify(items)).not.toContain('Тайное')
  const [theirs] = await hintsOf(other.id)
  expect(theirs.items).toMatchObject([
    { kind: 'room', eventId: own.id, title: own.title },
    { kind: 'speaker', eventId: own.id },
  ])
  expect(await hintsOf(after.id)).toMatchObject([{ items: [] }])
})

test('while one types: lessons of the schools it is for, and days off', async () => {
  const ask = async (said: object, who = methodist) => {
    const query = { day: '2026-04-10', from: '10:00', until: '11:00', level: 'district', organiser: centre, ...said }
    const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
    return (await who.ask('GET', '/api/event-hints', { query: texts })).json().items
  }
  expect(await ask({})).toEqual([{ kind: 'lessons', until: '14:00' }])
  expect(await ask({ from: '15:00', until: '16:00' })).toEqual([])
  await methodist.ask('PATCH', `/api/organisations/${school}`, {
    payload: { shifts: 2 },
    headers: { 'if-match': '"1"' },
  })
  expect(await ask({ from: '15:00', until: '16:00' })).toEqual([{ kind: 'second_shift', until: '19:00', schools: 1 }])
  expect(await ask({ from: '15:00', until: '16:00', level: 'organisation' })).toEqual([])
  expect(await ask({ from: '15:00', until: '16:00', level: 'organisation', organiser: school }, head)).toMatchObject([
    { kind: 'second_shift' },
  ])
  expect(await ask({ day: '2026-04-11' })).toEqual([{ kind: 'day_off', why: 'weekend' }])
})

test('what was called off is in nobody’s way', async () => {
  const room = await methodist.ask('POST', '/api/rooms', { payload: { organisationId: centre, name: unique('Зал') } })
  const meetings = [{ day: '2199-04-10', from: '19:30', until: '21:00', roomId: room.json().id }]
  const event = await announced(methodist, centre, { meetings })
  const other = await planned(methodist, centre, { meetings })
  expect(await hintsOf(other.id)).toMatchObject([{ items: [{ kind: 'room', eventId: event.id }] }])
  await methodist.ask('POST', `/api/events/${event.id}/cancellation`, {
    payload: { reason: 'Карантин' },
    headers: { 'if-match': '"2"' },
  })
  expect(await hintsOf(other.id)).toMatchObject([{ items: [] }])
})
