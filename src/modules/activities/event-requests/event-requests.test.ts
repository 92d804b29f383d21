import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { asked } from '../course-plans/course-plans.fixture.ts'
import { makeHoldingDistrict } from '../holding/holding.fixture.ts'
import { stepsOf } from './event-requests.rules.ts'

const house = await openTestHouse()
const district = await makeHoldingDistrict(house)
const { school, sister, head, methodist } = district
const formId = (await asked(head, 'GET', 'event-forms')).items[0].id
const DAY = '2199-03-10'

type Request = { readonly id: number; readonly version: number }

const wish = (said: object = {}) => ({
  ...{ organisationId: school, title: 'Трудные родители', formId, about: 'Молодые педагоги', people: 12 },
  ...{ from: '2199-03-01', until: '2199-03-31', place: 'own', ...said },
})
const ask = (said: object = {}) => asked(head, 'POST', 'event-requests', { payload: wish(said) })
const refused = async (said: object) => {
  const reply = await head.ask('POST', '/api/event-requests', { payload: wish(said) })
  return [reply.statusCode, reply.json().errors?.map(({ path, code }: { path: string; code: string }) => [path, code])]
}
const step = async (who: typeof head, { id, version }: Request, path: string, payload?: object, method = 'POST') =>
  await who.ask(method as 'POST', `/api/event-requests/${id}${path}`, {
    headers: { 'if-match': `"${version}"` },
    ...(payload !== undefined && { payload }),
  })
const decide = (request: Request, payload: object) => step(methodist, request, '/decision', payload)
const plan = (request: Request) => step(methodist, request, '/event', { heldOn: DAY, organiserId: school, formId })
const answer = (eventId: number, ...requests: Request[]) =>
  methodist.ask('POST', '/api/event-requests/answers', {
    payload: { eventId, requests: requests.map(({ id, version }) => ({ id, version })) },
  })
const look = (id: number, who = head) => asked(who, 'GET', `event-requests/${id}`)
const tasksOf = async (who: typeof head): Promise<string[]> =>
  (await asked(who, 'GET', 'tasks')).items.map(({ code }: { code: string }) => code)
const news = async (): Promise<string[]> =>
  (await asked(head, 'GET', 'notifications')).items.map(({ text }: { text: string }) => text)

test('a school asks, the centre plans an event from it, and the school is told', async () => {
  const request = await ask()
  expect(request).toMatchObject({ state: 'asked', event: null, can: ['correct', 'withdraw'], people: 12 })
  expect(await tasksOf(methodist)).toContain('activities.event_request_asked')
  const reply = await plan(request)
  expect(reply.statusCode, reply.body).toBe(201)
  const planned = reply.json()
  expect(planned).toMatchObject({ state: 'planned', can: ['detach'], event: { state: 'draft', heldOn: DAY } })
  expect(await district.card(planned.event.id)).toMatchObject({
    ...{ title: 'Трудные родители', about: 'Молодые педагоги', onRequest: true, level: 'district' },
  })
  expect(await look(request.id)).toMatchObject({ state: 'planned', can: [] })
  expect(await news()).toContain('По вашей заявке запланировано мероприятие')
})

test('what is turned, out of reach or not offered is refused at its field', async () => {
  expect(await refused({ until: '2199-02-01' })).toEqual([422, [['until', 'ends_before_start']]])
  expect(await refused({ organisationId: sister })).toEqual([422, [['organisationId', 'outside_reach']]])
  expect(await refused({ formId: 1 })).toEqual([422, [['formId', 'reference_unknown']]])
  expect(await refused({ title: 'a' })).toMatchObject([422, [['title', expect.anything()]]])
})

