import { sql } from 'kysely'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { makeMailServer } from '../../../../test/durability/mail.server.ts'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { addEvent } from '../enrolment/event.fixture.ts'
import { beginIn, readLetter } from './letters.fixture.ts'
import { sendLetters } from './letters.sending.ts'
import { remind } from './reminders.ts'

const mail = await makeMailServer()
await mail.open()
const house = await openTestHouse({
  environment: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, ROST_URL: 'https://rost.example' },
})
const { services } = house
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])

async function addTeacher(): Promise<Person> {
  const person = await addPerson(house, tenant)
  await employ(house, tenant, { person, organisation: school })
  return await addActor(house, [{ tenant, role: 'teacher', person }])
}

const enrolledFor = async (event: number): Promise<Person> => {
  const teacher = await addTeacher()
  const reply = await teacher.ask('POST', `/api/events/${event}/my-enrolment`)
  expect(reply.statusCode, reply.body).toBe(201)
  return teacher
}
const settle = (who: Person, change: object = {}) =>
  who.ask('PUT', '/api/my/letters', {
    payload: { invitations: true, dayBefore: true, hourBefore: true, feedback: true, quiet: null, ...change },
  })
const told = async (who: Person): Promise<string[]> =>
  (await who.ask('GET', '/api/notifications')).json().items.map(({ text }: { text: string }) => text)
const lettersTo = ({ email }: Person): string[] =>
  mail.sources.flatMap((source, at) => (mail.taken[at] === email ? [readLetter(source).text] : []))
const versionOf = async (event: number): Promise<number> =>
  (await methodist.ask('GET', `/api/events/${event}`)).json().version
const change = async (event: number, payload: object) =>
  methodist.ask('PATCH', `/api/events/${event}`, {
    payload,
    headers: { 'if-match': `"${await versionOf(event)}"` },
  })

const NEVER = { from: '00:00', until: '00:00', daysOff: false }
/** Whatever the hour it is quiet now, until the other half of the day begins. */
const NOW_QUIET =
  Number(new Date().toLocaleTimeString('sv', { timeZone: 'Europe/Moscow' }).slice(0, 2)) < 12
    ? { from: '00:00', until: '15:00', daysOff: false }
    : { from: '09:00', until: '00:00', daysOff: false }

async function beQuiet(payload: object): Promise<void> {
  const { version } = (await admin.ask('GET', '/api/district/quiet-hours')).json()
  const reply = await admin.ask('PUT', '/api/district/quiet-hours', {
    payload,
    headers: { 'if-match': `"${version}"` },
  })
  expect(reply.statusCode, reply.body).toBe(200)
}
beforeEach(() => beQuiet(NEVER))

test('who comes is reminded a day and an hour before, each once however often it is looked', async () => {
  const event = await addEvent(house, tenant, { organiser: school, inDays: 2, title: 'Разбор уроков' })
  const teacher = await enrolledFor(event)
  await remind(services.database)
  expect(await told(teacher)).toEqual([])
  await beginIn(house, tenant, event, 23 * 60)
  for (const _ of [1, 2]) await remind(services.database)
  for (const _ of [1, 2]) await sendLetters(services)
  expect(await told(teacher)).toHaveLength(1)
  const [letter, ...others] = lettersTo(teacher)
  expect(others).toEqual([])
  expect(letter).toContain('Скоро «Разбор уроков»')
  expect(letter).toContain(`https://rost.example/events/${event}`)

  await beginIn(house, tenant, event, 50)
  for (const _ of [1, 2]) await remind(services.database)
  for (const _ of [1, 2]) await sendLetters(services)
  // The hour has moved, so tomorrow's reminder is about another beginning: both are new.
  expect(
    lettersTo(teacher)
      .slice(1)
      .some((text) => text.includes('начнётся в ближайшее время')),
  ).toBe(true)
  await beginIn(house, tenant, event, -5)
  const before = mail.taken.length
  await remind(services.database)
  await sendLetters(services)
  expect(mail.taken.length).toBe(before)
})

test('who switched reminders off, left, or enrolled just now is not reminded', async () => {
  const event = await addEvent(house, tenant, { organiser: school, inDays: 2 })
  const [off, left, fine] = [await enrolledFor(event), await enrolledFor(event), await enrolledFor(event)]
  expect((await settle(off, { dayBefore: false, hourBefore: false })).statusCode).toBe(200)
  await left.ask('POST', `/api/events/${event}/my-enrolment/leaving`)
  await beginIn(house, tenant, event, 20 * 60)
  const late = await enrolledFor(event)
  await remind(services.database)
  await sendLetters(services)
  expect([off, left, fine, late].map((one) => lettersTo(one).length)).toEqual([0, 0, 1, 0])
  expect(await told(late)).toEqual([])
})

test('a reminder that was written and is no longer wanted does not go', async () => {
  const event = await addEvent(house, tenant, { organiser: school, inDays: 2 })
  const [stays, leaves] = [await enrolledFor(event), await enrolledFor(event)]
  await beginIn(house, tenant, event, 20 * 60)
  await remind(services.database)
  await leaves.ask('POST', `/api/events/${event}/my-enrolment/leaving`)
  await sendLetters(services)
  expect([lettersTo(stays).length, lettersTo(leaves).length]).toEqual([1, 0])
})

