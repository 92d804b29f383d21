import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { announced } from '../events/events.fixture.ts'
import { passOn } from './enrolment.jobs.ts'
import { addEvent, type GivenEvent, runOffersOut } from './event.fixture.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house, { seeds: modules.flatMap(({ seedDistrict }) => seedDistrict ?? []) })
const school = await addOrganisation(house, tenant)
const sister = await addOrganisation(house, tenant)
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const sisterHead = await addActor(house, [{ tenant, role: 'head', organisation: sister }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const foreign = await addDistrict(house)
const foreigner = await addActor(house, [{ tenant: foreign.tenant, role: 'methodist' }])

async function addTeacher(organisation = school) {
  const surname = unique('Фамилия')
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation })
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  const actor = await addActor(house, [{ tenant, role: 'teacher', person }])
  return { person, surname, ...actor }
}

const event = (given: Partial<GivenEvent> = {}): Promise<number> =>
  addEvent(house, tenant, { organiser: school, ...given })
const mine = (id: number, rest = ''): string => `/api/events/${id}/my-enrolment${rest}`
const told = async (who: Awaited<ReturnType<typeof addTeacher>>): Promise<string[]> =>
  (await who.ask('GET', '/api/notifications')).json().items.map(({ text }: { text: string }) => text)

test('one enrols, sees the place in line, and who leaves gives the seat to the first who waits', async () => {
  const id = await event({ seats: 1 })
  const [first, second, third] = [await addTeacher(), await addTeacher(), await addTeacher()]
  expect((await first.ask('GET', mine(id))).json()).toMatchObject({ seats: 1, taken: 0, mine: null, can: ['enrol'] })
  const enrolled = await first.ask('POST', mine(id))
  expect(enrolled.statusCode, enrolled.body).toBe(201)
  expect(enrolled.json()).toMatchObject({ taken: 1, mine: { state: 'enrolled', place: 1 }, can: ['leave'] })
  expect((await second.ask('POST', mine(id))).json()).toMatchObject({ mine: { state: 'waiting', inLine: 1 } })
  expect((await third.ask('POST', mine(id))).json()).toMatchObject({
    waiting: 2,
    mine: { state: 'waiting', inLine: 2 },
  })
  // Asked again nothing changes, with a key and without one.
  expect((await third.ask('POST', mine(id))).json()).toMatchObject({ waiting: 2, mine: { place: 3 } })

  expect((await first.ask('POST', mine(id, '/leaving'))).json()).toMatchObject({ mine: { state: 'cancelled' } })
  expect((await second.ask('GET', mine(id))).json()).toMatchObject({
    mine: { state: 'offered' },
    can: ['accept', 'leave'],
  })
  expect((await third.ask('GET', mine(id))).json()).toMatchObject({ mine: { state: 'waiting', inLine: 1 } })
  expect(await told(second)).toEqual([expect.stringContaining('Освободилось место')])
  // Who comes back stands at the end.
  expect((await first.ask('POST', mine(id))).json()).toMatchObject({ mine: { state: 'waiting', inLine: 2, place: 4 } })
  const accepted = await second.ask('POST', mine(id, '/acceptance'))
  expect(accepted.json()).toMatchObject({ taken: 1, mine: { state: 'enrolled', offeredUntil: null } })
  const queue = (await third.ask('GET', `/api/events/${id}/queue`)).json()
  expect(queue.items).toMatchObject([
    { place: 2, state: 'enrolled', isMine: false },
    { place: 3, state: 'waiting', isMine: true },
    { place: 4, state: 'waiting', isMine: false },
  ])
  expect(JSON.stringify(queue)).not.toContain('Фамилия')
})

