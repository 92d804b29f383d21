import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { today } from '../../../platform/clock.ts'
import { asked } from '../course-plans/course-plans.fixture.ts'
import { makeHoldingDistrict } from '../holding/holding.fixture.ts'

const house = await openTestHouse()
const district = await makeHoldingDistrict(house)
const { tenant, school, sister, head, methodist } = district
const neighbour = await district.addTeacher(sister)
const [anna, boris] = [await district.addTeacher(), await district.addTeacher()]
const formId = (await asked(head, 'GET', 'event-forms')).items[0].id

const daysAgo = (days: number): string => today('Europe/Moscow', new Date(Date.now() - days * 86_400_000))
const TODAY = daysAgo(0)

const noted = (said: object = {}) => ({
  ...{ title: 'Методический день', formId, organiserId: school, heldOn: daysAgo(2), hours: 3 },
  ...{ about: 'Разбирали открытые уроки', evidence: 'https://school.example/day', people: [anna.person] },
  ...said,
})
const record = (said: object = {}) => asked(head, 'POST', 'in-house-events', { payload: noted(said) })
const refused = async (said: object) => {
  const reply = await head.ask('POST', '/api/in-house-events', { payload: noted(said) })
  return [reply.statusCode, reply.json().errors?.map(({ path, code }: { path: string; code: string }) => [path, code])]
}
const look = (id: number, who = head) => asked(who, 'GET', `in-house-events/${id}`)
const ask = (events: object[], step = 'ask') =>
  asked(head, 'POST', 'in-house-events/askings', { payload: { events, step } })
const decide = (events: object[], step: string, word = '') =>
  asked(methodist, 'POST', 'in-house-events/decisions', { payload: { events, step, word } })
const read = ({ id, version }: { id: number; version: number }) => ({ id, version })
const correct = async (id: number, said: object = {}) => {
  const { organiserId: _, evidence: __, ...payload } = noted(said)
  const { version } = await district.card(id)
  const rest = { payload: { topicId: null, ...payload }, headers: { 'if-match': `"${version}"` } }
  return await head.ask('PUT', `/api/in-house-events/${id}`, rest)
}
const tasksOf = async (who: typeof head): Promise<string[]> =>
  (await asked(who, 'GET', 'tasks')).items.map(({ code }: { code: string }) => code)
const credited = async (who: typeof anna, title: string) =>
  (await asked(who, 'GET', 'my/credited')).items.find((one: { title: string }) => one.title === title)

test('a school notes what it held on one page, and asks the centre at once', async () => {
  const event = await record({ people: [anna.person, boris.person], ask: true })
  expect(event).toMatchObject({
    ...{ state: 'asked', people: 2, askedOf: 2, hours: 3, askedOn: TODAY, lacks: [], can: ['withdraw'], dueOn: null },
    evidence: [{ link: 'https://school.example/day' }],
  })
  expect(await district.card(event.id)).toMatchObject({ state: 'held', level: 'organisation', attesting: 'asked' })
  expect((await district.roll(event.id)).total).toBe(2)
  expect(await credited(anna, 'Методический день')).toMatchObject({ hours: 3, attesting: 'asked' })
  expect(await tasksOf(methodist)).toContain('activities.in_house_asked')
})

test('what was held in time to come, by others or of people one does not see is refused at its field', async () => {
  expect(await refused({ heldOn: '2199-01-01' })).toEqual([422, [['heldOn', 'in_future']]])
  expect(await refused({ organiserId: sister })).toEqual([422, [['organiserId', 'outside_reach']]])
  expect(await refused({ people: [neighbour.person] })).toEqual([422, [['people', 'reference_unknown']]])
  expect(await refused({ people: [] })).toMatchObject([422, [['people', expect.anything()]]])
})

