import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { exactFacts } from '../../../../test/property/facts.ts'
import { modules } from '../../../modules.ts'
import { ANNA, openLoads, STAFF } from '../loads/loads.fixture.ts'
import { expectSpansInOrder } from '../people/people.fixture.ts'
import type { Difference } from './comparison.contract.ts'

const house = await openTestHouse({ work: true })
const { database } = house.services
const { at, compare, ended, load, look } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const ORGANISATIONS = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\nШ2;Школа 2;школа\n'
const row = (surname: string, school = 'Ш1', rate = '1') =>
  `${school};${surname};Иван;;02.03.1990;;учитель;${rate};да;01.09.2015\n`
const START = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA + row('Седов') + row('Белов') }
/** Of the first school only Anna is left. */
const NEXT = { 'staff.xlsx': STAFF + ANNA }

const ask = async (id: number, path: string, payload: object) =>
  await at.methodist.ask('POST', `/api/loads/${id}/${path}`, { payload })
const gone = async (id: number, query = ''): Promise<Difference[]> =>
  (await at.methodist.ask('GET', `/api/loads/${id}/differences?kind=gone${query}`)).json().items
const of = async (id: number, surname: string): Promise<Difference> =>
  (await gone(id)).find(({ label }) => label?.startsWith(surname)) ?? expect.unreachable()
async function decide(id: number, which: object, decision: object): Promise<number> {
  const reply = await ask(id, 'gone', { of: which, decision })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().ids.length
}
async function take(id: number): Promise<void> {
  expect((await ask(id, 'take', {})).statusCode).toBe(201)
  expect((await ended(id)).state).toBe('done')
}
async function card(surname: string) {
  const people = database.reader(at.tenant).selectFrom('registry.person').select('id')
  const { id } = await people.where('surname', '=', surname).executeTakeFirstOrThrow()
  return (await at.methodist.ask('GET', `/api/people/${id}`)).json()
}
const history = async (id: number) => (await at.methodist.ask('GET', `/api/people/${id}/revisions`)).json().items
const DISMISSED = { is: 'dismissed', on: '2025-08-31', reason: 'по собственному желанию' }

test('decided before the load is taken it takes effect along with it, and goes with it', async () => {
  await load(START)
  const before = await exactFacts(database, at.tenant)
  const { id } = await compare(NEXT)
  expect((await look(id)).comparison.gone).toEqual({ all: 2, open: 2 })
  const [sedov, belov] = [await of(id, 'Седов'), await of(id, 'Белов')]
  expect(sedov.gone).toEqual({ state: 'open', decision: null })
  expect(await decide(id, { ids: [sedov.id] }, DISMISSED)).toBe(1)
  await decide(id, { ids: [belov.id] }, { is: 'leave', on: '2025-10-01', until: '2026-03-01' })
  expect((await of(id, 'Седов')).gone).toMatchObject({
    state: 'planned',
    decision: { is: 'dismissed', on: '2025-08-31', reason: 'по собственному желанию', by: expect.any(String) },
  })
  // Nothing is written before it is taken.
  expect(await exactFacts(database, at.tenant)).toEqual(before)
  expect((await look(id)).comparison).toMatchObject({ isStale: false, gone: { all: 2, open: 0 } })

  await take(id)
  const left = await card('Седов')
  expect(left.employments[0]).toMatchObject({ dismissedOn: '2025-08-31', origins: { dismissedOn: null } })
  expect((await card('Белов')).employments[0]).toMatchObject({
    ...{ dismissedOn: null, leaveOn: '2025-10-01', leaveUntil: '2026-03-01' },
  })
  expect((await of(id, 'Седов')).gone?.state).toBe('done')
  const [told] = await history(left.id)
  expect(told).toMatchObject({
    ...{ action: 'changed', can: ['undo'], decision: { load: id, reason: 'по собственному желанию' } },
    fields: [{ field: 'dismissedOn', before: null, after: '2025-08-31' }],
  })
  await expectSpansInOrder(house, at.tenant)

  const plan = (await at.methodist.ask('GET', `/api/loads/${id}/undo`)).json()
  expect(plan).toMatchObject({ restored: [{ what: 'registry.employment', count: 2 }], obstacles: [] })
  const undo = await ask(id, 'undo', {})
  await ended(undo.json().id)
  expect(await exactFacts(database, at.tenant)).toEqual(before)
  expect((await card('Седов')).employments[0]).toMatchObject({ dismissedOn: null })
  expect((await history(left.id)).map(({ can }: { can: string[] }) => can)).toEqual([[], []])
  await expectSpansInOrder(house, at.tenant)
})