test('an offer that nobody takes in time goes on, and who was late is told so', async () => {
  const id = await event({ seats: 1 })
  const [first, second, third] = [await addTeacher(), await addTeacher(), await addTeacher()]
  for (const one of [first, second, third]) await one.ask('POST', mine(id))
  await first.ask('POST', mine(id, '/leaving'))
  await runOffersOut(house, tenant, id)
  expect((await second.ask('POST', mine(id, '/acceptance'))).json()).toMatchObject({ status: 409, code: 'offer_over' })
  await passOn(house.services.database)
  await passOn(house.services.database)
  expect((await second.ask('GET', mine(id))).json()).toMatchObject({ mine: { state: 'cancelled', endedBy: 'offer' } })
  expect((await third.ask('GET', mine(id))).json()).toMatchObject({ taken: 1, mine: { state: 'offered' } })
  expect(await told(second)).toEqual(expect.arrayContaining([expect.stringContaining('отдали следующему')]))
})

test('of one organisation no more come than the quota says: the others take the seats', async () => {
  const id = await event({ seats: 3, quota: 2 })
  const own = [await addTeacher(), await addTeacher(), await addTeacher()]
  for (const one of own) await one.ask('POST', mine(id))
  const other = await addTeacher(sister)
  expect((await other.ask('POST', mine(id))).json()).toMatchObject({ taken: 3, mine: { state: 'enrolled', place: 4 } })
  expect((await own[2]?.ask('GET', mine(id)))?.json()).toMatchObject({ mine: { state: 'waiting', inLine: 1 } })
  // A seat of another organisation is of no use to them; one of their own is.
  await other.ask('POST', mine(id, '/leaving'))
  expect((await own[2]?.ask('GET', mine(id)))?.json()).toMatchObject({ mine: { state: 'waiting' } })
  await own[0]?.ask('POST', mine(id, '/leaving'))
  expect((await own[2]?.ask('GET', mine(id)))?.json()).toMatchObject({ mine: { state: 'offered' } })
})

test('where the school has to agree it does so in bulk, keeps the order, and declines with a reason', async () => {
  const id = await event({ seats: 1, byApproval: true })
  const [first, second, third] = [await addTeacher(), await addTeacher(), await addTeacher()]
  for (const one of [first, second, third]) {
    expect((await one.ask('POST', mine(id))).json()).toMatchObject({ taken: 0, mine: { state: 'asked' } })
  }
  const inbox = async () => (await head.ask('GET', '/api/enrolments/approvals')).json()
  const asked = (await inbox()).items.filter((one: { event: { id: number } }) => one.event.id === id)
  expect(asked).toMatchObject([
    { person: { name: expect.stringContaining(first.surname) }, can: ['decide', 'withdraw'] },
    {},
    {},
  ])
  const tasks = (await head.ask('GET', '/api/tasks')).json().items
  expect(tasks).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'activities.enrolments_asked', link: '/enrolments/approvals' }),
    ]),
  )
  expect((await sisterHead.ask('GET', '/api/enrolments/approvals')).json().total).toBe(0)
  const decide = (who: typeof head, ids: number[], outcome: string, reason?: string) =>
    who.ask('POST', '/api/enrolments/decisions', { payload: { ids, outcome, ...(reason && { reason }) } })
  const [one, two, three] = asked.map(({ id: of }: { id: number }) => of)
  expect((await decide(sisterHead, [one], 'approve')).statusCode).toBe(422)
  expect((await decide(head, [three], 'decline')).json()).toMatchObject({ status: 422 })
  expect((await decide(head, [three], 'decline', 'некем заменить')).json()).toMatchObject({ decided: 1 })
  expect((await decide(head, [two, one], 'approve')).json()).toEqual({ decided: 2, enrolled: 1, waiting: 1 })
  expect((await decide(head, [two, one], 'approve')).json()).toEqual({ decided: 0, enrolled: 0, waiting: 0 })
  expect((await first.ask('GET', mine(id))).json()).toMatchObject({ mine: { state: 'enrolled' } })
  expect((await third.ask('GET', mine(id))).json()).toMatchObject({
    mine: { state: 'declined', endedBy: 'organisation', endedFor: 'некем заменить' },
  })
  expect(await told(third)).toEqual([expect.stringContaining('не согласовали')])
})

