import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeCourseDistrict } from '../runs.fixture.ts'
import type { Learner } from './group.contract.ts'

const house = await openTestHouse()
const { tenant, sister, methodist, head, addTeacher, heldToday, begunRun, mark, close, roll } =
  await makeCourseDistrict(house)

const runOf = async (event: number) => (await methodist.ask('GET', `/api/events/${event}/run`)).json()
const group = async (event: number, query: Record<string, string> = {}) =>
  (await methodist.ask('GET', `/api/events/${event}/learners`, { query })).json()
const learnerOf = async (event: number, person: number): Promise<Learner> =>
  (await group(event)).items.find((one: Learner) => one.person.id === person)
const leave = (event: number, person: number, payload: object, who = methodist) =>
  who.ask('POST', `/api/events/${event}/learners/${person}/leaving`, { payload })
const dayOf = async (event: number, nth: number): Promise<string> => (await runOf(event)).meetings[nth].day

test('the group of a run: who came at all and for how long, what is short of the rule, who left, who is kept', async () => {
  const [whole, brief, away, gone] = [await addTeacher(), await addTeacher(), await addTeacher(), await addTeacher()]
  const { event, programme } = await begunRun([whole, brief, away, gone])
  expect(await runOf(event)).toMatchObject({
    ...{ programme: { id: programme.id, hours: 18 }, enrolled: 4, began: null, left: 0, ended: null, kept: null },
    meetings: [
      { length: 120, isMarked: false },
      { length: 120, isMarked: false },
    ],
  })
  expect(await learnerOf(event, whole.person)).toMatchObject({ standing: 'expected', minutes: null, share: null })

  const stranger = await addTeacher()
  await mark(event, 0, [{ person: whole.person }, { person: brief.person, minutes: 40 }, { person: gone.person }])
  await mark(event, 1, [{ person: whole.person, minutes: 119 }, { person: stranger.person }])
  const left = await leave(event, gone.person, { leftOn: await dayOf(event, 1), reason: 'Перешла на другую работу' })
  expect(left.statusCode, left.body).toBe(201)
  expect(left.json()).toMatchObject({ standing: 'left', leftFor: 'Перешла на другую работу', can: ['return'] })

  expect(await runOf(event)).toMatchObject({ enrolled: 4, began: 3, left: 1, kept: 2, ended: null, strangers: 1 })
  // 239 of 240 minutes are not all of them.
  expect(await learnerOf(event, whole.person)).toMatchObject({ standing: 'learning', share: 99, lacking: 0 })
  expect(await learnerOf(event, brief.person)).toMatchObject({ minutes: 40, share: 16, lacking: 80 })
  expect((await learnerOf(event, whole.person)).stays.map(({ minutes }) => minutes)).toEqual([120, 119])
  expect(await group(event, { standing: 'absent' })).toMatchObject({ total: 1, items: [{ minutes: 0, lacking: 120 }] })
  expect(await group(event, { lacking: 'yes', sort: '-share' })).toMatchObject({
    items: [{ person: { id: brief.person } }, { person: { id: away.person } }],
  })

  // Who left is not presumed to have come to the end, though the time would do.
  expect(await roll(event)).toMatchObject({ presumed: 2 })
  const held = await close(event)
  expect(held.statusCode, held.body).toBe(201)
  expect(await runOf(event)).toMatchObject({ began: 3, left: 1, ended: 1, kept: 1 })
  expect(await learnerOf(event, brief.person)).toMatchObject({ standing: 'unended', can: [] })
  expect((await leave(event, whole.person, { leftOn: await dayOf(event, 1), reason: 'Поздно' })).json()).toMatchObject({
    code: 'event_state',
  })
})

