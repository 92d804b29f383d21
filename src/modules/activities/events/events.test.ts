import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'
import { announced, planned } from './events.fixture.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const centre = await addOrganisation(house, tenant)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const surname = unique('Фамилия')
const person = await addPerson(house, tenant, surname)
await employ(house, tenant, { person, organisation: school })
const teacher = await addActor(house, [{ tenant, role: 'teacher', person }])

const at = (id: number, rest = ''): string => `/api/events/${id}${rest}`
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const ids = (reply: { json(): { items: { id: number }[] } }): number[] => reply.json().items.map(({ id }) => id)

test('a new district has the forms of events with those that are interactive; the mark is changed and taken off', async () => {
  const { items, total } = (await methodist.ask('GET', '/api/event-forms')).json()
  expect(total).toBeGreaterThan(55)
  const form = (label: string) => items.find((one: { label: string }) => one.label === label)
  expect(form('мастер-класс')).toMatchObject({ interactive: true, retired: false })
  expect(form('вебинар')).toMatchObject({ interactive: false })
  const mark = async (interactive: boolean | null) =>
    (await methodist.ask('PUT', `/api/event-forms/${form('вебинар').id}`, { payload: { interactive } })).json()
  expect(await mark(true)).toMatchObject({ interactive: true })
  expect(await mark(null)).toMatchObject({ interactive: null })
})

test('a draft gets a number of its year, says what it lacks, and nobody else sees it', async () => {
  const first = await planned(methodist, centre, { heldOn: '2150-03-01' })
  const second = await planned(methodist, centre, { heldOn: '2150-05-01', format: null })
  expect([first.code, second.code]).toEqual(['2150-0001', '2150-0002'])
  expect(second).toMatchObject({ state: 'draft', lacks: ['format', 'meetings'], can: ['change', 'announce', 'remove'] })
  expect((await teacher.ask('GET', at(first.id))).statusCode).toBe(404)
  expect((await head.ask('GET', at(first.id))).statusCode).toBe(404)
  const list = '/api/events?from=2150-01-01&to=2150-12-31'
  expect(ids(await methodist.ask('GET', list))).toEqual([first.id, second.id])
  expect((await teacher.ask('GET', list)).json()).toEqual({ items: [], total: 0, can: [] })
  expect((await methodist.ask('POST', at(second.id, '/announcement'), match(1))).json()).toMatchObject({
    code: 'event_unready',
  })
  expect((await methodist.ask('DELETE', at(second.id), match(1))).statusCode).toBe(204)
  expect((await methodist.ask('GET', at(second.id))).statusCode).toBe(404)
})

test('eight planned at once get eight numbers', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => planned(methodist, centre, { heldOn: '2151-01-15' })))
  const codes = made.map(({ code }) => code).sort()
  expect(codes).toEqual(Array.from({ length: 8 }, (_, at) => `2151-${String(at + 1).padStart(4, '0')}`))
})

test('meetings stand at hours of the district and within the days of the event; moved, it takes them along', async () => {
  const { id } = await planned(methodist, centre, { heldOn: '2026-03-28', lastOn: '2026-03-29', format: 'in_person' })
  const add = (meeting: object) => methodist.ask('POST', at(id, '/meetings'), { payload: meeting })
  const room = await methodist.ask('POST', '/api/rooms', {
    payload: { organisationId: centre, name: 'Зал', seats: 40 },
  })
  expect(room.statusCode, room.body).toBe(201)
  const late = await add({ day: '2026-03-29', from: '09:30', until: '11:00', title: 'Практика' })
  expect(late.json()).toMatchObject({ day: '2026-03-29', from: '09:30', until: '11:00', version: 1, room: null })
  expect(
    (await add({ day: '2026-03-28', from: '15:00', until: '16:30', roomId: room.json().id })).json(),
  ).toMatchObject({
    room: { name: 'Зал', organisationId: centre },
  })
  expect(faultsOf(await add({ day: '2026-03-30', from: '15:00', until: '16:00' }))).toEqual(['day meeting_outside'])
  expect(faultsOf(await add({ day: '2026-03-28', from: '15:00', until: '15:00' }))).toEqual(['until ends_before_start'])
  expect(faultsOf(await add({ day: '2026-03-28', from: '15', until: '16:00' }))).toEqual(['from wrong_value'])

  const change = (payload: object, version: number) => methodist.ask('PATCH', at(id), { payload, ...match(version) })
  expect(faultsOf(await change({ lastOn: null }, 1))).toEqual(['lastOn meetings_outside'])
  const moved = (await change({ heldOn: '2026-04-04' }, 1)).json()
  expect(moved).toMatchObject({ heldOn: '2026-04-04', lastOn: '2026-04-05', startsAt: '15:00' })
  expect(moved.where).toMatch(/^Зал, /)
  expect(moved.meetings).toMatchObject([
    { day: '2026-04-04', from: '15:00' },
    { day: '2026-04-05', from: '09:30' },
  ])
  const [first, second] = moved.meetings
  const meeting = at(id, `/meetings/${second.id}`)
  expect((await methodist.ask('PATCH', meeting, { payload: { until: '12:00' }, ...match(1) })).statusCode).toBe(412)
  expect((await methodist.ask('PATCH', meeting, { payload: { until: '12:00' }, ...match(2) })).json()).toMatchObject({
    ...{ from: '09:30', until: '12:00', title: 'Практика' },
  })
  expect((await methodist.ask('DELETE', at(id, `/meetings/${first.id}`), match(first.version))).statusCode).toBe(204)
  expect((await methodist.ask('GET', at(id))).json()).toMatchObject({ where: null, lacks: ['place', 'day_past'] })
})