test('a school sends its own with a reason, by the rule of the event, and prints the draft of the order', async () => {
  const id = await event({ seats: 2 })
  const [young, other] = [await addTeacher(), await addTeacher()]
  const stranger = await addTeacher(sister)
  const rule = { all: [{ term: 'pedagogue' }, { term: 'age', under: 100 }] }
  const given = { rule, byApproval: false, quota: null, closesAt: null, offerHours: 48 }
  const change = (payload: object, version = 1) =>
    methodist.ask('PUT', `/api/events/${id}/admission`, { payload, headers: { 'if-match': `"${version}"` } })
  expect((await change({ ...given, rule: { term: 'nonsense' } })).json()).toMatchObject({ status: 422 })
  const closed = { term: 'diagnosed', where: { level: { is: 'low' } } }
  expect((await change({ ...given, rule: closed })).statusCode).toBe(422)
  const changed = await change(given)
  expect(changed.json(), changed.body).toMatchObject({ version: 2, sentence: expect.stringContaining('педагоги') })
  expect((await change(given)).statusCode).toBe(412)

  const candidates = (await head.ask('GET', `/api/events/${id}/candidates?size=200`)).json()
  const names = candidates.items.map(({ name }: { name: string }) => name).join()
  expect(names).toContain(young.surname)
  expect(names).not.toContain(stranger.surname)
  const found = (await head.ask('GET', `/api/events/${id}/candidates`, { query: { q: young.surname } })).json()
  expect(found).toMatchObject({ total: 1, items: [{ id: young.person, learnedOn: null, attended: 0, state: null }] })

  const send = (people: number[], reason = 'три года без обучения') =>
    head.ask('POST', `/api/events/${id}/nominations`, { payload: { people, reason } })
  expect((await send([young.person, stranger.person])).statusCode).toBe(422)
  expect((await send([young.person], '')).statusCode).toBe(422)
  expect(
    (await head.ask('GET', `/api/events/${id}/order`, { query: { organisationId: `${school}` } })).json(),
  ).toMatchObject({
    code: 'nobody_sent',
  })
  expect((await send([young.person, other.person])).json()).toEqual({ enrolled: 2, waiting: 0, asked: 0, already: 0 })
  expect((await send([young.person])).json()).toEqual({ enrolled: 0, waiting: 0, asked: 0, already: 1 })
  expect(await told(young)).toEqual([expect.stringContaining('Вас направили')])
  expect((await young.ask('GET', mine(id))).json()).toMatchObject({
    mine: { state: 'enrolled', isNominated: true, reason: 'три года без обучения' },
  })
  const order = await head.ask('GET', `/api/events/${id}/order`, { query: { organisationId: `${school}` } })
  expect(order.statusCode, order.body).toBe(200)
  expect(strFromU8(unzipSync(order.rawPayload)['word/document.xml'] ?? new Uint8Array())).toContain(young.surname)
  expect(
    (await sisterHead.ask('GET', `/api/events/${id}/order`, { query: { organisationId: `${school}` } })).statusCode,
  ).toBe(404)

  const list = (await head.ask('GET', `/api/events/${id}/enrolments`)).json()
  expect(list).toMatchObject({
    senders: [{ id: school }],
    total: 2,
    seats: 2,
    taken: 2,
    can: ['nominate', 'admit', 'approve'],
  })
  const [line] = list.items
  const withdrawn = await head.ask('POST', `/api/enrolments/${line.id}/withdrawal`, { payload: { reason: 'заболел' } })
  expect(withdrawn.json()).toMatchObject({ state: 'cancelled', endedFor: 'заболел', can: [] })
  expect(
    (await sisterHead.ask('POST', `/api/enrolments/${line.id}/withdrawal`, { payload: { reason: 'заболел' } }))
      .statusCode,
  ).toBe(404)
})

test('the centre sends anybody, and then their school agrees where the event wants it', async () => {
  const id = await event({ seats: 5, byApproval: true })
  const [own, other] = [await addTeacher(), await addTeacher(sister)]
  const payload = { people: [own.person, other.person], reason: 'дефицит по диагностике' }
  const sent = await methodist.ask('POST', `/api/events/${id}/nominations`, { payload })
  expect(sent.json(), sent.body).toEqual({ enrolled: 0, waiting: 0, asked: 2, already: 0 })
  // The organiser sees all who come, another school its own people.
  expect((await head.ask('GET', `/api/events/${id}/enrolments`)).json().total).toBe(2)
  const seen = (await sisterHead.ask('GET', `/api/events/${id}/enrolments`)).json()
  expect(seen).toMatchObject({ total: 1, items: [{ person: { id: other.person }, state: 'asked' }] })
})

