import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeMailServer } from '../../../../test/durability/mail.server.ts'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding/holding.fixture.ts'
import { readLetter } from '../letters/letters.fixture.ts'
import { sendLetters } from '../letters/letters.sending.ts'
import { askForFeedback } from './asking.ts'
import type { FeedbackResult, MyFeedback } from './feedback.contract.ts'

const mail = await makeMailServer()
await mail.open()
const house = await openTestHouse({
  environment: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, ROST_URL: 'https://rost.example' },
})
const { services } = house
const { tenant, sister, head, methodist, addTeacher, heldToday, step, card } = await makeHoldingDistrict(house)
type Teacher = Awaited<ReturnType<typeof addTeacher>>

const write = (run: Parameters<typeof services.database.write>[1]) => services.database.write(tenant, run)
const teachers = (count: number) => Promise.all(Array.from({ length: count }, () => addTeacher()))
const waiting = async (who: Teacher): Promise<MyFeedback[]> => (await who.ask('GET', '/api/my/feedback')).json().items
const results = async (event: number, who = methodist): Promise<FeedbackResult[]> =>
  (await who.ask('GET', `/api/events/${event}/feedback`)).json().items

async function held(people: readonly Teacher[], title = 'Разбор уроков'): Promise<number> {
  const event = await heldToday(people, { title })
  const reply = await step(event, '/holding', {})
  expect(reply.statusCode, reply.body).toBe(201)
  return event
}
/** As held, and asked about by the job. */
async function asked(people: readonly Teacher[], title?: string): Promise<number> {
  const event = await held(people, title)
  await askForFeedback(services.database)
  return event
}
async function answer(who: Teacher, answers: readonly (number | string | null)[]) {
  const [one] = await waiting(who)
  return await who.ask('POST', `/api/my/feedback/${one?.id}/answer`, { payload: { answers } })
}
/** The term of all that was asked is over since yesterday. */
const endTerm = (event: number) =>
  write((tx) =>
    sql`update activities.feedback_asking set asked_on = current_date - 9, closes_on = current_date - 2
      where event_id = ${event}`.execute(tx),
  )
/** So many days have gone by. */
const letPass = (event: number, days: number) =>
  write((tx) => sql`update activities.event set held_on = held_on - ${days}::int where id = ${event}`.execute(tx))

test('whoever was there is asked once, answers without a name, and from five on it is shown, never before', async () => {
  const people = await teachers(6)
  const event = await asked(people)
  await askForFeedback(services.database)
  const [first, ...others] = people
  if (first === undefined) throw new Error('nobody')
  const [request, ...more] = await waiting(first)
  expect(more).toEqual([])
  expect(request).toMatchObject({ stage: 'end', state: 'asked', event: { id: event, title: 'Разбор уроков' } })
  expect(request?.questions.map(({ kind }) => kind)).toEqual(['scale', 'scale', 'scale', 'text'])

  expect((await answer(first, [5, null, 4, ''])).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'answers.1', code: 'feedback_mark' }],
  })
  expect((await answer(first, [5, 4, 4, 'Больше примеров'])).statusCode).toBe(201)
  expect(await waiting(first)).toEqual([])
  // Sent twice it counts once.
  const again = await first.ask('POST', `/api/my/feedback/${request?.id}/answer`, {
    payload: { answers: [1, 1, 1, 'ещё'] },
  })
  expect(again.json()).toMatchObject({ state: 'answered' })
  for (const one of others.slice(0, 3)) await answer(one, [5, 5, 3, ''])
  expect(await results(event)).toMatchObject([{ asked: 6, answered: 4, shown: 0, closesOn: request?.closesOn }])
  await endTerm(event)
  const [four] = await results(event)
  expect(four).toMatchObject({ answered: 4, shown: 0, closesOn: null })
  expect(four?.questions.flatMap(({ marks, words }) => [...(marks ?? []), ...words])).toEqual(Array(15).fill(0))

  await write((tx) =>
    sql`update activities.feedback_asking set closes_on = current_date + 7 where event_id = ${event}`.execute(tx),
  )
  await answer(others[3] as Teacher, [2, 5, 5, 'Спасибо'])
  // Answers still come: whoever looked twice could tell the last one.
  expect(await results(event)).toMatchObject([{ answered: 5, shown: 0 }])
  await endTerm(event)
  const [told] = await results(event)
  expect(told).toMatchObject({ asked: 6, answered: 5, shown: 5, events: 1, shownEvents: 1 })
  expect(told?.questions.map(({ marks }) => marks)).toEqual([[0, 1, 0, 0, 4], [0, 0, 0, 1, 4], [0, 0, 3, 1, 1], null])
  expect(told?.questions.at(-1)?.words.toSorted()).toEqual(['Больше примеров', 'Спасибо'])

  const file = await methodist.ask('GET', `/api/events/${event}/feedback.xlsx`)
  expect(file.statusCode).toBe(200)
  const sheets = Object.entries(unzipSync(file.rawPayload)).flatMap(([name, bytes]) =>
    name.endsWith('.xml') ? [strFromU8(bytes)] : [],
  )
  for (const word of ['Пригодится ли это в вашей работе?', '<v>4.4</v>', 'Больше примеров']) {
    expect(sheets.join('')).toContain(word)
  }
  // The last of the six comes too late.
  const late = others[4] as Teacher
  expect(await waiting(late)).toEqual([])
})

