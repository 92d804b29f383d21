import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { exactFacts } from '../../../../test/property/facts.ts'
import { modules } from '../../../modules.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from '../loads/loads.fixture.ts'
import type { Difference } from './comparison.contract.ts'

const house = await openTestHouse({ work: true })
const { database } = house.services
const { at, compare, ended, load, look } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const IVAN = 'Ш1;Седов;Иван;;02.03.1990;;учитель;1;да;01.09.2015\n'
const START = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA + IVAN }
const NEXT = {
  'staff.xlsx':
    STAFF +
    ANNA.replace(';1;да;', ';0,5;да;') +
    'Ш1;Новая;Вера;;07.08.1995;;логопед;1;да;01.09.2024\n' +
    'Ш1;Битый;Пётр;;31.02.1990;;учитель;1;да;01.09.2024\n',
}

const differences = async (id: number, query = ''): Promise<Difference[]> =>
  (await at.methodist.ask('GET', `/api/loads/${id}/differences${query}`)).json().items
const press = async (id: number, what: string) => await at.methodist.ask('POST', `/api/loads/${id}/${what}`)

test('what would be new, changed, gone and faulty is told by record and field; nothing is written', async () => {
  await load(START)
  const before = await exactFacts(database, at.tenant)
  const compared = await compare(NEXT)
  expect(compared).toMatchObject({
    state: 'compared',
    answer: null,
    can: ['take', 'compare', 'drop'],
    waitingRows: 0,
    comparison: {
      isStale: false,
      files: [
        { file: 'staff.xlsx', rows: 3, new: 1, changed: 1, unchanged: 0, faulty: 1, gone: 1, fields: { Ставка: 1 } },
      ],
      people: { new: 1, changed: 0 },
    },
  })
  expect(await exactFacts(database, at.tenant)).toEqual(before)
  const id: number = compared.id
  const [changed] = await differences(id, '?kind=changed')
  expect(changed).toMatchObject({
    row: 2,
    label: 'Орлова Анна',
    fields: [{ header: 'Ставка', before: '1', after: '0,5' }],
  })
  const [added] = await differences(id, '?kind=new')
  expect(added).toMatchObject({ row: 3, label: 'Новая Вера' })
  expect(added?.fields).toContainEqual({ header: 'Должность', before: null, after: 'логопед' })
  expect(added?.fields).toContainEqual({ header: 'Принят', before: null, after: '01.09.2024' })
  const [gone] = await differences(id, '?kind=gone')
  expect(gone).toMatchObject({ row: null, label: 'Седов Иван', code: 'nowhere', personId: expect.any(Number) })
  const [faulty] = await differences(id, '?kind=faulty')
  expect(faulty).toMatchObject({ row: 4, column: 'Дата рождения', code: 'date_invalid', message: expect.any(String) })
  expect(await differences(id, `?field=${encodeURIComponent('Ставка')}&q=${encodeURIComponent('орлов')}`)).toEqual([
    changed,
  ])
  expect(await differences(id, '?q=3')).toEqual([added])
  expect(await differences(id, '?file=other.csv')).toEqual([])
})

test('taken it is an ordinary load; who presses twice is told', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  expect((await press(id, 'take')).statusCode).toBe(201)
  const done = await ended(id)
  expect(done).toMatchObject({ state: 'done', can: ['undo'], waitingRows: 1 })
  expect(done.answer.files).toMatchObject([{ accepted: 2, updated: 1, unchanged: 0 }])
  const twice = await press(id, 'take')
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'load_not_compared'])
})

test('what changed since is told, and it may be compared anew', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  await load({ 'staff.xlsx': NEXT['staff.xlsx'] })
  expect((await look(id)).comparison.isStale).toBe(true)
  expect((await press(id, 'compare')).statusCode).toBe(201)
  const again = await ended(id)
  expect(again.comparison).toMatchObject({ isStale: false, files: [{ new: 0, changed: 0, unchanged: 2, faulty: 1 }] })
  expect(await differences(id, '?kind=changed')).toEqual([])
  const anna = (await at.methodist.ask('GET', '/api/people?q=орлова')).json().items[0]
  const [place] = (await at.methodist.ask('GET', `/api/people/${anna.id}`)).json().employments
  const headers = { 'if-match': `"${place.version}"` }
  await at.methodist.ask('PATCH', `/api/employments/${place.id}`, { payload: { rate: 0.75 }, headers })
  expect((await look(id)).comparison.isStale).toBe(true)
})

test('let go, its files and what they would change are forgotten', async () => {
  await load(START)
  const { id } = await compare(NEXT)
  expect((await press(id, 'drop')).statusCode).toBe(204)
  expect(await look(id)).toMatchObject({ state: 'dropped', can: [], files: [{ kept: false }] })
  expect(await differences(id)).toEqual([])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from registry.load_difference`.execute(
    database.reader(at.tenant),
  )
  expect(rows).toEqual([{ n: 0 }])
})