test('what lacks something is noted and not asked for until it is mended', async () => {
  const event = await record({ title: 'Без итогов', evidence: null, about: '', ask: true })
  expect(event).toMatchObject({ state: 'none', lacks: ['about', 'evidence'], can: ['correct'] })
  expect(await ask([read(event)])).toEqual({ done: 0, left: 1 })
  expect((await correct(event.id, { title: 'С итогами' })).statusCode).toBe(200)
  await asked(head, 'POST', `events/${event.id}/materials`, { payload: { title: 'Итоги', link: 'https://a.example' } })
  const mended = await look(event.id)
  expect(mended).toMatchObject({ title: 'С итогами', lacks: [], can: ['correct', 'ask'] })
  expect(await ask([read(mended)])).toEqual({ done: 1, left: 0 })
})

test('the centre attests in bulk; what was taken back and asked for again meanwhile is left as it is', async () => {
  const [first, second] = [await record({ title: 'Первое', ask: true }), await record({ title: 'Второе', ask: true })]
  await ask([read(second)], 'withdraw')
  await ask([read(await look(second.id))])
  expect(await decide([read(first), read(second)], 'attest')).toEqual({ done: 1, left: 1 })
  expect(await look(first.id)).toMatchObject({ state: 'attested', decidedOn: TODAY, can: [] })
  expect(await look(second.id)).toMatchObject({ state: 'asked' })
  const list = await asked(methodist, 'GET', 'in-house-events?state=attested&sort=title')
  expect(list).toMatchObject({ total: 1, items: [{ title: 'Первое', can: ['revoke'] }], can: ['record', 'attest'] })
  expect(await credited(anna, 'Первое')).toMatchObject({ attesting: 'attested' })
  const life = await asked(methodist, 'GET', `people/${anna.person}/life`)
  expect(life.items.find(({ label }: { label: string }) => label === 'Первое').details).toContainEqual({
    ...{ name: 'подтверждено центром', value: 'да' },
  })
  const told = (await asked(head, 'GET', 'notifications')).items.map(({ text }: { text: string }) => text)
  expect(told.join()).toContain('Центр подтвердил')
})

test('sent back with a reason it is corrected and asked for again; what is asked for or attested stays as it was', async () => {
  const event = await record({ title: 'Спорное', ask: true })
  expect((await correct(event.id)).json().code).toBe('in_house_state')
  const wordless = await methodist.ask('POST', '/api/in-house-events/decisions', {
    payload: { events: [read(event)], step: 'return' },
  })
  expect(wordless.json()).toMatchObject({ errors: [{ path: 'word' }] })
  await decide([read(event)], 'return', 'Часов больше, чем было встреч')
  expect(await look(event.id)).toMatchObject({ state: 'returned', word: 'Часов больше, чем было встреч' })
  expect(await tasksOf(head)).toContain('activities.in_house_returned')
  const corrected = await correct(event.id, { title: 'Спорное', hours: 1, people: [boris.person] })
  expect(corrected.json()).toMatchObject({ hours: 1, state: 'held' })
  expect((await district.roll(event.id)).items.map(({ person }: { person: { id: number } }) => person.id)).toEqual([
    boris.person,
  ])
  await ask([read(await look(event.id))])
  await decide([read(await look(event.id))], 'attest')
  const { version, materials } = await district.card(event.id)
  const about = { payload: { about: 'Другое' }, headers: { 'if-match': `"${version}"` } }
  expect((await head.ask('PATCH', `/api/events/${event.id}`, about)).json()).toMatchObject({
    errors: [{ path: 'about', code: 'in_house_fixed' }],
  })
  expect((await head.ask('DELETE', `/api/events/${event.id}/materials/${materials[0].id}`)).statusCode).toBe(409)
  await decide([read(await look(event.id))], 'revoke', 'Мероприятия не было')
  expect(await look(event.id)).toMatchObject({ state: 'revoked', can: ['correct', 'ask'] })
})

