import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { unique } from '../../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { findOrAddValue } from '../../../registry/index.ts'
import { makeCourseDistrict } from '../runs.fixture.ts'

const house = await openTestHouse({ work: true })
const { tenant, methodist, head, addTeacher, begunRun, mark, close, card, step } = await makeCourseDistrict(house)

const made = async (url: string, payload: object): Promise<number> => {
  const reply = await methodist.ask('POST', `/api/${url}`, { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}
const letterhead = await methodist.ask('PUT', '/api/letterhead', {
  payload: { name: 'ИМЦ', place: 'г. Зареченск', address: '', requisites: '' },
  headers: { 'if-match': '"0"' },
})
expect(letterhead.statusCode, letterhead.body).toBe(200)
const signatoryId = await made('document-signatories', {
  ...{ name: 'Р. Б. Сидоров', post: 'Директор', fromOn: '2020-01-01', toOn: null },
})
const seriesOf = (kind: string) =>
  made('document-series', { kind, title: unique(kind), prefix: unique('П'), suffix: '/{YYYY}', digits: 4 })
const seriesId = await seriesOf('upskilling')

const lastDay = async (event: number): Promise<string> =>
  (await methodist.ask('GET', `/api/events/${event}/run`)).json().meetings.at(-1).day
const opened = async (event: number) => (await methodist.ask('POST', `/api/events/${event}/run/closing/open`)).json()
const learningOf = async (person: number) =>
  await house.services.database
    .reader(tenant)
    .selectFrom('activities.learning')
    .selectAll()
    .where('person_id', '=', person)
    .execute()
const undo = async (event: number) => {
  const { version } = await card(event)
  return await methodist.ask('POST', `/api/events/${event}/run/closing/undo`, {
    headers: { 'if-match': `"${version}"` },
  })
}

test('a run is closed by its rule and by hand: learning, numbered documents and attendance come at once, and never twice', async () => {
  const [whole, brief, failed] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const { event, programme } = await begunRun([whole, brief, failed])
  const day = await lastDay(event)
  await mark(event, 0, [{ person: whole.person }, { person: brief.person, minutes: 10 }, { person: failed.person }])
  const examination = await made(`events/${event}/examinations`, { title: 'Зачёт', kind: 'credit', heldOn: day })
  await methodist.ask('POST', `/api/examinations/${examination}/results`, {
    payload: {
      on: day,
      results: [
        { personId: whole.person, outcome: 'credited' },
        { personId: brief.person, outcome: 'credited' },
        { personId: failed.person, outcome: 'not_credited' },
      ],
    },
  })
  const shown = await opened(event)
  expect(shown).toMatchObject({
    ...{ total: 3, examinations: 1, paper: 'upskilling', can: ['close', 'give'] },
    learning: { programme: programme.title, hours: 18, endsOn: day },
  })
  const lacksOf = (person: number) =>
    shown.items.find((one: { person: { id: number } }) => one.person.id === person)?.lacks
  expect([whole, brief, failed].map(({ person }) => lacksOf(person))).toEqual([[], ['time'], ['examinations']])

  const documents = { seriesId, signatoryId, issuedOn: day }
  const overruled = [{ personId: brief.person, completes: true, reason: 'Отработала самостоятельно' }]
  const completing = [whole.person, brief.person]
  // Whoever saw something else is told so, and nothing happens.
  expect((await close(event, { completing: [whole.person], overruled, documents })).json()).toMatchObject({
    status: 409,
    code: 'closing_changed',
  })
  const early = { ...documents, issuedOn: '2026-01-01' }
  expect((await close(event, { completing, overruled, documents: early })).json()).toMatchObject({
    errors: [{ path: 'issuedOn', code: 'before_end_of_run' }],
  })
  const foreign = { ...documents, seriesId: await seriesOf('participation') }
  expect((await close(event, { completing, overruled, documents: foreign })).json()).toMatchObject({
    errors: [{ path: 'seriesId', code: 'series_of_other_kind' }],
  })
  expect(await learningOf(whole.person)).toEqual([])

  const both = await Promise.all([1, 2].map(() => close(event, { completing, overruled, documents })))
  expect(both.map(({ statusCode }) => statusCode).sort(), both.map(({ body }) => body).join()).toEqual([201, 409])
  expect(both.find(({ statusCode }) => statusCode === 201)?.json()).toMatchObject({
    ...{ completed: 2, known: 0, given: 2, batch: expect.any(Number) },
  })
  for (const { person } of [whole, brief]) {
    const { items } = (await methodist.ask('GET', '/api/documents')).json()
    const paper = items.find((one: { personId: number }) => one.personId === person)
    expect(await learningOf(person)).toMatchObject([
      { kind: 'upskilling', hours: 18, document_number: paper.number, ends_on: day },
    ])
  }
  expect(await learningOf(failed.person)).toEqual([])
  expect(await card(event)).toMatchObject({ state: 'held' })
  expect((await brief.ask('GET', '/api/my/runs')).json().items[0]).toMatchObject({
    ...{ standing: 'ended', completed: true },
  })
  expect((await failed.ask('GET', '/api/my/runs')).json().items[0]).toMatchObject({ completed: false })
  await vi.waitFor(
    async () => {
      const credited = (await whole.ask('GET', '/api/my/credited')).json()
      expect(credited).toMatchObject({ total: 1, hours: 18, items: [{ document: { number: expect.any(String) } }] })
    },
    { timeout: 60_000, interval: 200 },
  )
  // Documents were given: what is wrong is mended there.
  expect((await undo(event)).json()).toMatchObject({ status: 409, code: 'run_documents_given' })
})

test('closed without documents it can be opened again, and nothing of it stays; a file that told of the same is left alone', async () => {
  const [one, told] = [await addTeacher(), await addTeacher()]
  const { event, programme } = await begunRun([one, told])
  const { learning } = await opened(event)
  await house.services.database.write(tenant, async (tx) => {
    await tx
      .insertInto('activities.learning')
      .values({
        ...{ person_id: told.person, kind: 'upskilling', form: 'blended', hours: '18' },
        programme_id: await findOrAddValue(tx, 'programme', programme.title),
        provider_id: await findOrAddValue(tx, 'provider', learning.provider),
        ...{ starts_on: learning.startsOn, ends_on: learning.endsOn },
      })
      .execute()
  })
  // Nobody was marked: who has a seat is presumed to have been there, as at any event.
  const closed = await close(event, {}, head)
  expect(closed.json()).toMatchObject({ completed: 2, known: 1, given: 0, batch: null })
  expect((await step(event, '/holding/undo', {})).json()).toMatchObject({ code: 'run_closes' })
  expect(await learningOf(one.person)).toHaveLength(1)
  expect((await undo(event)).json()).toMatchObject({ state: 'announced' })
  expect(await learningOf(one.person)).toEqual([])
  expect(await learningOf(told.person)).toHaveLength(1)
  expect((await undo(event)).json()).toMatchObject({ code: 'event_state' })

  // A line that broke: the same press sent again is answered, and does nothing more.
  const { version } = await card(event)
  const [first, again] = [await retried(event, version), await retried(event, version)]
  expect(first.json()).toMatchObject({ completed: 2, known: 1 })
  expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body])
  expect(await learningOf(one.person)).toHaveLength(1)

  async function retried(id: number, seen: number) {
    return await methodist.ask('POST', `/api/events/${id}/run/closing`, {
      payload: { completing: [one.person, told.person] },
      headers: { 'if-match': `"${seen}"`, 'idempotency-key': `closing-${id}` },
    })
  }
})