test('decided afterwards it takes effect at once; it is taken back alone, from the list or from the card', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  await take(id)
  const taken = await exactFacts(database, at.tenant)
  const sedov = await of(id, 'Седов')
  await decide(id, { ids: [sedov.id] }, DISMISSED)
  expect((await card('Седов')).employments[0]).toMatchObject({ dismissedOn: '2025-08-31' })
  await expectSpansInOrder(house, at.tenant)
  const twice = await ask(id, 'gone', { of: { ids: [sedov.id] }, decision: { is: 'here' } })
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'gone_decided'])

  expect((await ask(id, 'gone/undo', { of: { ids: [sedov.id] } })).json()).toEqual({ ids: [sedov.id] })
  expect((await card('Седов')).employments[0]).toMatchObject({ dismissedOn: null })
  expect((await of(id, 'Седов')).gone?.state).toBe('open')
  await decide(id, { ids: [sedov.id] }, DISMISSED)
  const [told] = await history((await card('Седов')).id)
  const path = `/api/people/${sedov.personId}/revisions/${told.id}/undo`
  expect((await at.methodist.ask('POST', path)).statusCode).toBe(204)
  expect((await of(id, 'Седов')).gone?.state).toBe('open')
  expect(await exactFacts(database, at.tenant)).toEqual(taken)
  // Nothing of it stands in the way of taking the load back.
  expect((await at.methodist.ask('GET', `/api/loads/${id}/undo`)).json()).toMatchObject({ restored: [], obstacles: [] })
})

test('who moved ends here and begins there, once; taking it back takes both', async () => {
  await load(START)
  const schools = (await at.methodist.ask('GET', '/api/organisations?sort=code')).json().items
  const organisationId = schools[1].id
  const { id } = await compare(NEXT)
  const sedov = await of(id, 'Седов')
  const nowhere = await ask(id, 'gone', { of: {}, decision: { is: 'moved', on: '2025-09-01' } })
  expect(nowhere.json()).toMatchObject({ code: 'request_invalid', errors: [{ path: 'decision.organisationId' }] })
  await decide(id, { ids: [sedov.id] }, { is: 'moved', on: '2025-09-01', organisationId })
  await take(id)
  const { employments } = await card('Седов')
  expect(employments).toMatchObject([
    { organisation: { id: organisationId }, hiredOn: '2025-09-01', dismissedOn: null, rate: 1, origin: null },
    { organisation: { id: schools[0].id }, dismissedOn: '2025-08-31' },
  ])
  await expectSpansInOrder(house, at.tenant)
  const [told] = await history(sedov.personId ?? 0)
  await at.methodist.ask('POST', `/api/people/${sedov.personId}/revisions/${told.id}/undo`)
  expect((await card('Седов')).employments).toMatchObject([{ organisation: { id: schools[0].id }, dismissedOn: null }])
  await decide(id, { ids: [sedov.id] }, { is: 'moved', on: '2025-09-01', organisationId })
  expect((await card('Седов')).employments).toHaveLength(2)
  await ended((await ask(id, 'undo', {})).json().id)
  expect((await card('Седов')).employments).toMatchObject([{ organisation: { id: schools[0].id }, dismissedOn: null }])
})

test('who moved to where the file names them has that place of work and no other', async () => {
  await load(START)
  const { id } = await compare({ 'staff.xlsx': STAFF + ANNA + row('Седов', 'Ш2') })
  const sedov = await of(id, 'Седов')
  expect(sedov.code).toBe('elsewhere')
  await decide(id, { ids: [sedov.id] }, { is: 'moved', on: '2025-09-01' })
  await take(id)
  expect((await card('Седов')).employments).toMatchObject([{ dismissedOn: null }, { dismissedOn: '2025-08-31' }])
})

