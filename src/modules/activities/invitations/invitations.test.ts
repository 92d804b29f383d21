import { sql } from 'kysely'
import { expect, test } from 'vitest'
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
import { readLetter } from '../letters/letters.fixture.ts'
import { sendLetters } from '../letters/letters.sending.ts'

const mail = await makeMailServer()
await mail.open()
const house = await openTestHouse({ environment: { SMTP_URL: `smtp://127.0.0.1:${mail.port}` } })
const { services } = house
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const school = await addOrganisation(house, tenant)
const other = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])
await admin.ask('PUT', '/api/district/quiet-hours', {
  payload: { from: '00:00', until: '00:00', daysOff: false },
  headers: { 'if-match': '"1"' },
})

async function addEmployee(surname: string, organisation = school): Promise<number> {
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation })
  await services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return person
}
async function addTeacher(surname: string, organisation = school): Promise<Person & { person: number }> {
  const person = await addEmployee(surname, organisation)
  return { person, ...(await addActor(house, [{ tenant, role: 'teacher', person }])) }
}
const withoutAddress = ({ account }: Person) =>
  services.database.write(null, (tx) =>
    sql`update identity.account set email = null, email_key = null, login = ${`l${account}`} where id = ${account}`.execute(
      tx,
    ),
  )

const written = await addTeacher('Авдеева')
const onPage = await addTeacher('Белова')
await withoutAddress(onPage)
const silent = await addTeacher('Вольная')
await silent.ask('PUT', '/api/my/letters', {
  payload: { invitations: false, dayBefore: true, hourBefore: true, feedback: true, quiet: null },
})
const unreached = await addEmployee('Громова')
const elsewhere = await addTeacher('Дальняя', other)

const EVERYBODY = { all: [] }
const path = (event: number, rest = ''): string => `/api/events/${event}/invitations${rest}`
const look = async (event: number, who = methodist, population: object = EVERYBODY) =>
  who.ask('POST', path(event, '/preview'), { payload: { population } })
const invite = (event: number, people: number, who = methodist, more: object = {}) =>
  who.ask('POST', path(event), { payload: { population: EVERYBODY, people, ...more } })
const invited = async (event: number, query = '') =>
  (await methodist.ask('GET', `/api/events/${event}/invited${query}`)).json()
const told = async (who: Person): Promise<string[]> =>
  (await who.ask('GET', '/api/notifications')).json().items.map(({ text }: { text: string }) => text)
const lettersTo = ({ email }: Person): string[] =>
  mail.sources.flatMap((source, at) => (mail.taken[at] === email ? [readLetter(source).text] : []))

test('it is shown who would be told and how; then each is told once, and who could not be is named', async () => {
  const event = await addEvent(house, tenant, { organiser: school, title: 'Большой семинар' })
  const preview = (await look(event)).json()
  expect(preview).toMatchObject({
    ...{ people: 5, already: 0, counts: { letter: 2, page: 1, nobody: 1, unsubscribed: 1 } },
  })
  expect(preview.names.map(({ name, way }: { name: string; way: string }) => [name.split(' ')[0], way])).toEqual([
    ...[
      ['Авдеева', 'letter'],
      ['Белова', 'page'],
      ['Вольная', 'unsubscribed'],
      ['Громова', 'nobody'],
    ],
    ['Дальняя', 'letter'],
  ])
  expect(mail.taken).toEqual([])
  const reply = await invite(event, 5, methodist, { words: 'Приходите с вопросами.' })
  expect(reply.statusCode, reply.body).toBe(201)
  expect(reply.json()).toMatchObject({ people: 5, letters: { waiting: 2, sent: 0 } })
  for (const _ of [1, 2, 3]) await sendLetters(services)
  expect([written, elsewhere].map((one) => lettersTo(one).length)).toEqual([1, 1])
  expect(mail.taken.length).toBe(2)
  const [letter] = lettersTo(written)
  for (const said of ['приглашает вас: «Большой семинар»', 'Приходите с вопросами.', '/my/calendar'])
    expect(letter).toContain(said)
  for (const one of [written, onPage, elsewhere])
    expect(await told(one)).toEqual([expect.stringContaining('приглашают')])
  expect(await told(silent)).toEqual([])
  const [list] = (await methodist.ask('GET', path(event))).json().items
  expect(list).toMatchObject({ letters: { waiting: 0, sent: 2 }, goesAt: null, words: 'Приходите с вопросами.' })
  expect((await invited(event, '?way=nobody')).items).toEqual([
    expect.objectContaining({ id: unreached, way: 'nobody', letter: null }),
  ])
})