test('what is over, closed, only planned, not for them or of another district is told apart', async () => {
  const teacher = await addTeacher()
  const ask = async (id: number) => (await teacher.ask('POST', mine(id))).json()
  expect(await ask(await event({ state: 'cancelled' }))).toMatchObject({ status: 409, code: 'enrolment_cancelled' })
  expect(await ask(await event({ state: 'held' }))).toMatchObject({ code: 'enrolment_held' })
  expect(await ask(await event({ inDays: -1 }))).toMatchObject({ code: 'enrolment_closed' })
  const planned = await event({ state: 'draft' })
  expect(await ask(planned)).toMatchObject({ status: 404 })
  for (const page of ['queue', 'my-enrolment']) {
    expect((await teacher.ask('GET', `/api/events/${planned}/${page}`)).statusCode).toBe(404)
  }
  expect((await sisterHead.ask('GET', `/api/events/${planned}/enrolments`)).statusCode).toBe(404)
  const narrow = await event()
  const payload = { rule: { term: 'age', under: 18 }, byApproval: false, quota: null, closesAt: null, offerHours: 24 }
  await methodist.ask('PUT', `/api/events/${narrow}/admission`, { payload, headers: { 'if-match': '"1"' } })
  expect(await ask(narrow)).toMatchObject({ status: 409, code: 'enrolment_not_admitted' })
  expect((await teacher.ask('GET', mine(narrow))).json()).toMatchObject({ hindrance: 'not_admitted', can: [] })
  expect((await foreigner.ask('GET', `/api/events/${narrow}/enrolments`)).statusCode).toBe(404)
  expect((await methodist.ask('POST', mine(narrow))).statusCode).toBe(403)
})

test('another event at the same hours is warned of; ends that touch are no clash', async () => {
  const teacher = await addTeacher()
  const [one, same, next] = [await event({ inDays: 40 }), await event({ inDays: 40 }), await event({ inDays: 40 })]
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.meeting set starts_at = ends_at, ends_at = ends_at + interval '1 hour' where event_id = ${next}`.execute(
      tx,
    ),
  )
  await teacher.ask('POST', mine(one))
  expect((await teacher.ask('GET', mine(same))).json().clashes).toMatchObject([{ eventId: one }])
  expect((await teacher.ask('GET', mine(next))).json().clashes).toEqual([])
  const ahead = (await teacher.ask('GET', '/api/my/enrolments')).json()
  expect(ahead).toMatchObject({ total: 1, items: [{ eventId: one, state: 'enrolled', isCancelled: false }] })
})

test('who is in is told when the event moves or is called off, and more seats go to who waits', async () => {
  const { id, version } = await announced(head, school, { seats: 1 })
  const [first, second] = [await addTeacher(), await addTeacher()]
  for (const one of [first, second]) await one.ask('POST', mine(id))
  const change = (payload: object, of: number) =>
    head.ask('PATCH', `/api/events/${id}`, { payload, headers: { 'if-match': `"${of}"` } })
  const moved = await change({ heldOn: '2199-04-17', seats: 2 }, version)
  expect(moved.statusCode, moved.body).toBe(200)
  expect(await told(first)).toEqual([expect.stringContaining('перенесли на 17.04.2199')])
  expect((await second.ask('GET', mine(id))).json()).toMatchObject({ seats: 2, mine: { state: 'offered' } })
  const cancelled = await head.ask('POST', `/api/events/${id}/cancellation`, {
    payload: { reason: 'карантин' },
    headers: { 'if-match': `"${moved.json().version}"` },
  })
  expect(cancelled.statusCode, cancelled.body).toBe(201)
  expect(await told(first)).toEqual([expect.stringContaining('отменили'), expect.anything()])
  expect((await first.ask('GET', mine(id))).json()).toMatchObject({ hindrance: 'cancelled', can: [] })
})