test('the centre asks back, the school says it clearer and it is asked anew; declined says why', async () => {
  const request = await ask({ title: 'Что-нибудь' })
  expect((await decide(request, { step: 'return' })).json().errors).toMatchObject([{ code: 'event_request_word' }])
  const returned = (await decide(request, { step: 'return', word: 'О чём именно?' })).json()
  expect(returned).toMatchObject({ state: 'returned', word: 'О чём именно?' })
  expect(await tasksOf(head)).toContain('activities.event_request_returned')
  const { organisationId: _, ...said } = wish({ title: 'Оценивание' })
  const corrected = (await step(head, returned, '', said, 'PUT')).json()
  expect(corrected).toMatchObject({ state: 'asked', word: null, title: 'Оценивание' })
  const stale = await decide(request, { step: 'decline', word: 'Уже было' })
  expect(stale.statusCode).toBe(412)
  const declined = (await decide(corrected, { step: 'decline', word: 'Уже было' })).json()
  expect(declined).toMatchObject({ state: 'declined', word: 'Уже было' })
  expect((await step(head, declined, '/withdraw')).json()).toMatchObject({ code: 'event_request_state' })
})

test('one event answers requests of several organisations, and held it satisfies them', async () => {
  const own = await ask({ title: 'Общий запрос' })
  const theirs = await asked(methodist, 'POST', 'event-requests', {
    payload: wish({ organisationId: sister, title: 'Общий запрос соседей' }),
  })
  const event = await asked(methodist, 'POST', 'events', {
    payload: { title: 'Семинар', formId, level: 'district', organiserId: school, heldOn: DAY },
  })
  const stale = { id: theirs.id, version: theirs.version + 1 }
  expect((await answer(event.id, own, stale)).json()).toEqual({ done: 1, left: 1 })
  expect((await answer(event.id, theirs)).json()).toEqual({ done: 1, left: 0 })
  const found = await asked(methodist, 'GET', `event-requests?event=${event.id}`)
  expect(found).toMatchObject({ total: 2, satisfied: { asked: 2, held: 0 } })
  expect(await district.card(event.id)).toMatchObject({ onRequest: true })
  await house.services.database.write(district.tenant, (tx) =>
    tx
      .updateTable('activities.event')
      .set({ state: 'held', closed_at: new Date() })
      .where('id', '=', event.id)
      .execute(),
  )
  expect(await look(own.id)).toMatchObject({ state: 'held', can: [] })
  expect(await asked(methodist, 'GET', `event-requests?event=${event.id}`)).toMatchObject({
    satisfied: { asked: 2, held: 2 },
  })
  expect((await answer(event.id, await ask())).json().errors).toMatchObject([{ code: 'event_not_planned' }])
})

test('an event that is cancelled or detached leaves the request open', async () => {
  const first = (await plan(await ask({ title: 'Отвяжут' }))).json()
  const detached = (await decide(first, { step: 'detach' })).json()
  expect(detached).toMatchObject({ state: 'asked', event: null })
  const second = (await plan(detached)).json()
  await house.services.database.write(district.tenant, (tx) =>
    tx
      .updateTable('activities.event')
      .set({ state: 'cancelled', cancelled_for: 'Болеет ведущий' })
      .where('id', '=', second.event.id)
      .execute(),
  )
  expect(await look(first.id, methodist)).toMatchObject({
    ...{ state: 'asked', event: { state: 'cancelled' } },
    can: expect.arrayContaining(['plan', 'name', 'decline']),
  })
})

test('a school sees its own requests, and nobody those of another', async () => {
  const theirs = await asked(methodist, 'POST', 'event-requests', { payload: wish({ organisationId: sister }) })
  expect((await head.ask('GET', `/api/event-requests/${theirs.id}`)).statusCode).toBe(404)
  const { items } = await asked(head, 'GET', 'event-requests')
  expect(new Set(items.map((one: { organisation: { id: number } }) => one.organisation.id))).toEqual(new Set([school]))
})

test('nobody but the centre answers, and a request withdrawn is over', () => {
  expect(stepsOf('asked', ['asker'])).toEqual(['correct', 'withdraw'])
  expect(stepsOf('asked', ['centre'])).toEqual(['plan', 'name', 'return', 'decline'])
  expect(stepsOf('withdrawn', ['asker', 'centre'])).toEqual([])
  expect(stepsOf('held', ['asker', 'centre'])).toEqual([])
})
