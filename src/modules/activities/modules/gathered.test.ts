import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { registered } from '../programmes/programmes.fixture.ts'
import { makeCourseDistrict } from '../runs/runs.fixture.ts'

const house = await openTestHouse({ work: true })
const { tenant, school, methodist, head, addTeacher, heldToday, twoMeetings, close, card } =
  await makeCourseDistrict(house)

const made = async (url: string, payload: object): Promise<number> => {
  const reply = await methodist.ask('POST', `/api/${url}`, { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}
await methodist.ask('PUT', '/api/letterhead', {
  payload: { name: 'ИМЦ', place: 'г. Зареченск', address: '', requisites: '' },
  headers: { 'if-match': '"0"' },
})
const signatoryId = await made('document-signatories', {
  ...{ name: 'Р. Б. Сидоров', post: 'Директор', fromOn: '2020-01-01', toOn: null },
})
const seriesOf = (kind: string) =>
  made('document-series', { kind, title: unique(kind), prefix: unique('П'), suffix: '/{YYYY}', digits: 4 })
const [upskilling, participation] = [await seriesOf('upskilling'), await seriesOf('participation')]

type Teacher = Awaited<ReturnType<typeof addTeacher>>
const MODULES = [
  { title: 'Смысловое чтение', hours: 10, form: 'in_person' },
  { title: 'Сценарии уроков', hours: 8, form: 'distance', elective: true },
  { title: 'Разбор работ', hours: 8, form: 'self', elective: true },
]
const reviewer = await addTeacher()
const newProgramme = () =>
  registered(methodist, { organisation: school, reviewer: reviewer.person, said: { modules: MODULES, electives: 1 } })

/** A run of these modules of the programme that ends today. */
async function partRun(programme: { id: number }, modules: readonly number[], teachers: readonly Teacher[]) {
  const event = await heldToday(teachers)
  await twoMeetings(event)
  await house.services.database.write(tenant, async (tx) => {
    await sql`update activities.event set programme_id = ${programme.id}, hours = (select sum(hours)
      from activities.programme_module where id = any (${[...modules]}::bigint[])) where id = ${event}`.execute(tx)
    await sql`insert into activities.run_module (event_id, module_id)
      select ${event}, unnest(${[...modules]}::bigint[])`.execute(tx)
  })
  return event
}
const idsOf = (programme: { modules: { id: number }[] }): number[] => programme.modules.map(({ id }) => id)
const today = async (event: number): Promise<string> =>
  (await methodist.ask('GET', `/api/events/${event}/run`)).json().meetings.at(-1).day
const gathered = async (programme: { id: number }) =>
  (await methodist.ask('GET', `/api/programmes/${programme.id}/gathered`)).json()
const give = (programme: { id: number }, personIds: readonly number[], documents: object) =>
  methodist.ask('POST', `/api/programmes/${programme.id}/gathered/documents`, { payload: { personIds, documents } })
const learningOf = async (person: number) =>
  await house.services.database
    .reader(tenant)
    .selectFrom('activities.learning')
    .selectAll()
    .where('person_id', '=', person)
    .execute()

test('a run is planned for some modules: its hours are theirs, and modules of another programme are refused', async () => {
  const programme = await newProgramme()
  const [reading, scenarios] = idsOf(programme)
  const form = await methodist.ask('GET', '/api/event-forms')
  const plan = {
    ...{ title: 'Первый модуль', formId: form.json().items[0].id, level: 'district', organiserId: school },
    ...{ heldOn: '2199-04-10', programmeId: programme.id },
  }
  const planned = await methodist.ask('POST', '/api/events', { payload: { ...plan, moduleIds: [reading] } })
  expect(planned.statusCode, planned.body).toBe(201)
  expect(planned.json()).toMatchObject({ hours: 10, modules: [{ id: reading, title: 'Смысловое чтение' }] })
  const { id } = planned.json()
  const change = async (payload: object) => {
    const { version } = await card(id)
    return await methodist.ask('PATCH', `/api/events/${id}`, { payload, headers: { 'if-match': `"${version}"` } })
  }
  expect((await change({ moduleIds: [reading, scenarios] })).json()).toMatchObject({ hours: 18 })
  expect((await change({ title: 'Два модуля' })).json()).toMatchObject({ hours: 18, modules: [{}, {}] })
  expect((await change({ moduleIds: [] })).json()).toMatchObject({ hours: 18, modules: [] })
  const [strange] = idsOf(await newProgramme())
  expect((await change({ moduleIds: [strange] })).json()).toMatchObject({ errors: [{ path: 'moduleIds.0' }] })
  const nothing = await methodist.ask('POST', '/api/events', {
    payload: { ...plan, programmeId: null, moduleIds: [reading] },
  })
  expect(nothing.json()).toMatchObject({ errors: [{ code: 'modules_of_nothing' }] })
})

test('modules taken run by run: each is on record at once, learning and the document come once, when all are there', async () => {
  const [both, one] = [await addTeacher(), await addTeacher()]
  const programme = await newProgramme()
  const [reading, scenarios, papers] = idsOf(programme)
  const first = await partRun(programme, [reading ?? 0], [both, one])
  const shown = (await methodist.ask('POST', `/api/events/${first}/run/closing/open`)).json()
  // Of a part nobody chooses anything, and it is no further training however long.
  expect(shown).toMatchObject({ paper: 'participation', modules: [{ title: 'Смысловое чтение' }] })
  const documents = { seriesId: participation, signatoryId, issuedOn: await today(first) }
  const closed = await close(first, { documents })
  expect(closed.json(), closed.body).toMatchObject({ completed: 2, known: 0, given: 2 })
  expect(await learningOf(both.person)).toEqual([])
  const { items: papersGiven } = (await methodist.ask('GET', '/api/documents')).json()
  expect(papersGiven[0]).toMatchObject({ kind: 'participation' })
  expect((await both.ask('GET', '/api/my/runs')).json().items[0]).toMatchObject({
    ...{ completed: true, isPart: true, modules: [{ title: 'Смысловое чтение' }], electives: null },
  })
  expect(await gathered(programme)).toMatchObject({ total: 0, paper: 'upskilling' })

  const second = await partRun(programme, [scenarios ?? 0], [both])
  expect((await close(second)).json()).toMatchObject({ completed: 1, known: 0 })
  expect(await gathered(programme)).toMatchObject({ total: 1, items: [{ person: { id: both.person }, modules: 2 }] })
  expect(JSON.stringify((await methodist.ask('GET', '/api/tasks')).json())).toContain(`/programmes/${programme.id}`)

  const whole = { seriesId: upskilling, signatoryId, issuedOn: await today(second) }
  expect((await give(programme, [both.person, one.person], whole)).json()).toMatchObject({ code: 'gathered_changed' })
  expect((await give(programme, [both.person], { ...whole, issuedOn: '2026-01-01' })).json()).toMatchObject({
    errors: [{ path: 'issuedOn', code: 'before_end_of_run' }],
  })
  expect((await give(programme, [both.person], { ...whole, seriesId: participation })).json()).toMatchObject({
    errors: [{ path: 'seriesId', code: 'series_of_other_kind' }],
  })
  expect(await learningOf(both.person)).toEqual([])
  const twice = await Promise.all([1, 2].map(() => give(programme, [both.person], whole)))
  expect(twice.map(({ statusCode }) => statusCode).sort(), twice.map(({ body }) => body).join()).toEqual([201, 409])
  expect(await learningOf(both.person)).toMatchObject([
    {
      kind: 'upskilling',
      hours: 18,
      document_number: expect.stringContaining('П'),
      starts_on: shown.learning.startsOn,
    },
  ])
  expect(await gathered(programme)).toMatchObject({ total: 0 })
  expect((await both.ask('GET', '/api/notifications')).body).toContain('все модули')
  // 18 hours were learned, and they are told once.
  expect((await both.ask('GET', '/api/my/credited')).json()).toMatchObject({ total: 1, hours: 18 })

  const { version } = await card(second)
  const undone = await methodist.ask('POST', `/api/events/${second}/run/closing/undo`, {
    headers: { 'if-match': `"${version}"` },
  })
  expect(undone.json()).toMatchObject({ status: 409, code: 'modules_counted' })

  // A further elective module is one more, and gives nothing twice.
  const third = await partRun(programme, [papers ?? 0], [both])
  expect((await close(third)).json()).toMatchObject({ completed: 1 })
  expect(await gathered(programme)).toMatchObject({ total: 0 })
})

test('a module of an earlier edition counts where it keeps its title; who completed a whole run has nothing to gather', async () => {
  const [early, whole] = [await addTeacher(), await addTeacher()]
  const programme = await newProgramme()
  const [reading, scenarios] = idsOf(programme)
  expect((await close(await partRun(programme, [reading ?? 0], [early]))).statusCode).toBe(201)
  const renewed = await methodist.ask('POST', `/api/programmes/${programme.id}/renewal`, {
    payload: { reason: 'Новый стандарт' },
    headers: { 'if-match': `"${programme.version}"` },
  })
  expect(renewed.statusCode, renewed.body).toBe(201)
  const next = renewed.json()
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.programme n set state = 'registered', number = ${unique('ДПП')}, registered_on = '2026-01-13',
        order_number = '13-о', order_on = '2026-01-12', value_id = o.value_id
      from activities.programme o where o.id = ${programme.id} and n.id = ${next.id}`.execute(tx),
  )
  const [, nextScenarios] = idsOf(next)
  expect((await close(await partRun(next, [nextScenarios ?? 0], [early]))).statusCode).toBe(201)
  expect(await gathered(next)).toMatchObject({ total: 1, items: [{ person: { id: early.person } }] })

  const event = await heldToday([whole])
  await twoMeetings(event)
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.event set programme_id = ${programme.id}, hours = 18 where id = ${event}`.execute(tx),
  )
  await methodist.ask('POST', `/api/events/${event}/run/electives/choices`, {
    payload: { personIds: null, moduleIds: [scenarios] },
  })
  expect((await close(event)).json()).toMatchObject({ completed: 1 })
  expect(await learningOf(whole.person)).toHaveLength(1)
  expect(await gathered(programme)).toMatchObject({ total: 0 })
  expect((await head.ask('GET', `/api/programmes/${programme.id}/gathered`)).statusCode).toBe(403)
})
