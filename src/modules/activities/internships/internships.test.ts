import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const school = await addOrganisation(house, tenant)
const host = await addOrganisation(house, tenant)
const addIntern = async (): Promise<number> => {
  const person = await addPerson(house, tenant, unique('Стажёрова'))
  await employ(house, tenant, { person, organisation: school })
  return person
}
const intern = await addIntern()
const guide = await addPerson(house, tenant, 'Наставникова')
await employ(house, tenant, { person: guide, organisation: host })
await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const hostHead = await addActor(house, [{ tenant, role: 'head', organisation: host }])
const trainee = await addActor(house, [{ tenant, role: 'teacher', person: intern }])
const supervisor = await addActor(house, [{ tenant, role: 'teacher', person: guide }])
const stranger = await addActor(house, [{ tenant, role: 'teacher', person: await addPerson(house, tenant) }])

type Who = typeof head
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const post = (who: Who, path: string, payload: object, version?: number) =>
  who.ask('POST', `/api/${path}`, { payload, ...(version !== undefined && match(version)) })
async function did(who: Who, path: string, payload: object, version?: number) {
  const reply = await post(who, path, payload, version)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

const model = await did(methodist, 'internship-models', {
  ...{
    title: unique('Урок в точке роста'),
    hours: 18,
    about: 'Неделя в школе',
    tasks: ['Посмотреть урок', 'Провести урок'],
  },
})
const DAYS = { startsOn: '2026-01-12', endsOn: '2026-01-16' }
const place = async (places = 1) => await did(methodist, 'internship-hosts', { outside: unique('Лицей'), places })
const arranged = async (said: object = {}, who = head) =>
  await did(who, 'internships', { personId: intern, modelId: model.id, hostId: (await place()).id, ...DAYS, ...said })
const tick = (who: Who, id: number, at: number, version: number, done = true) =>
  who.ask('PUT', `/api/internships/${id}/tasks/${at}`, { payload: { done }, ...match(version) })

test('models and places are a catalogue: the centre keeps it, an organisation says what it takes itself', async () => {
  expect((await post(head, 'internship-models', { title: 'Своя', hours: 8 })).statusCode).toBe(403)
  expect(faultsOf(await post(methodist, 'internship-models', { title: model.title, hours: 8 }))).toEqual([
    'title internship_model_taken',
  ])
  expect(faultsOf(await post(hostHead, 'internship-hosts', { outside: 'Лицей', places: 2 }))).toEqual([
    'outside outside_reach',
  ])
  expect(faultsOf(await post(hostHead, 'internship-hosts', { organisationId: school, places: 2 }))).toEqual([
    'organisationId outside_reach',
  ])
  const own = await did(hostHead, 'internship-hosts', { organisationId: host, places: 2, equipment: '3D-принтер' })
  expect(own).toMatchObject({ organisationId: host, taken: 0, can: ['change'] })
  expect(faultsOf(await post(methodist, 'internship-hosts', { organisationId: host, places: 2 }))).toEqual([
    'organisationId internship_host_taken',
  ])
  const change = await hostHead.ask('PATCH', `/api/internship-hosts/${own.id}`, { payload: { places: 3 }, ...match(1) })
  expect(change.json()).toMatchObject({ places: 3, version: 2 })
  const seen = (await stranger.ask('GET', '/api/internship-hosts?size=200')).json()
  expect(seen).toMatchObject({ can: [] })
  expect(seen.items.find(({ id }: { id: number }) => id === own.id)).toMatchObject({ places: 3, can: [] })
})

test('places are places: day by day, whoever comes first', async () => {
  const { id: hostId } = await place(2)
  const come = async (said: object = {}) =>
    await post(head, 'internships', { personId: await addIntern(), modelId: model.id, hostId, ...DAYS, ...said })
  const all = await Promise.all([come(), come(), come(), come()])
  expect(all.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201, 422, 422])
  expect(all.filter(({ statusCode }) => statusCode === 422).map(faultsOf)).toEqual([
    ['startsOn internship_full'],
    ['startsOn internship_full'],
  ])
  expect(faultsOf(await come({ startsOn: '2026-01-16', endsOn: '2026-01-20' }))).toEqual(['startsOn internship_full'])
  expect((await come({ startsOn: '2026-01-17', endsOn: '2026-01-20' })).statusCode).toBe(201)
  expect(faultsOf(await come({ startsOn: '2026-03-02', endsOn: '2026-03-01' }))).toEqual(['endsOn ends_before_start'])
  expect(faultsOf(await come({ endsOn: '2028-03-01' }))).toEqual(['endsOn internship_long'])
  expect(faultsOf(await come({ personId: guide }))).toEqual(['personId reference_unknown'])
  expect(faultsOf(await come({ supervisorId: guide, supervisorGuest: 'Гость' }))).toEqual([
    'supervisorId person_or_guest',
  ])
})