test('nothing that is kept leads from an answer to who gave it', async () => {
  const [one] = await teachers(1)
  if (one === undefined) throw new Error('nobody')
  await asked([one])
  const [request] = await waiting(one)
  const reply = await one.ask('POST', `/api/my/feedback/${request?.id}/answer`, {
    payload: { answers: [1, 2, 3, 'Тайное слово'] },
    headers: { 'idempotency-key': 'feedback-secret' },
  })
  expect(reply.statusCode).toBe(201)
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'activities' and table_name = 'feedback_answer' order by 1`.execute(
    services.database.reader(tenant),
  )
  expect(columns.map(({ name }) => name)).toEqual(['asking_id', 'id', 'mark', 'question', 'tenant_id', 'words'])
  const { rows: kept } = await sql`select 1 from platform.kept_answer where key = 'feedback-secret'`.execute(
    services.database.reader(tenant),
  )
  expect(kept).toEqual([])
})

test('who would rather not is not asked again, neither then nor later; who comes to think better of it may', async () => {
  const people = await teachers(2)
  const [one, other] = people as [Teacher, Teacher]
  const event = await asked(people)
  const [request] = await waiting(one)
  expect((await one.ask('POST', `/api/my/feedback/${request?.id}/dismissal`)).json()).toMatchObject({
    state: 'dismissed',
  })
  expect((await other.ask('GET', `/api/my/feedback/${request?.id}`)).statusCode).toBe(404)
  await askForFeedback(services.database)
  expect(await waiting(one)).toEqual([])
  const better = await one.ask('POST', `/api/my/feedback/${request?.id}/answer`, {
    payload: { answers: [4, 4, 4, ''] },
  })
  expect(better.json()).toMatchObject({ state: 'answered' })
  const [its] = await waiting(other)
  await other.ask('POST', `/api/my/feedback/${its?.id}/dismissal`)
  await letPass(event, 89)
  await askForFeedback(services.database)
  expect([await waiting(one), await waiting(other)]).toEqual([[], []])
  await letPass(event, 1)
  await askForFeedback(services.database)
  expect(await waiting(one)).toMatchObject([{ stage: 'later', event: { id: event } }])
  expect(await waiting(other)).toEqual([])
  await endTerm(event)
  const [over] = (await services.database
    .reader(tenant)
    .selectFrom('activities.feedback_request')
    .select('id')
    .where('event_id', '=', event)
    .where('stage', '=', 'later')
    .execute()) as [{ id: number }]
  const late = await one.ask('POST', `/api/my/feedback/${over.id}/answer`, { payload: { answers: [4, ''] } })
  expect(late.json()).toMatchObject({ status: 409, code: 'feedback_over' })
})

test('of two events of a day one letter goes, and none to who wants none; the bell rings for each', async () => {
  const people = await teachers(2)
  const [one, other] = people as [Teacher, Teacher]
  for (const who of people) {
    const quiet = { from: '00:00', until: '00:00', daysOff: false }
    await who.ask('PUT', '/api/my/letters', {
      payload: { invitations: true, dayBefore: true, hourBefore: true, feedback: who === one, quiet },
    })
  }
  await asked(people, 'Первое')
  await asked(people, 'Второе')
  const [request] = (await waiting(one)).filter(({ event }) => event.title === 'Первое')
  await sendLetters(services)
  const letters = (who: Teacher) =>
    mail.sources.flatMap((source, at) => (mail.taken[at] === who.email ? [readLetter(source).text] : []))
  expect(letters(one)).toEqual([expect.stringContaining(`https://rost.example/feedback/${request?.id}`)])
  expect(letters(other)).toEqual([])
  const bell = (await other.ask('GET', '/api/notifications')).json().items
  expect(bell.filter(({ text }: { text: string }) => text.startsWith('Как прошло'))).toHaveLength(2)
})

