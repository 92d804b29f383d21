import { beforeAll, expect, test } from 'vitest'
import { addActor, type Person } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rowsOfWorkbook } from '../harness/workbook.ts'

const house = await openSampleHouse()
const { tenant } = house.district
const YOUNG = { all: [{ term: 'pedagogue' }, { term: 'age', under: 35 }, { term: 'mentored', when: { at: 'date' } }] }

let methodist: Person
let head: Person

beforeAll(async () => {
  const { id } = await house.services.database
    .reader(tenant)
    .selectFrom('registry.organisation')
    .select('id')
    .where('code', '=', 'Ш012')
    .executeTakeFirstOrThrow()
  methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  head = await addActor(house, [{ tenant, role: 'head', organisation: id }])
}, 120_000)

const select = (who: Person, population: object, subject = 'person') =>
  who.ask('POST', '/api/populations/members.xlsx', { payload: { subject, population, date: '2025-12-31' } })

test('whoever matches is on the list, as many as the preview says, with the conditions beside', async () => {
  const payload = { subject: 'person', population: YOUNG, date: '2025-12-31' }
  const preview = (await methodist.ask('POST', '/api/populations/preview', { payload })).json()
  const reply = await select(methodist, YOUNG)
  expect(reply.statusCode, reply.body).toBe(200)
  const [header, ...rows] = await rowsOfWorkbook(reply.rawPayload, 'Список')
  expect(header).toEqual(['Кто', 'Код организации', 'Организация'])
  expect(rows).toHaveLength(preview.counts.matched)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.slice(0, 10).map(([name]) => name)).toEqual(
    preview.names.matched.map(({ label }: { label: string }) => label),
  )
  expect(await rowsOfWorkbook(reply.rawPayload, 'Условия')).toEqual([[preview.sentence.ru]])
})

test('a head gets the own people only; what rests on scores stays closed', async () => {
  const own = await rowsOfWorkbook((await select(head, { term: 'pedagogue' })).rawPayload)
  expect(new Set(own.slice(1).map(([, organisation]) => organisation))).toEqual(new Set(['Ш012']))
  const closed = { term: 'diagnosed', where: { passed: { is: true } }, when: { by: 'date' } }
  expect((await select(head, closed)).json()).toMatchObject({ status: 403, code: 'island_closed' })
  expect((await select(methodist, closed)).statusCode).toBe(200)
  const teacher = await addActor(house, [{ tenant, role: 'teacher' }])
  expect((await select(teacher, YOUNG)).statusCode).toBe(403)
})

test.each([
  [{ term: 'nothing' }, 'population'],
  [{ all: 'x' }, 'population'],
])('%o is refused by its path', async (population, path) => {
  const reply = await select(methodist, population)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors[0].path).toContain(path)
})