test('announced it is there for everybody; who speaks is somebody within reach, or a guest', async () => {
  const event = await announced(methodist, centre, { level: 'district', seats: 30, title: 'Читаем и понимаем' })
  expect(event).toMatchObject({ state: 'announced', version: 2, can: ['change', 'cancel'], lacks: [] })
  const speak = (payload: object, who = methodist) => who.ask('POST', at(event.id, '/speakers'), { payload })
  expect((await speak({ personId: person, topic: 'Чтение' })).json()).toMatchObject({ name: `${surname} Анна` })
  expect((await speak({ guest: 'Эльвира Гость' })).json()).toMatchObject({ personId: null, name: 'Эльвира Гость' })
  expect(faultsOf(await speak({}))).toEqual(['personId person_or_guest'])
  const stranger = await addPerson(house, tenant)
  const own = await planned(head, school)
  expect(faultsOf(await head.ask('POST', at(own.id, '/speakers'), { payload: { personId: stranger } }))).toEqual([
    'personId reference_unknown',
  ])
  const material = await methodist.ask('POST', at(event.id, '/materials'), {
    payload: { title: 'Слайды', link: 'https://files.example/1' },
  })
  expect(material.statusCode).toBe(201)
  const ill = { title: 'Слайды', link: 'javascript:alert(1)' }
  expect(faultsOf(await methodist.ask('POST', at(event.id, '/materials'), { payload: ill }))).toEqual([
    'link link_wrong',
  ])
  const seen = (await teacher.ask('GET', at(event.id))).json()
  expect(seen).toMatchObject({ seats: 30, can: [], speakers: [{ topic: 'Чтение' }, { personId: null }] })
  expect(seen.materials).toEqual([material.json()])
  expect(ids(await teacher.ask('GET', `/api/events?q=${encodeURIComponent('читаем')}&state=announced`))).toEqual([
    event.id,
  ])
  expect(ids(await teacher.ask('GET', `/api/events?organiser=${school}&state=announced`))).toEqual([])
})

test('called off with its reason it stays to be read and changes no more', async () => {
  const { id } = await announced(methodist, centre)
  const cancel = (version: number, reason = 'Карантин в школе') =>
    methodist.ask('POST', at(id, '/cancellation'), { payload: { reason }, ...match(version) })
  expect(faultsOf(await cancel(2, 'x'))).toEqual(['reason too_short'])
  expect((await cancel(2)).json()).toMatchObject({ state: 'cancelled', cancelledFor: 'Карантин в школе', can: [] })
  expect((await cancel(3)).json()).toMatchObject({ status: 409, code: 'event_state' })
  expect((await methodist.ask('DELETE', at(id), match(3))).json()).toMatchObject({ code: 'event_state' })
  expect(faultsOf(await methodist.ask('PATCH', at(id), { payload: { title: 'Новое' }, ...match(3) }))).toEqual([
    'title event_fixed',
  ])
  const meeting = { day: '2199-04-10', from: '10:00', until: '11:00' }
  expect((await methodist.ask('POST', at(id, '/meetings'), { payload: meeting })).json()).toMatchObject({
    code: 'event_state',
  })
})