test('events of a series are told together, small ones in rows of five answers', async () => {
  const { rows } = await services.database.write(tenant, (tx) =>
    sql<{ id: number }>`insert into registry.classifier_value (kind, key, label)
      values ('event_series', 'неделя письма', 'Неделя письма') returning id`.execute(tx),
  )
  const series = rows[0]?.id ?? 0
  const sizes = [3, 2, 3]
  for (const size of sizes) {
    const people = await teachers(size)
    const event = await asked(people)
    await write((tx) => sql`update activities.event set series_id = ${series} where id = ${event}`.execute(tx))
    for (const one of people) await answer(one, [size, 3, 3, `из ${size}`])
    await endTerm(event)
    expect(await results(event)).toMatchObject([{ shown: 0 }])
  }
  const told = (await methodist.ask('GET', `/api/event-series/${series}/feedback`)).json().items
  expect(told).toMatchObject([{ events: 3, shownEvents: 2, answered: 8, shown: 5 }])
  expect(told[0].questions[0].marks).toEqual([0, 2, 3, 0, 0])
  expect((await head.ask('GET', `/api/event-series/${series}/feedback`)).statusCode).toBe(404)
  expect((await methodist.ask('GET', '/api/event-series/999999/feedback')).statusCode).toBe(404)
})

test('the district asks other questions from the next event on, or none; answers keep theirs', async () => {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const [one, other] = (await teachers(2)) as [Teacher, Teacher]
  const before = await asked([one])
  const form = (await methodist.ask('GET', '/api/feedback-form?stage=end')).json()
  const change = (questions: object[], version: number) =>
    methodist.ask('PUT', '/api/feedback-form', {
      payload: { stage: 'end', questions },
      headers: { 'if-match': `"${version}"` },
    })
  const [useful] = form.questions
  const changed = await change([useful, { kind: 'text', text: 'О чём поговорить ещё?' }], form.version)
  expect(changed.json()).toMatchObject({ version: form.version + 1, can: ['change'] })
  expect((await change([], form.version)).statusCode).toBe(412)
  expect((await head.ask('GET', '/api/feedback-form?stage=end')).json().can).toEqual([])
  expect((await admin.ask('GET', '/api/feedback-form?stage=end')).json().can).toEqual(['change'])
  expect((await waiting(one))[0]?.questions).toHaveLength(4)
  await asked([other])
  const english = await other.ask('GET', '/api/my/feedback', { headers: { 'accept-language': 'en' } })
  expect((await waiting(other))[0]?.questions).toEqual([useful, { kind: 'text', text: 'О чём поговорить ещё?' }])
  expect(english.json().items[0].questions[0].text).toBe('Will it be of use in your work?')
  expect(await results(before)).toMatchObject([{ questions: { length: 4 } }])

  await change([], form.version + 1)
  const [third] = (await teachers(1)) as [Teacher]
  await asked([third])
  expect(await waiting(third)).toEqual([])
  expect((await change(form.questions, form.version + 2)).statusCode).toBe(200)
})

test('what is not marked as held here, or was too long ago, is not asked about; marked anew nobody is asked twice', async () => {
  const [one, other] = (await teachers(2)) as [Teacher, Teacher]
  const event = await held([one])
  await letPass(event, 31)
  await askForFeedback(services.database)
  expect(await waiting(one)).toEqual([])
  const fresh = await asked([one])
  await step(fresh, '/holding/undo', {})
  expect(await waiting(one)).toEqual([])
  expect((await step(fresh, '/holding', { others: [other.person] })).statusCode).toBe(201)
  await askForFeedback(services.database)
  expect([(await waiting(one)).length, (await waiting(other)).length]).toEqual([1, 1])
  expect(await results(fresh)).toMatchObject([{ asked: 2 }])
  expect((await results(fresh, head)).length).toBe(1)
  const stranger = await addActor(house, [{ tenant, role: 'head', organisation: sister }])
  expect((await stranger.ask('GET', `/api/events/${fresh}/feedback`)).statusCode).toBe(404)
})

test('of an event that asks nothing nobody is asked; switched off after its end, nobody is asked three months later', async () => {
  const [before, after] = [await teachers(1), await teachers(1)]
  const change = async (event: number, payload: object) => {
    const { version } = await card(event)
    const reply = await methodist.ask('PATCH', `/api/events/${event}`, {
      payload,
      headers: { 'if-match': `"${version}"` },
    })
    expect(reply.json(), reply.body).toMatchObject(payload)
  }
  const silent = await heldToday(before)
  expect(await card(silent)).toMatchObject({ asksFeedback: true })
  await change(silent, { asksFeedback: false })
  await step(silent, '/holding', {})
  await askForFeedback(services.database)
  expect(await waiting(before[0] as Teacher)).toEqual([])
  expect(await results(silent)).toEqual([])

  const event = await asked(after)
  expect(await waiting(after[0] as Teacher)).toHaveLength(1)
  await change(event, { asksFeedback: false })
  await letPass(event, 95)
  await askForFeedback(services.database)
  expect((await waiting(after[0] as Teacher)).map(({ stage }) => stage)).toEqual(['end'])
})