test('the intern and who guides them keep the log; finished it counts as learning, opened again it does not', async () => {
  const { id } = await arranged({ supervisorId: guide }, methodist)
  const at = `/api/internships/${id}`
  expect((await stranger.ask('GET', at)).statusCode).toBe(404)
  expect((await trainee.ask('GET', at)).json()).toMatchObject({
    ...{ can: ['keep'], supervisor: { name: 'Наставникова Анна' }, tasks: [{ doneOn: null }, { doneOn: null }] },
  })
  expect((await supervisor.ask('GET', '/api/internships')).json()).toMatchObject({
    total: 1,
    items: [{ id, tasks: 2, done: 0 }],
  })
  const write = (who: Who, payload: object) => post(who, `internships/${id}/entries`, payload)
  expect((await write(trainee, { day: '2026-01-12', what: 'Смотрела урок', minutes: 45 })).statusCode).toBe(201)
  const second = await write(supervisor, { day: '2026-01-13', what: 'Разобрали урок', minutes: 90 })
  expect(second.json()).toMatchObject({ minutes: 135, entries: [{ minutes: 45 }, { minutes: 90 }] })
  expect(faultsOf(await write(trainee, { day: '2026-01-11', what: 'Рано', minutes: 5 }))).toEqual([
    'day internship_day',
  ])
  expect(faultsOf(await write(trainee, { day: '2199-01-11', what: 'Поздно', minutes: 5 }))).toEqual(['day in_future'])
  const removed = await trainee.ask('DELETE', `${at}/entries/${second.json().entries[0].id}`)
  expect(removed.statusCode).toBe(204)
  const early = await post(head, `internships/${id}/finish`, { finishedOn: '2026-01-16' }, 1)
  expect(early.json()).toMatchObject({ status: 409, code: 'internship_unfinished' })
  await tick(trainee, id, 0, 1)
  expect((await tick(supervisor, id, 1, 2)).json()).toMatchObject({ done: 2 })
  expect((await tick(trainee, id, 5, 3)).statusCode).toBe(404)
  expect((await post(trainee, `internships/${id}/finish`, { finishedOn: '2026-01-16' }, 3)).statusCode).toBe(403)
  expect(faultsOf(await post(head, `internships/${id}/finish`, { finishedOn: '2026-01-11' }, 3))).toEqual([
    'finishedOn ends_before_start',
  ])
  const done = await did(head, `internships/${id}/finish`, { finishedOn: '2026-01-16' }, 3)
  expect(done).toMatchObject({ state: 'finished', finishedOn: '2026-01-16', can: ['reopen'] })
  expect(await counted()).toBe(1)
  expect((await write(trainee, { day: '2026-01-14', what: 'Ещё', minutes: 5 })).json()).toMatchObject({
    code: 'internship_state',
  })
  const own = await trainee.ask('GET', `/api/people/${intern}/life`)
  expect(own.body).toContain(model.title)
  await did(head, `internships/${id}/reopening`, {}, 4)
  expect(await counted()).toBe(0)
})

/** How many the language of populations counts by an internship of 18 hours. */
async function counted(): Promise<number> {
  const population = {
    term: 'trained',
    where: { kind: { is: 'internship' }, hours: { from: 18 } },
    when: { by: 'date' },
  }
  const payload = { subject: 'person', population, date: '2026-02-01' }
  const reply = await methodist.ask('POST', '/api/populations/preview', { payload })
  if (reply.statusCode >= 300) throw new Error(reply.body)
  return reply.json().counts.matched
}

test('before its first day nothing is written; moved and cancelled by who arranged it', async () => {
  const { id } = await arranged({ startsOn: '2199-01-12', endsOn: '2199-01-16', personId: await addIntern() })
  const entry = await post(head, `internships/${id}/entries`, { day: '2199-01-12', what: 'Рано', minutes: 5 })
  expect(entry.json()).toMatchObject({ status: 409, code: 'internship_ahead' })
  const change = (payload: object, version: number) =>
    head.ask('PATCH', `/api/internships/${id}`, { payload, ...match(version) })
  expect((await change({ endsOn: '2199-01-20', supervisorGuest: 'Пётр Гостев' }, 1)).json()).toMatchObject({
    ...{ endsOn: '2199-01-20', supervisor: { personId: null, name: 'Пётр Гостев' } },
  })
  expect((await change({ endsOn: '2199-01-21' }, 1)).statusCode).toBe(412)
  expect((await change({ supervisorGuest: null }, 2)).json()).toMatchObject({ supervisor: null })
  expect((await post(hostHead, `internships/${id}/cancellation`, { reason: 'Чужая' }, 3)).statusCode).toBe(404)
  const off = await did(head, `internships/${id}/cancellation`, { reason: 'Заболела' }, 3)
  expect(off).toMatchObject({ state: 'cancelled', cancelledFor: 'Заболела', can: [] })
})

test('the log follows the intern when two cards turn out to be one person', async () => {
  const double = await addIntern()
  const { id } = await arranged({ personId: double })
  await did(head, `internships/${id}/entries`, { day: '2026-01-12', what: 'Смотрела урок', minutes: 45 })
  const kept = await addIntern()
  const body = { gone: double, version: 1 }
  const merged = await post(methodist, `people/${kept}/merge`, body, 1)
  expect(merged.statusCode, merged.body).toBe(201)
  expect((await head.ask('GET', `/api/internships/${id}`)).json()).toMatchObject({
    ...{ person: { id: kept }, entries: [{ minutes: 45 }] },
  })
})
