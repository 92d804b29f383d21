import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { addEvent, type GivenEvent } from '../enrolment/event.fixture.ts'
import type { Suggestion } from './suggestions.contract.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house, { seeds: modules.flatMap(({ seedDistrict }) => seedDistrict ?? []) })
const school = await addOrganisation(house, tenant)
const other = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])

const write = (statement: ReturnType<typeof sql>) => services.database.write(tenant, (tx) => statement.execute(tx))

async function value(kind: string, label: string): Promise<number> {
  const { rows } = await services.database.write(tenant, (tx) =>
    sql<{ id: number }>`insert into registry.classifier_value (kind, key, label)
      values (${kind}, ${unique(label.toLowerCase())}, ${label}) returning id`.execute(tx),
  )
  return rows[0]?.id ?? 0
}

async function addTeacher(subject?: number) {
  const person = await addPerson(house, tenant)
  const employment = await employ(house, tenant, { person, organisation: school })
  if (subject !== undefined)
    await write(sql`update registry.employment set subject_ids = array[${subject}::bigint] where id = ${employment}`)
  await write(sql`select registry.rebuild_spans(array[${person}]::bigint[])`)
  return { person, ...(await addActor(house, [{ tenant, role: 'teacher', person }])) }
}
type Teacher = Awaited<ReturnType<typeof addTeacher>>

/** Of the other school, so that nearness says nothing for it. */
async function event(given: Partial<GivenEvent> & { topic?: number; hours?: number } = {}): Promise<number> {
  const { topic, hours, ...rest } = given
  const id = await addEvent(house, tenant, { organiser: other, inDays: 10, ...rest })
  await write(
    sql`update activities.event set topic_id = ${topic ?? null}::bigint, hours = ${hours ?? null}::numeric where id = ${id}`,
  )
  return id
}
const fitting = async (who: Teacher) => {
  const reply = await who.ask('GET', '/api/my/suggestions')
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json() as { items: Suggestion[]; more: number; busy: number }
}
const of = async (who: Teacher, id: number): Promise<Suggestion | undefined> =>
  (await fitting(who)).items.find(({ eventId }) => eventId === id)

test('each reason is said in words, the weightiest first; what nothing speaks for is not shown', async () => {
  const teacher = await addTeacher(await value('subject', 'Физика'))
  const [topic, diagnostic] = [await value('topic', 'Оценивание'), await value('diagnostic', 'Оценивание')]
  await write(sql`insert into competence.diagnostic_result (person_id, diagnostic_id, area, taken_on, score, maximum, passed)
    values (${teacher.person}, ${diagnostic}, 'methodical', '2025-10-12', 3, 30, false)`)
  const physics = await event({ title: 'Опыты по физике', topic, seats: 3 })
  const plain = await event({ title: 'Просто так' })
  const near = await event({ title: 'Рядом', organiser: school })
  expect(await of(teacher, physics)).toMatchObject({
    seatsLeft: 3,
    reasons: ['об этом была диагностика «Оценивание» 12.10.2025: есть чему поучиться', 'ваш предмет: Физика'],
  })
  expect((await of(teacher, near))?.reasons).toEqual(['в вашей организации'])
  expect(await of(teacher, plain)).toBeUndefined()
  const ids = (await fitting(teacher)).items.map(({ eventId }) => eventId)
  expect(ids.indexOf(physics)).toBeLessThan(ids.indexOf(near))
  // Measured anew and passed it is no deficit any more.
  await write(sql`insert into competence.diagnostic_result (person_id, diagnostic_id, area, taken_on, score, maximum, passed)
    values (${teacher.person}, ${diagnostic}, 'methodical', '2025-12-12', 30, 30, true)`)
  expect((await of(teacher, physics))?.reasons).toEqual(['ваш предмет: Физика'])
})

