import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from './loads.fixture.ts'

const house = await openTestHouse({ work: true })
const { at, load, faulty, look, ended } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const wrong = ANNA.replace(';1;да;', ';0;да;')
const other = ANNA.replace('Анна', 'Вера').replace('Ш1', 'Ш9')
const waiting = async (...loads: readonly { readonly id: number }[]) =>
  await Promise.all(loads.map(async ({ id }) => (await look(id)).waitingRows))

async function undo({ id }: { readonly id: number }) {
  const reply = await at.methodist.ask('POST', `/api/loads/${id}/undo`)
  expect(reply.statusCode, reply.body).toBe(201)
  return await ended(reply.json().id)
}

test('a row that comes again and is refused again waits once, in the latest load; the earlier one says where', async () => {
  const first = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + wrong + other })
  const second = await load({
    'кадры за май.csv': STAFF + wrong.replace('учитель', 'методист') + wrong.replace('0;да', '-1;да'),
  })
  expect(await waiting(first, second)).toEqual([1, 2])
  const { items } = await faulty(first.id, '?state=overtaken')
  expect(items).toMatchObject([{ row: 2, column: 'Ставка', mendedAt: null }])
  expect((await look(first.id)).overtaken).toEqual([{ load: second.id, createdAt: second.createdAt, rows: 1 }])
  const tasks = (await at.methodist.ask('GET', '/api/tasks')).json()
  expect(JSON.stringify(tasks)).toContain('"count":3')

  await load({ 'staff.xlsx': STAFF + ANNA })
  expect(await waiting(first, second)).toEqual([1, 1])
  expect((await faulty(first.id, '?state=mended')).items).toMatchObject([{ id: items[0].id }])
})

test('it waits again when the later load is taken back, and moves on to the one after', async () => {
  const first = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + wrong })
  const [second, third] = [await load({ 'staff.xlsx': STAFF + wrong }), await load({ 'staff.xlsx': STAFF + wrong })]
  expect(await waiting(first, second, third)).toEqual([0, 0, 1])
  const plan = async (id: number) => (await at.methodist.ask('GET', `/api/loads/${id}/undo`)).json()
  expect(await plan(second.id)).toMatchObject({ obstacles: [], forgotten: 0, waiting: 0 })
  await undo(second)
  expect(await waiting(first, third)).toEqual([0, 1])
  expect((await look(first.id)).overtaken).toMatchObject([{ load: third.id, rows: 1 }])
  expect(await plan(third.id)).toMatchObject({ obstacles: [], forgotten: 1, waiting: 1 })
  await undo(third)
  expect(await waiting(first)).toEqual([1])
})

test('one that somebody left out is not brought back by it, nor overtaken', async () => {
  const first = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + wrong })
  const { items } = await faulty(first.id)
  await at.methodist.ask('PATCH', `/api/faulty-rows/${items[0].id}`, { payload: { leftOut: true } })
  const second = await load({ 'staff.xlsx': STAFF + wrong })
  expect(await waiting(first, second)).toEqual([0, 1])
  expect((await faulty(first.id, '?state=left-out')).items).toMatchObject([{ id: items[0].id }])
  expect((await faulty(first.id, '?state=overtaken')).total).toBe(0)
})