test('another day, another place and calling off are told to who is in, in Rost and by a letter', async () => {
  const event = await addEvent(house, tenant, { organiser: school, title: 'Семинар' })
  const [teacher, left] = [await enrolledFor(event), await enrolledFor(event)]
  await left.ask('POST', `/api/events/${event}/my-enrolment/leaving`)
  expect((await change(event, { place: 'Дом учителя, зал 2' })).statusCode).toBe(200)
  await sendLetters(services)
  expect(lettersTo(teacher).at(-1)).toContain('Где: Дом учителя, зал 2.')
  const { heldOn } = (await methodist.ask('GET', `/api/events/${event}`)).json()
  const next = new Date(Date.parse(heldOn) + 86_400_000).toISOString().slice(0, 10)
  expect((await change(event, { heldOn: next })).statusCode).toBe(200)
  expect((await change(event, { about: 'Другие слова' })).statusCode).toBe(200)
  await sendLetters(services)
  expect(lettersTo(teacher)).toHaveLength(2)
  expect(lettersTo(teacher).at(-1)).toContain(next.split('-').reverse().join('.'))
  await methodist.ask('POST', `/api/events/${event}/cancellation`, {
    payload: { reason: 'заболел ведущий' },
    headers: { 'if-match': `"${await versionOf(event)}"` },
  })
  await sendLetters(services)
  expect(lettersTo(teacher)).toHaveLength(3)
  expect(lettersTo(teacher).at(-1)).toContain('не состоится: заболел ведущий')
  expect(await told(teacher)).toEqual([
    expect.stringContaining('отменили'),
    expect.stringContaining('перенесли'),
    expect.stringContaining('другое место'),
  ])
  expect(lettersTo(left)).toEqual([])
})

test('in quiet hours letters wait, unless somebody wants other hours; news of what begins at once does not', async () => {
  await beQuiet(NOW_QUIET)
  const [far, near] = [
    await addEvent(house, tenant, { organiser: school, inDays: 30 }),
    await addEvent(house, tenant, { organiser: school, inDays: 2 }),
  ]
  const [waits, awake] = [await enrolledFor(far), await enrolledFor(far)]
  const soon = await enrolledFor(near)
  await settle(awake, { quiet: NEVER })
  await beginIn(house, tenant, near, 30)
  await change(far, { place: 'Зал' })
  expect((await change(near, { place: 'Зал' })).statusCode).toBe(200)
  await sendLetters(services)
  expect([waits, awake, soon].map((one) => lettersTo(one).length)).toEqual([0, 1, 1])
  // Changed once more before morning it is still one letter.
  await change(far, { place: 'Зал побольше' })
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.letter set due_at = now() where state = 'due'`.execute(tx),
  )
  await sendLetters(services)
  expect(lettersTo(waits)).toEqual([expect.stringContaining('Зал побольше')])
})

test('a mail server that is away loses nothing, and one that refuses somebody holds nobody else up', async () => {
  const event = await addEvent(house, tenant, { organiser: school })
  const [first, second] = [await enrolledFor(event), await enrolledFor(event)]
  mail.unknown.add(first.email)
  await mail.close()
  onTestFinished(async () => {
    mail.unknown.clear()
    await mail.open().catch(() => {})
  })
  await change(event, { place: 'Зал' })
  await expect(sendLetters(services)).rejects.toThrow()
  await mail.open()
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.letter set due_at = now() where state = 'due'`.execute(tx),
  )
  await sendLetters(services)
  expect([first, second].map((one) => lettersTo(one).length)).toEqual([0, 1])
  const { rows } = await sql<{ state: string }>`
    select state from activities.letter where event_id = ${event} order by state`.execute(
    services.database.reader(tenant),
  )
  expect(rows.map(({ state }) => state)).toEqual(['refused', 'sent'])
})

test('what was being handed over when a server died is never sent again, and two at once send each letter once', async () => {
  const event = await addEvent(house, tenant, { organiser: school })
  const teachers = [await enrolledFor(event), await enrolledFor(event), await enrolledFor(event)]
  const [dead, ...alive] = teachers
  await change(event, { place: 'Зал' })
  await services.database.write(tenant, (tx) =>
    sql`update activities.letter set state = 'sending', tried_at = now() - interval '1 hour'
      where event_id = ${event} and account_id = ${dead?.account}`.execute(tx),
  )
  await Promise.all([sendLetters(services), sendLetters(services), sendLetters(services)])
  expect(teachers.map((one) => lettersTo(one).length)).toEqual([0, ...alive.map(() => 1)])
})

test('hours are full quarters, the district’s are changed by its administrator, one’s own by oneself', async () => {
  const teacher = await addTeacher()
  expect((await teacher.ask('GET', '/api/my/letters')).json()).toMatchObject({
    ...{ invitations: true, dayBefore: true, hourBefore: true, quiet: null, hasAddress: true, district: NEVER },
  })
  expect((await settle(teacher, { quiet: { from: '22:10', until: '07:00', daysOff: true } })).statusCode).toBe(422)
  const own = { from: '22:00', until: '07:00', daysOff: false }
  expect((await settle(teacher, { invitations: false, quiet: own })).json()).toMatchObject({
    ...{ invitations: false, quiet: own },
  })
  const stale = await admin.ask('PUT', '/api/district/quiet-hours', { payload: NEVER, headers: { 'if-match': '"1"' } })
  expect(stale.statusCode).toBe(412)
})