test('who leaves does so once, within the run, is told of it, and can be taken back; nobody else gets the seat', async () => {
  const [first, second] = [await addTeacher(), await addTeacher()]
  const { event } = await begunRun([first, second])
  const [yesterday, today] = [await dayOf(event, 0), await dayOf(event, 1)]
  const reason = 'Болезнь'
  expect((await leave(event, first.person, { leftOn: '2020-01-01', reason })).json()).toMatchObject({
    errors: [{ path: 'leftOn', code: 'left_before_run' }],
  })
  expect((await leave(event, first.person, { leftOn: '2199-01-01', reason })).json()).toMatchObject({
    errors: [{ path: 'leftOn', code: 'in_future' }],
  })
  const both = await Promise.all(
    [yesterday, today].map((leftOn) => leave(event, first.person, { leftOn, reason }, head)),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  const mine = (await first.ask('GET', `/api/events/${event}/my-enrolment`)).json()
  expect(mine).toMatchObject({ taken: 1, mine: { state: 'left', endedFor: reason }, can: [] })
  expect((await first.ask('GET', '/api/notifications')).body).toContain('отчислили')
  expect((await first.ask('POST', `/api/events/${event}/my-enrolment`)).statusCode).toBe(409)

  const back = await methodist.ask('POST', `/api/events/${event}/learners/${first.person}/leaving/undo`)
  expect(back.json()).toMatchObject({ standing: 'expected', leftOn: null, can: ['leave'] })
  const again = await methodist.ask('POST', `/api/events/${event}/learners/${first.person}/leaving/undo`)
  expect(again.json()).toMatchObject({ code: 'learner_here' })

  const { items } = (await head.ask('GET', `/api/events/${event}/enrolments`)).json()
  expect(items[0].can).not.toContain('withdraw')
  const withdrawn = await head.ask('POST', `/api/enrolments/${items[0].id}/withdrawal`, { payload: { reason } })
  expect(withdrawn.json()).toMatchObject({ status: 409, code: 'run_begun' })
})

test('an event that runs no programme has no group; nobody is a learner who has no seat, or of whom one does not hold the course', async () => {
  const teacher = await addTeacher(sister)
  const plain = await heldToday([teacher])
  expect((await methodist.ask('GET', `/api/events/${plain}/run`)).statusCode).toBe(404)
  expect((await methodist.ask('GET', `/api/events/${plain}/learners`)).statusCode).toBe(404)
  const { event } = await begunRun([])
  const leaving = { leftOn: await dayOf(event, 1), reason: 'Не приходила' }
  expect((await leave(event, teacher.person, leaving)).statusCode).toBe(404)
  expect((await teacher.ask('GET', `/api/events/${event}/learners`)).statusCode).toBe(403)
})

test('drafts of the orders of enrolment, of leaving and of the end name whom they are about', async () => {
  const [stays, goes] = [await addTeacher(), await addTeacher()]
  const { event, programme } = await begunRun([stays, goes])
  await mark(event, 0, [{ person: stays.person }, { person: goes.person }])
  const order = async (kind: string) =>
    await methodist.ask('GET', `/api/events/${event}/run/order`, { query: { order: kind } })
  expect((await order('leaving')).json()).toMatchObject({ status: 409, code: 'order_of_nobody' })
  await leave(event, goes.person, { leftOn: await dayOf(event, 0), reason: 'По заявлению' })
  const said = async (kind: string): Promise<string> => {
    const reply = await order(kind)
    expect(reply.statusCode, reply.body).toBe(200)
    return strFromU8(unzipSync(reply.rawPayload)['word/document.xml'] ?? new Uint8Array())
  }
  const nameOf = async (person: number): Promise<string> => (await learnerOf(event, person)).person.name
  const [staying, going] = [await nameOf(stays.person), await nameOf(goes.person)]
  const enrolment = await said('enrolment')
  for (const words of [staying, going, programme.title, 'О зачислении слушателей', '18 ч'])
    expect(enrolment).toContain(words)
  const leaving = await said('leaving')
  expect(leaving).toContain('По заявлению')
  expect(leaving).not.toContain(staying)
  expect((await order('completion')).json()).toMatchObject({ code: 'order_of_nobody' })
  expect((await close(event)).statusCode).toBe(201)
  const completion = await said('completion')
  expect(completion).toContain(staying)
  expect(completion).not.toContain(going)
})

test('who joins a run that has begun has a seat, an order and a journal from that day on', async () => {
  const [first, late, stranger] = [await addTeacher(), await addTeacher(), await addTeacher(sister)]
  const { event } = await begunRun([first])
  const [yesterday, today] = [await dayOf(event, 0), await dayOf(event, 1)]
  const join = (said: object = {}, who = head) =>
    who.ask('POST', `/api/events/${event}/learners`, {
      payload: { personIds: [late.person], joinedOn: today, reason: 'По заявлению', ...said },
    })
  const fieldsOf = async (said: object) => (await join(said)).json().errors
  expect(await fieldsOf({ joinedOn: yesterday })).toMatchObject([{ path: 'joinedOn', code: 'joined_with_all' }])
  expect(await fieldsOf({ joinedOn: '2199-01-01' })).toMatchObject([{ path: 'joinedOn', code: 'in_future' }])
  expect(await fieldsOf({ personIds: [late.person, first.person] })).toMatchObject([
    { path: 'personIds.1', code: 'learner_already' },
  ])
  expect(await fieldsOf({ personIds: [stranger.person] })).toMatchObject([{ code: 'reference_unknown' }])
  const both = await Promise.all([join(), join()])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422])
  expect((await late.ask('GET', '/api/notifications')).body).toContain('который уже идёт')

  // The first meeting was before they came: it is neither theirs nor missing.
  await mark(event, 0, [{ person: first.person }])
  await mark(event, 1, [{ person: first.person }, { person: late.person }])
  expect(await learnerOf(event, late.person)).toMatchObject({ joinedOn: today, share: 100, minutes: 120, lacking: 0 })
  expect(await learnerOf(event, first.person)).toMatchObject({ joinedOn: null, share: 100, minutes: 240 })
  expect(await runOf(event)).toMatchObject({ joined: [today] })
  expect(await roll(event)).toMatchObject({ presumed: 2 })

  const said = async (query: object): Promise<string> => {
    const reply = await methodist.ask('GET', `/api/events/${event}/run/order`, { query: { ...query } })
    expect(reply.statusCode, reply.body).toBe(200)
    return strFromU8(unzipSync(reply.rawPayload)['word/document.xml'] ?? new Uint8Array())
  }
  const { name } = (await learnerOf(event, late.person)).person
  expect(await said({ order: 'enrolment' })).not.toContain(name)
  const supplement = await said({ order: 'supplement', on: today })
  for (const words of ['О дозачислении', 'По заявлению', name]) expect(supplement).toContain(words)
  expect(
    (
      await methodist.ask('GET', `/api/events/${event}/run/order`, {
        query: { order: 'supplement', on: yesterday },
      })
    ).json(),
  ).toMatchObject({ code: 'order_of_nobody' })

  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('activities.event').set({ seats: 2 }).where('id', '=', event).execute(),
  )
  expect((await join({ personIds: [(await addTeacher()).person] })).json()).toMatchObject({ code: 'run_full' })
  expect((await close(event)).json()).toMatchObject({ completed: 2 })
})
