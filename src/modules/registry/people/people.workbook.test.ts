import { expect, test } from 'vitest'
import type { Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { addValue, hire, openDistrict } from './people.fixture.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { tenant, school, lyceum, methodist, head } = district
const physics = await addValue(house, tenant, 'subject', 'Физика')

await hire(
  methodist,
  district,
  { surname: 'Иванова', patronymic: null },
  { subjectIds: [physics], experienceSince: '2004-09-01' },
)
await hire(methodist, district, { surname: '=cmd|calc', givenName: '+1' }, { organisationId: lyceum, rate: 0.25 })

async function exported(actor: Person, query: Record<string, string> = {}): Promise<string[][]> {
  const reply = await actor.ask('GET', '/api/people.xlsx', { query })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers['content-disposition']).toMatch(/people-\d{4}-\d\d-\d\d\.xlsx/)
  return await rowsOfWorkbook(reply.rawPayload, 'Люди')
}

test('the list is taken away with its columns; what looks like a formula stays a text', async () => {
  const [header, formula, ivanova] = await exported(methodist)
  expect(header).toEqual(expect.arrayContaining(['Фамилия', 'Дата рождения', 'Организация', 'Предметы', 'Стаж с']))
  const at = (row: string[] | undefined, column: string): string => row?.[header?.indexOf(column) ?? -1] ?? ''
  expect([at(formula, 'Фамилия'), at(formula, 'Имя'), at(formula, 'Ставка')]).toEqual(['=cmd|calc', '+1', '0,25'])
  expect([at(ivanova, 'Предметы'), at(ivanova, 'Стаж с'), at(ivanova, 'Отчество')]).toEqual([
    'Физика',
    '01.09.2004',
    '',
  ])
})

test('the filters of the list, chosen people and the reach hold', async () => {
  expect(await exported(methodist, { organisation: String(school) })).toHaveLength(2)
  expect(await exported(methodist, { q: 'никого' })).toHaveLength(1)
  expect(await exported(head)).toHaveLength(2)
  const { items } = (await methodist.ask('GET', '/api/people', { query: { q: 'иванова', with: 'details' } })).json()
  expect(items[0].employment).toMatchObject({ subjects: ['Физика'], category: null, experienceSince: '2004-09-01' })
  expect(await exported(methodist, { id: String(items[0].id) })).toHaveLength(2)
})

test('that it was taken away is journalled, without what was typed', async () => {
  await exported(methodist, { q: 'иванова' })
  const row = await house.services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select('details')
    .where('action', '=', 'exportPeople')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(row.details).toMatchObject({ byName: true, people: 1 })
  expect(JSON.stringify(row.details)).not.toMatch(/иванова/i)
})