test('not before its last day, not as any other event, and only who gives documents gives them', async () => {
  const teacher = await addTeacher()
  const { event } = await begunRun([teacher])
  expect((await step(event, '/holding', {})).json()).toMatchObject({ status: 409, code: 'run_closes' })
  const documents = { seriesId, signatoryId, issuedOn: await lastDay(event) }
  expect((await close(event, { documents }, head)).statusCode).toBe(403)
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.event set last_on = last_on + 7 where id = ${event}`.execute(tx),
  )
  expect(await opened(event)).toMatchObject({ can: ['give'] })
  expect((await close(event)).json()).toMatchObject({ status: 409, code: 'run_goes_on' })
})

test('a course nobody closed for days is a task of who holds it, until it is closed', async () => {
  const teacher = await addTeacher()
  const { event } = await begunRun([teacher])
  const isTask = async (): Promise<boolean> =>
    JSON.stringify((await head.ask('GET', '/api/tasks')).json()).includes(`/events/${event}/run`)
  const end = (days: number) =>
    house.services.database.write(tenant, (tx) =>
      sql`update activities.event e set held_on = (now() at time zone d.time_zone)::date - 9,
          last_on = (now() at time zone d.time_zone)::date - ${days}::int
        from registry.district d where d.id = e.tenant_id and e.id = ${event}`.execute(tx),
    )
  await end(3)
  expect(await isTask()).toBe(false)
  await end(4)
  expect(await isTask()).toBe(true)
  expect((await close(event)).statusCode).toBe(201)
  expect(await isTask()).toBe(false)
})

test('a diploma says what it gives', async () => {
  const teacher = await addTeacher()
  const modules = [{ title: 'Всё', hours: 250, form: 'in_person' }]
  const { event } = await begunRun([teacher], { kind: 'retraining', hours: 250, modules })
  const documents = { seriesId: await seriesOf('retraining'), signatoryId, issuedOn: await lastDay(event) }
  expect((await close(event, { documents })).json()).toMatchObject({
    errors: [{ path: 'documents.given', code: 'diploma_given_missing' }],
  })
  const given = await close(event, { documents: { ...documents, gives: 'qualification', given: 'Учитель физики' } })
  expect(given.json()).toMatchObject({ completed: 1, given: 1 })
  expect(await learningOf(teacher.person)).toMatchObject([{ kind: 'retraining', hours: 250 }])
})

test('a document that is revoked takes its learning along; given anew, it counts again as it says', async () => {
  const [one, other] = [await addTeacher(), await addTeacher()]
  const { event, programme } = await begunRun([one, other])
  const day = await lastDay(event)
  await mark(event, 0, [{ person: one.person }, { person: other.person }])
  const closed = await close(event, { documents: { seriesId, signatoryId, issuedOn: day } })
  expect(closed.statusCode, closed.body).toBe(201)
  const counted = async (person: number) => (await learningOf(person)).map(({ hours }) => Number(hours))
  const documentOf = async (person: number) => {
    const { rows } = await sql<{ id: number; version: number; state: string }>`
      select id, version, state from documents.document where source_kind in ('event') and source_id = ${event}
        and person_id = ${person}`.execute(house.services.database.reader(tenant))
    return rows[0] ?? { id: 0, version: 0, state: '' }
  }
  await vi.waitFor(async () => expect(await documentOf(one.person)).toMatchObject({ state: 'issued' }), 20_000)
  const step = async (id: number, path: string, payload: object) => {
    const { version } = (await methodist.ask('GET', `/api/documents/${id}`)).json()
    return await methodist.ask('POST', `/api/documents/${id}/${path}`, {
      payload,
      headers: { 'if-match': `"${version}"` },
    })
  }
  const { id } = await documentOf(one.person)
  expect((await step(id, 'revoke', { reason: 'выдан по ошибке' })).json()).toMatchObject({
    ...{ state: 'revoked', can: expect.arrayContaining(['reissue']) },
  })
  expect([await counted(one.person), await counted(other.person)]).toEqual([[], [18]])
  const credited = (await one.ask('GET', '/api/my/credited')).json()
  expect(credited.items.filter(({ key }: { key: string }) => key.startsWith('learning'))).toEqual([])

  const anew = { reason: 'отозван напрасно', signatoryId, issuedOn: day }
  const given = await step(id, 'reissue', anew)
  expect(given.json(), given.body).toMatchObject({ edition: 2 })
  expect(await learningOf(one.person)).toMatchObject([{ hours: 18, ends_on: day }])
  expect((await step(id, 'reissue', anew)).json()).toMatchObject({ code: 'document_ended' })

  // A mistake in the hours is mended in both.
  const last = given.json().id
  await vi.waitFor(async () => {
    expect((await methodist.ask('GET', `/api/documents/${last}`)).json()).toMatchObject({ state: 'issued' })
  }, 20_000)
  const about = { kind: 'upskilling', title: programme.title, hours: 20, startsOn: day, endsOn: day }
  const mended = await step(last, 'reissue', { ...anew, reason: 'ошибка в часах', about })
  expect(mended.statusCode, mended.body).toBe(201)
  expect(await counted(one.person)).toEqual([20])
})
