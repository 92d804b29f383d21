import ICAL from 'ical.js'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  anonymous,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { announced } from '../events/events.fixture.ts'

const house = await openTestHouse({ environment: { ROST_URL: 'https://rost.example' } })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
await house.services.database.write(null, (tx) =>
  sql`update registry.district set time_zone = 'Asia/Yekaterinburg' where id = ${tenant}`.execute(tx),
)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const person = await addPerson(house, tenant, 'Орлова')
await employ(house, tenant, { person, organisation: school })
const teacher = await addActor(house, [{ tenant, role: 'teacher', person }])

const subscribe = async (who: Person): Promise<string> => {
  const reply = await who.ask('POST', '/api/my/calendar')
  expect(reply.statusCode, reply.body).toBe(201)
  return new URL(reply.json().address).pathname
}
const readRaw = (path: string) => anonymous(house).ask('GET', path)
const read = async (path: string) => {
  const reply = await readRaw(path)
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const events = new ICAL.Component(ICAL.parse(reply.body)).getAllSubcomponents('vevent')
  return events.map((one) => {
    const { uid, summary, sequence, startDate, endDate, location, description } = new ICAL.Event(one)
    const [from, until] = [startDate, endDate].map((time) => time.toJSDate().toISOString())
    const status = one.getFirstPropertyValue('status')
    return {
      uid,
      summary,
      sequence,
      from,
      until,
      location,
      description,
      status,
      page: one.getFirstPropertyValue('url'),
    }
  })
}
const enrol = (id: number, who = teacher) => who.ask('POST', `/api/events/${id}/my-enrolment`)
const change = (id: number, version: number, payload: object) =>
  methodist.ask('PATCH', `/api/events/${id}`, { payload, headers: { 'if-match': `"${version}"` } })

test('a calendar reads what one goes to, in the time of the district; moved it is the same event, changed', async () => {
  const path = await subscribe(teacher)
  expect(await read(path)).toEqual([])
  const event = await announced(methodist, school, { title: 'Оценивание, часть 1', link: 'https://meet.example/a' })
  await announced(methodist, school, { title: 'Чужое' })
  await enrol(event.id)
  const [first, ...others] = await read(path)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    ...{ summary: 'Оценивание, часть 1', status: 'CONFIRMED', page: `https://rost.example/events/${event.id}` },
    ...{ from: '2199-04-10T10:00:00.000Z', until: '2199-04-10T11:30:00.000Z' },
    description: 'Вы записаны.\nПодключиться: https://meet.example/a',
  })
  await change(event.id, event.version, { heldOn: '2199-04-12' })
  const [moved] = await read(path)
  expect(moved).toMatchObject({ uid: first?.uid, from: '2199-04-12T10:00:00.000Z' })
  expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0)
})

test('called off it stays as cancelled; who leaves has it no more', async () => {
  const path = await subscribe(teacher)
  const [off, left] = [await announced(methodist, school), await announced(methodist, school)]
  for (const { id } of [off, left]) await enrol(id)
  const titles = async () => new Map((await read(path)).map(({ page, status }) => [page, status]))
  const before = await titles()
  await methodist.ask('POST', `/api/events/${off.id}/cancellation`, {
    payload: { reason: 'заболел ведущий' },
    headers: { 'if-match': `"${off.version}"` },
  })
  await teacher.ask('POST', `/api/events/${left.id}/my-enrolment/leaving`)
  const after = await titles()
  const page = (id: number) => `https://rost.example/events/${id}`
  expect([before.get(page(off.id)), before.get(page(left.id))]).toEqual(['CONFIRMED', 'CONFIRMED'])
  expect([after.get(page(off.id)), after.get(page(left.id))]).toEqual(['CANCELLED', undefined])
})

test('who waits for a seat has it as uncertain, who speaks as certain', async () => {
  const other = await addPerson(house, tenant, 'Лебедева')
  await employ(house, tenant, { person: other, organisation: school })
  const late = await addActor(house, [{ tenant, role: 'teacher', person: other }])
  const full = await announced(methodist, school, { title: 'Одно место', seats: 1 })
  await enrol(full.id)
  await enrol(full.id, late)
  const talk = await announced(methodist, school, { title: 'Мой доклад' })
  const spoken = await methodist.ask('POST', `/api/events/${talk.id}/speakers`, { payload: { personId: other } })
  expect(spoken.statusCode, spoken.body).toBe(201)
  const found = await read(await subscribe(late))
  expect(found.map(({ summary, status }) => [summary, status]).sort()).toEqual([
    ['Мой доклад', 'CONFIRMED'],
    ['Одно место', 'TENTATIVE'],
  ])
  const own = await readRaw(await subscribe(teacher))
  expect(own.body).not.toContain('Лебедева')
})

test('the address is told once and kept as a hash; a new one or taking it back ends it', async () => {
  const path = await subscribe(teacher)
  const { rows } = await sql<{ kept: string }>`
    select row_to_json(f)::text as kept from activities.calendar_feed f`.execute(house.services.database.reader(tenant))
  for (const { kept } of rows) expect(kept).not.toContain(path.split('/')[3])
  const since = async () => (await teacher.ask('GET', '/api/my/calendar')).json().since
  expect(await since()).not.toBeNull()
  const next = await subscribe(teacher)
  expect([(await readRaw(path)).statusCode, (await readRaw(next)).statusCode]).toEqual([404, 200])
  expect((await teacher.ask('DELETE', '/api/my/calendar')).statusCode).toBe(204)
  expect([(await readRaw(next)).statusCode, await since()]).toEqual([404, null])
})

test('whose grant has ended is shown nothing by an address made before', async () => {
  const one = await addPerson(house, tenant, 'Уходящая')
  const leaver = await addActor(house, [{ tenant, role: 'teacher', person: one }])
  const path = await subscribe(leaver)
  expect((await readRaw(path)).statusCode).toBe(200)
  await house.services.database.write(tenant, (tx) =>
    sql`update registry."grant" set ended_at = now() where account_id = ${leaver.account}`.execute(tx),
  )
  expect((await readRaw(path)).statusCode).toBe(404)
})

test('an address that is none is not found, whatever it holds', async () => {
  for (const secret of ['x', 'A'.repeat(43), "'; drop table", '%00', 'я'.repeat(20)])
    expect((await readRaw(`/api/calendars/${encodeURIComponent(secret)}/rost.ics`)).statusCode).toBe(404)
})
