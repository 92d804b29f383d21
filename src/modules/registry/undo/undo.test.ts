import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { sqlState } from '../../../platform/db/db.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from '../loads/loads.fixture.ts'

const house = await openTestHouse({ work: true })
const { at, begin, ended, load } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const POOLS = 'Вид;Фамилия;Имя;Дата рождения;Включён\nрезерв;Орлова;Анна;01.05.1980;01.02.2024\n'
const START = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA }

const plan = async (id: number) => (await at.methodist.ask('GET', `/api/loads/${id}/undo`)).json()
const ask = async (id: number) => await at.methodist.ask('POST', `/api/loads/${id}/undo`)
const person = async () => (await at.methodist.ask('GET', '/api/people?q=орлова')).json().items[0]
const card = async (id: number) => (await at.methodist.ask('GET', `/api/people/${id}`)).json()

async function undo(id: number) {
  const reply = await ask(id)
  expect(reply.statusCode, reply.body).toBe(201)
  return await ended(reply.json().id)
}

test('what it would do is told before; then the load is marked, the undo stands in the list, the card tells it', async () => {
  await load(START)
  const { id } = await person()
  const second = await load({ 'staff.xlsx': STAFF + ANNA.replace(';1;да;', ';0,5;да;') })
  expect((await card(id)).employments[0]).toMatchObject({ rate: 0.5 })
  expect(await plan(second.id)).toMatchObject({
    removed: [],
    restored: [{ what: 'registry.employment', count: 1, label: '1 место работы' }],
    obstacles: [],
  })
  const done = await undo(second.id)
  expect(done).toMatchObject({ state: 'done', undoes: second.id, can: [] })
  expect((await card(id)).employments[0]).toMatchObject({ rate: 1, origins: {} })
  const marked = (await at.methodist.ask('GET', `/api/loads/${second.id}`)).json()
  expect(marked).toMatchObject({ takenBack: { id: done.id, by: expect.any(String) }, can: [], waitingRows: 0 })
  const [told] = (await at.methodist.ask('GET', `/api/people/${id}/revisions`)).json().items
  expect(told).toMatchObject({ load: second.id, can: [], fields: [{ field: 'rate', before: '0.5', after: '1' }] })
  const again = await at.methodist.ask('POST', `/api/people/${id}/revisions/${told.id}/undo`)
  expect([again.statusCode, again.json().code]).toEqual([409, 'made_by_undo'])
  const twice = await ask(second.id)
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'load_undone'])
})

test('what was built on it since refuses it, by hand, by a record and by a later load; taken away it goes', async () => {
  const first = await load(START)
  const anna = await person()
  const [place] = (await card(anna.id)).employments
  const pools = await load({ 'pools.csv': POOLS })
  const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const path = `/api/employments/${place.id}`
  await at.methodist.ask('PATCH', path, { payload: { rate: 0.25 }, ...match(place.version) })
  await load({ 'organisations.xlsx': ORGANISATIONS })
  const { obstacles } = await plan(first.id)
  expect(obstacles).toMatchObject([
    { reason: 'changed_since', what: 'registry.employment', load: null, people: [{ id: anna.id }] },
    { reason: 'referred', what: 'talent.pool_membership', load: { id: pools.id }, people: [{ id: anna.id }] },
    { reason: 'confirmed', what: 'registry.organisation', count: 1 },
  ])
  const refused = await ask(first.id)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'undo_blocked'])

  const [change] = (await at.methodist.ask('GET', `/api/people/${anna.id}/revisions`)).json().items
  await at.methodist.ask('POST', `/api/people/${anna.id}/revisions/${change.id}/undo`)
  await undo(obstacles[2].load.id)
  await undo(pools.id)
  expect((await plan(first.id)).obstacles).toEqual([])
  await undo(first.id)
  expect((await at.methodist.ask('GET', '/api/people')).json().total).toBe(0)
  const anew = await load(START)
  expect(anew.answer.files.map((file: { unchanged: number }) => file.unchanged)).toEqual([0, 0])
})

test('rows mended on the page go along; a row that another load had mended waits again', async () => {
  await load({ 'organisations.xlsx': ORGANISATIONS })
  const first = await load({ 'staff.xlsx': STAFF + ANNA.replace('01.05.1980', '31.02.1980') })
  expect(first.waitingRows).toBe(1)
  const second = await load({ 'staff.xlsx': STAFF + ANNA })
  const waits = async () => (await at.methodist.ask('GET', `/api/loads/${first.id}`)).json().waitingRows
  expect(await waits()).toBe(0)
  expect(await plan(second.id)).toMatchObject({ waiting: 1 })
  await undo(second.id)
  expect(await waits()).toBe(1)

  const { items, sheets } = (await at.methodist.ask('GET', `/api/loads/${first.id}/faulty-rows`)).json()
  const place = sheets[0].columns.find((column: { header: string }) => column.header === 'Дата рождения').place
  const payload = { rows: [{ id: items[0].id, cells: [{ place, text: '01.05.1980' }] }] }
  const mending = await at.methodist.ask('POST', `/api/loads/${first.id}/mendings`, { payload })
  await ended(mending.json().id)
  expect((await plan(first.id)).removed.map(({ what }: { what: string }) => what)).toContain('registry.person')
  await undo(first.id)
  expect((await at.methodist.ask('GET', '/api/people')).json().total).toBe(0)
})

test('a load that is not done, or is itself an undo, cannot be taken back', async () => {
  const id = await begin({ 'organisations.xlsx': ORGANISATIONS })
  await ended(id)
  const back = await undo(id)
  const refused = await ask(back.id)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'undo_impossible'])
})

test('people are referred to by registry.refer: a foreign key would be asked once for each person that goes', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.conrelid::regclass::text as name from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'registry.person'::regclass order by 1`.execute(
    house.services.database.reader(null),
  )
  expect(rows).toEqual([])
})

test('somebody referred to stays, and nobody who is not there is referred to, also by a row that moves', async () => {
  await load(START)
  const { id } = await person()
  const refused = async (statement: RawBuilder<unknown>): Promise<string> =>
    await house.services.database
      .write(at.tenant, (tx) => statement.execute(tx))
      .then(
        () => 'taken',
        (error) => sqlState(error) ?? '',
      )
  const FOREIGN_KEY = '23503'
  expect(await refused(sql`update registry.employment set person_id = 0 where person_id = ${id}`)).toBe(FOREIGN_KEY)
  expect(await refused(sql`delete from registry.person where id = ${id}`)).toBe(FOREIGN_KEY)
  expect(await refused(sql`update registry.employment set rate = rate where person_id = ${id}`)).toBe('taken')
})