test('who is still here is not asked about again until something changes', async () => {
  await load(START)
  const first = await compare(NEXT)
  expect(await decide(first.id, { q: 'бел' }, { is: 'here' })).toBe(1)
  expect(await decide(first.id, {}, { is: 'here' })).toBe(1)
  await take(first.id)
  const second = await compare(NEXT)
  expect(second.comparison.gone).toEqual({ all: 2, open: 0 })
  expect((await of(second.id, 'Седов')).gone).toMatchObject({ state: 'kept', decision: { is: 'here' } })
  const [place] = (await card('Седов')).employments
  const headers = { 'if-match': `"${place.version}"` }
  await at.methodist.ask('PATCH', `/api/employments/${place.id}`, { payload: { rate: 0.5 }, headers })
  const third = await compare(NEXT)
  expect(third.comparison.gone).toEqual({ all: 2, open: 1 })
  expect((await gone(third.id, '&decided=no')).map(({ label }) => label)).toEqual(['Седов Иван'])
  // The first load taken back, what was said about it counts no longer.
  await ended((await ask(first.id, 'undo', {})).json().id)
  expect((await look(third.id)).comparison.gone).toEqual({ all: 2, open: 2 })
})

test('a place of work that changed meanwhile is not touched: it waits to be decided anew', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  await decide(id, {}, DISMISSED)
  const [place] = (await card('Седов')).employments
  const headers = { 'if-match': `"${place.version}"` }
  await at.methodist.ask('PATCH', `/api/employments/${place.id}`, { payload: { rate: 0.5 }, headers })
  await ask(id, 'compare', {})
  await ended(id)
  await take(id)
  expect((await card('Белов')).employments[0]).toMatchObject({ dismissedOn: '2025-08-31' })
  expect((await card('Седов')).employments[0]).toMatchObject({ dismissedOn: null, rate: 0.5 })
  expect((await look(id)).comparison.gone).toEqual({ all: 2, open: 1 })
})

test('what was decided is not undone by the file of before; who is back in the file is named by it', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  await decide(id, {}, DISMISSED)
  await take(id)
  const back = row('Седов', 'Ш1', '0,5').replace('\n', ';\n')
  const { id: second } = await compare({ 'staff.xlsx': STAFF.replace('Принят', 'Принят;Уволен') + back })
  const [item] = (await at.methodist.ask('GET', `/api/loads/${second}/differences?kind=changed`)).json().items
  expect(item.fields).toContainEqual({ header: 'Уволен', before: '31.08.2025', after: null })
  await load({ 'staff.xlsx': START['staff.xlsx'] })
  expect((await card('Седов')).employments[0]).toMatchObject({ dismissedOn: '2025-08-31' })
})

test('days that do not fit are refused by name', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  const early = await ask(id, 'gone', { of: {}, decision: { is: 'dismissed', on: '2015-08-31' } })
  expect(early.json().errors[0]).toMatchObject({ path: 'decision.on', code: 'before_hired' })
  expect(early.json().errors[0].message).toContain('Седов')
  const back = await ask(id, 'gone', { of: {}, decision: { is: 'leave', on: '2025-08-31', until: '2025-08-01' } })
  expect(back.json().errors[0]).toMatchObject({ path: 'decision.until', code: 'ends_before_start' })
  const foreign = await ask(id, 'gone', { of: { ids: [999_999] }, decision: { is: 'here' } })
  expect(foreign.json().errors[0]).toMatchObject({ path: 'of', code: 'reference_unknown' })
})

test('a load that was let go takes what was decided about it along', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  await decide(id, {}, { is: 'here' })
  expect((await ask(id, 'drop', {})).statusCode).toBe(204)
  const refused = await ask(id, 'gone', { of: {}, decision: { is: 'here' } })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'load_not_compared'])
  expect((await compare(NEXT)).comparison.gone).toEqual({ all: 2, open: 2 })
})