test('a program made for enrolling reads no results among the reasons', async () => {
  const teacher = await addTeacher()
  const [topic, diagnostic] = [await value('topic', 'Рефлексия'), await value('diagnostic', 'Рефлексия')]
  await write(sql`insert into competence.diagnostic_result (person_id, diagnostic_id, area, taken_on, score, maximum, passed)
    values (${teacher.person}, ${diagnostic}, 'methodical', '2025-10-12', 3, 30, false)`)
  const id = await event({ topic })
  expect(await of(teacher, id)).toBeDefined()
  const made = await teacher.ask('POST', '/api/me/tokens', {
    payload: { name: 'календарь', days: 1, permissions: ['enrolment.own'] },
  })
  expect(made.statusCode, made.body).toBe(201)
  const narrow = await house.app.inject({
    url: '/api/my/suggestions',
    headers: { authorization: `Bearer ${made.json().token}` },
  })
  expect(narrow.statusCode, narrow.body).toBe(200)
  expect(narrow.body).not.toContain('Рефлексия')
  expect((await admin.ask('GET', '/api/my/suggestions')).statusCode).toBe(403)
})

test('a course is due three years after the last one; a rule is said as it stands', async () => {
  const teacher = await addTeacher()
  const course = await event({ title: 'Курс', hours: 36 })
  expect((await of(teacher, course))?.reasons).toEqual(['курсов повышения квалификации за вами не записано'])
  const [programme, provider] = [await value('programme', 'Курс'), await value('provider', 'Институт')]
  await write(sql`insert into activities.learning (person_id, programme_id, kind, form, provider_id, hours, starts_on, ends_on)
    values (${teacher.person}, ${programme}, 'upskilling', 'distance', ${provider}, 36, current_date - 30, current_date - 20)`)
  expect(await of(teacher, course)).toBeUndefined()
  const [young, old] = [await event(), await event()]
  for (const [id, rule] of [
    [young, { term: 'age', under: 100 }],
    [old, { term: 'age', under: 18 }],
  ] as const) {
    const { version } = (await methodist.ask('GET', `/api/events/${id}/admission`)).json()
    const changed = await methodist.ask('PUT', `/api/events/${id}/admission`, {
      payload: { rule, byApproval: true, quota: null, closesAt: null, offerHours: 24 },
      headers: { 'if-match': `"${version}"` },
    })
    expect(changed.statusCode, changed.body).toBe(200)
  }
  expect(await of(teacher, young)).toMatchObject({
    byApproval: true,
    reasons: [expect.stringMatching(/^для таких, как вы: /)],
  })
  expect(await of(teacher, old)).toBeUndefined()
})

test('one tap enrols; what one is in, left, or is busy for is not shown, and the busy are counted', async () => {
  const teacher = await addTeacher()
  const [first, same, later, far, past] = [
    await event({ organiser: school }),
    await event({ organiser: school }),
    await event({ organiser: school, inDays: 12 }),
    await event({ organiser: school, inDays: 60 }),
    await event({ organiser: school, inDays: -2 }),
  ]
  const before = (await fitting(teacher)).items.map(({ eventId }) => eventId)
  for (const id of [first, same, later]) expect(before).toContain(id)
  for (const id of [far, past]) expect(before).not.toContain(id)
  const { busy } = await fitting(teacher)
  expect((await teacher.ask('POST', `/api/events/${first}/my-enrolment`)).statusCode).toBe(201)
  const after = await fitting(teacher)
  const ids = after.items.map(({ eventId }) => eventId)
  expect(ids).not.toContain(first)
  expect(ids).not.toContain(same)
  expect(ids).toContain(later)
  expect(after.busy).toBeGreaterThan(busy)
  await teacher.ask('POST', `/api/events/${first}/my-enrolment/leaving`)
  expect(await of(teacher, first)).toBeUndefined()
  expect(await of(teacher, same)).toBeDefined()
})

test('what was credited within a year is told with its hours, and nothing of others', async () => {
  const teacher = await addTeacher()
  const [held, long] = [
    await event({ title: 'Был', state: 'held', inDays: -10, hours: 4 }),
    await event({ title: 'Давно', state: 'held', inDays: -400, hours: 4 }),
  ]
  for (const id of [held, long])
    await write(sql`insert into activities.attendance (event_id, person_id) values (${id}, ${teacher.person})`)
  expect((await teacher.ask('GET', '/api/my/credited')).json()).toMatchObject({
    ...{ total: 1, hours: 4, items: [{ title: 'Был', hours: 4, document: null }] },
  })
  expect((await (await addTeacher()).ask('GET', '/api/my/credited')).json()).toMatchObject({
    total: 0,
    hours: 0,
    items: [],
  })
})