test('an event that was planned is asked for from what was marked; reopening it waits until the centre is done', async () => {
  const id = await district.heldToday([anna, boris])
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.event set level = 'organisation', hours = 2, about = 'Практикум' where id = ${id}`.execute(
      tx,
    ),
  )
  expect((await district.step(id, '/holding', { absent: [boris.person] })).statusCode).toBe(201)
  await asked(head, 'POST', `events/${id}/materials`, { payload: { title: 'Итоги', link: 'https://a.example' } })
  expect(await look(id)).toMatchObject({ people: 1, can: ['correct', 'ask'] })
  expect((await correct(id, { heldOn: daysAgo(3) })).json()).toMatchObject({ errors: [{ path: 'heldOn' }] })
  expect((await district.card(id)).can).toContain('reopen')
  await ask([read(await look(id))])
  expect((await district.card(id)).can).not.toContain('reopen')
  expect((await district.step(id, '/holding/undo', {})).statusCode).toBe(409)
  await ask([read(await look(id))], 'withdraw')
  expect((await district.card(id)).can).toContain('reopen')
  // Who was there was never marked at a meeting: opened again, they would be lost.
  expect((await district.card((await record()).id)).can).not.toContain('reopen')
})

test('what a file told is asked for, and corrected in the file', async () => {
  const id = await house.services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level, state, hours, about)
      values ('ф1', 'ф1', 'Из файла', ${formId}, ${daysAgo(9)}::date, ${school}, 'organisation', 'held', 2, 'Практикум')
      returning id`.execute(tx)
    await sql`insert into activities.attendance (event_id, person_id) values (${rows[0]?.id}, ${anna.person})`.execute(
      tx,
    )
    return rows[0]?.id ?? 0
  })
  expect(await look(id)).toMatchObject({ lacks: ['evidence'], can: [] })
  await asked(head, 'POST', `events/${id}/materials`, { payload: { title: 'Итоги', link: 'https://a.example' } })
  expect(await look(id)).toMatchObject({ can: ['ask'] })
})

test('a district says whether it is needed and until when', async () => {
  const event = await record({ title: 'Давнее', heldOn: daysAgo(40) })
  expect(event.can).toEqual(['correct', 'ask'])
  expect(await tasksOf(head)).not.toContain('activities.in_house_due')
  const rule = await asked(head, 'GET', 'district/in-house-rule')
  expect(rule).toMatchObject({ required: false, evidence: true, withinDays: null, yearDays: null, can: [] })
  const payload = { required: true, evidence: false, withinDays: 30, yearDays: 10 }
  await asked(methodist, 'PUT', 'district/in-house-rule', { payload, version: rule.version })
  expect(await look(event.id)).toMatchObject({ lacks: ['late'], dueOn: expect.any(String), can: ['correct'] })
  const fresh = await record({ title: 'Свежее', evidence: null })
  expect(fresh).toMatchObject({ lacks: [], can: ['correct', 'ask'] })
  expect(await tasksOf(head)).toContain('activities.in_house_due')
  const stale = await methodist.ask('PUT', '/api/district/in-house-rule', { payload, headers: { 'if-match': '"1"' } })
  expect(stale.statusCode).toBe(412)
})

test('the list is taken away as a workbook, and the journal knows', async () => {
  const reply = await methodist.ask('GET', `/api/in-house-events.xlsx?state=attested&sort=title`)
  expect(reply.statusCode, reply.body).toBe(200)
  const [header, first] = await rowsOfWorkbook(reply.rawPayload)
  expect(header).toEqual(expect.arrayContaining(['Организация', 'Что было', 'Состояние']))
  expect(first).toEqual(expect.arrayContaining(['Первое', 'подтверждено центром']))
})

test('what was attested is a condition, said in both languages', async () => {
  const ready = (await asked(methodist, 'GET', 'ready-indicators')).items
  const sentence = ready.find(({ code }: { code: string }) => code === 'IND-35-ATTESTED').sentence
  expect(sentence).toContain('подтверждено центром: да')
  const english = await methodist.ask('GET', '/api/ready-indicators', { headers: { 'accept-language': 'en' } })
  expect(english.body).toContain('attested by the centre: yes')
})

test('another school neither sees nor asks; a teacher decides nothing', async () => {
  const event = await record({ title: 'Своё', ask: true })
  expect((await neighbour.ask('GET', `/api/in-house-events/${event.id}`)).statusCode).toBe(403)
  const payload = { events: [read(event)], step: 'attest' }
  expect((await head.ask('POST', '/api/in-house-events/decisions', { payload })).statusCode).toBe(403)
  expect((await asked(head, 'GET', `in-house-events?q=${encodeURIComponent('Своё')}`)).total).toBe(1)
})