test('of one event nobody is told twice; who is enrolled is left alone', async () => {
  const event = await addEvent(house, tenant, { organiser: school })
  await written.ask('POST', `/api/events/${event}/my-enrolment`)
  expect((await look(event)).json()).toMatchObject({ people: 4, already: 1 })
  const key = { headers: { 'idempotency-key': crypto.randomUUID() } }
  const payload = { population: EVERYBODY, people: 4 }
  const sent = [
    await methodist.ask('POST', path(event), { payload, ...key }),
    await methodist.ask('POST', path(event), { payload, ...key }),
  ]
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect((await methodist.ask('GET', path(event))).json().total).toBe(1)
  // Who was not told at all may be reachable one day.
  expect((await look(event)).json()).toMatchObject({
    ...{ people: 2, already: 3, counts: { letter: 0, page: 0, nobody: 1, unsubscribed: 1 } },
  })
  const again = await invite(event, 4)
  expect(again.json()).toMatchObject({ status: 409, code: 'invitation_others' })
})

test('only those the event takes are invited, and a school reaches its own people alone', async () => {
  const event = await addEvent(house, tenant, { organiser: school })
  expect((await look(event, head)).json()).toMatchObject({ people: 4 })
  const names = (await look(event, head)).json().names.map(({ name }: { name: string }) => name.split(' ')[0])
  expect(names).not.toContain('Дальняя')
  expect((await invite(event, 4, head)).statusCode).toBe(201)
  const { items } = (await head.ask('GET', `/api/events/${event}/invited`)).json()
  expect(items).toHaveLength(4)
  const foreign = await addEvent(house, tenant, { organiser: other })
  expect((await look(foreign, head)).statusCode).toBe(404)
  const narrow = await addEvent(house, tenant, { organiser: school })
  const { version } = (await methodist.ask('GET', `/api/events/${narrow}/admission`)).json()
  const admitted = await methodist.ask('PUT', `/api/events/${narrow}/admission`, {
    payload: { rule: { term: 'age', under: 18 }, byApproval: false, quota: null, closesAt: null, offerHours: 24 },
    headers: { 'if-match': `"${version}"` },
  })
  expect(admitted.statusCode, admitted.body).toBe(200)
  expect((await look(narrow)).json()).toMatchObject({ people: 0, already: 0 })
})

test('what is over, closed or not announced invites nobody; nobody is chosen by closed matters', async () => {
  const draft = await addEvent(house, tenant, { organiser: school, state: 'draft' })
  const past = await addEvent(house, tenant, { organiser: school, inDays: -3 })
  for (const event of [draft, past])
    expect((await look(event)).json()).toMatchObject({ status: 409, code: 'invitation_late' })
  const event = await addEvent(house, tenant, { organiser: school })
  const closed = { term: 'diagnosed', where: { level: { is: 'low' } } }
  for (const wrong of [{ all: [{ term: 'nonsense' }] }, closed])
    expect((await look(event, methodist, wrong)).statusCode).toBe(422)
})

test('whoever switched invitations off before they went gets none; what concerns the own enrolment comes still', async () => {
  const event = await addEvent(house, tenant, { organiser: school })
  const late = await addTeacher('Ежова')
  const { people } = (await look(event)).json()
  await invite(event, people)
  await late.ask('PUT', '/api/my/letters', {
    payload: { invitations: false, dayBefore: true, hourBefore: true, feedback: true, quiet: null },
  })
  await sendLetters(services)
  expect(lettersTo(late)).toEqual([])
  await late.ask('POST', `/api/events/${event}/my-enrolment`)
  const { version } = (await methodist.ask('GET', `/api/events/${event}`)).json()
  await methodist.ask('POST', `/api/events/${event}/cancellation`, {
    payload: { reason: 'ремонт' },
    headers: { 'if-match': `"${version}"` },
  })
  await sendLetters(services)
  expect(lettersTo(late)).toEqual([expect.stringContaining('не состоится: ремонт')])
})