test('a head plans for the own organisation, of its level, and nothing of others', async () => {
  const own = await announced(head, school)
  expect(own.can).toEqual(['change', 'cancel'])
  const forms = (await head.ask('GET', '/api/event-forms')).json().items
  const payload = { title: 'Чужое', formId: forms[0].id, level: 'district', organiserId: centre, heldOn: '2199-04-10' }
  const plan = (said: object) => head.ask('POST', '/api/events', { payload: { ...payload, ...said } })
  expect(faultsOf(await plan({}))).toEqual(['level level_of_district'])
  expect(faultsOf(await plan({ level: 'organisation' }))).toEqual(['organiserId outside_reach'])
  expect(faultsOf(await plan({ organiserId: school, level: 'organisation', formId: 1_000_000_000 }))).toEqual([
    'formId reference_unknown',
  ])
  const foreign = await announced(methodist, centre)
  const change = { payload: { title: 'Моё' }, ...match(2) }
  expect((await head.ask('PATCH', at(foreign.id), change)).statusCode).toBe(404)
  expect((await head.ask('GET', at(foreign.id))).json()).toMatchObject({ can: [] })
  const room = { payload: { organisationId: centre, name: unique('Зал') } }
  expect(faultsOf(await head.ask('POST', '/api/rooms', room))).toEqual(['organisationId outside_reach'])
})

/** Plans an event of the school as a part of another. */
async function attach(who: typeof head, like: number, partOf: number) {
  const { form } = (await methodist.ask('GET', at(like))).json()
  const payload = { title: 'Часть', formId: form.id, level: 'organisation', organiserId: school, heldOn: '2199-04-10' }
  return await who.ask('POST', '/api/events', { payload: { ...payload, partOf } })
}

test('a series is made by its title, holds events together and is told once somebody may see one', async () => {
  const series = unique('Школа чтения')
  const first = await announced(methodist, centre, { series })
  const second = await planned(methodist, centre, { series })
  expect(second.series).toEqual(first.series)
  const hidden = unique('Тайная серия')
  await planned(methodist, centre, { series: hidden })
  const told = async (who: typeof head) => (await who.ask('GET', '/api/event-series')).json().items
  expect(await told(teacher)).toEqual([{ id: first.series.id, title: series, events: 1 }])
  expect((await told(methodist)).map(({ title }: { title: string }) => title)).toContain(hidden)
  expect(ids(await methodist.ask('GET', `/api/events?series=${first.series.id}`))).toEqual([first.id, second.id])
  const off = await methodist.ask('PATCH', at(second.id), { payload: { series: null }, ...match(1) })
  expect(off.json()).toMatchObject({ series: null, version: 2 })
})

test('an event of several parts meets in its parts, and is announced before them', async () => {
  const whole = await planned(methodist, centre, { lastOn: '2199-06-01' })
  const part = await planned(methodist, centre, { partOf: whole.id })
  expect(part).toMatchObject({ whole: { id: whole.id }, lacks: ['meetings', 'whole'] })
  const deep = { payload: { partOf: part.id }, ...match(1) }
  expect(faultsOf(await methodist.ask('PATCH', at(whole.id), deep))).toEqual(['partOf parts_deep'])
  expect((await methodist.ask('DELETE', at(whole.id), match(1))).json()).toMatchObject({ code: 'event_has_parts' })
  expect(faultsOf(await attach(head, part.id, whole.id))).toEqual(['partOf reference_unknown'])
  const told = (await methodist.ask('POST', at(whole.id, '/announcement'), match(1))).json()
  expect(told).toMatchObject({ state: 'announced', parts: [{ id: part.id, state: 'draft' }] })
  expect((await teacher.ask('GET', at(whole.id))).json().parts).toEqual([])
})

test('those held on request are found among the others', async () => {
  const asked = await planned(methodist, centre, { heldOn: '2152-03-01', onRequest: true })
  await planned(methodist, centre, { heldOn: '2152-03-02' })
  const list = '/api/events?from=2152-01-01&to=2152-12-31'
  expect(ids(await methodist.ask('GET', `${list}&onRequest=yes`))).toEqual([asked.id])
  expect((await methodist.ask('GET', list)).json().total).toBe(2)
  expect(faultsOf(await methodist.ask('GET', `${list}&onRequest=no`))).toHaveLength(1)
})
