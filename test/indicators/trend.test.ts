import { expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import { addActor, addDistrict, type Person } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rowsOfWorkbook as rowsOf } from '../harness/workbook.ts'

const DECEMBER = '2025-12-31'
const house = await openSampleHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant, code, region } = house.district
const neighbour = await addDistrict(house, { seeds, region })
const [department, atRegion, head, elsewhere] = await Promise.all([
  addActor(house, [{ tenant, role: 'department' }]),
  addActor(house, [{ tenant, role: 'region', region }]),
  headOfSomebody(),
  addActor(house, [{ tenant: neighbour.tenant, role: 'department' }]),
])

/** The head of a school that the spreadsheets tell of. */
async function headOfSomebody(): Promise<Person> {
  const { id: organisation } = await house.services.database
    .reader(tenant)
    .selectFrom('registry.organisation')
    .select('id')
    .where('code', '=', 'Ш001')
    .executeTakeFirstOrThrow()
  return await addActor(house, [{ tenant, role: 'head', organisation }])
}

type Point = { date: string; numerator?: number; denominator?: number; value?: number | null }
type Told = Point & { code: string; series?: Point[]; points: (Point & { snapshot: { title: string } | null })[] }

async function ask(who: Person, path: string, query: Record<string, string> = {}): Promise<Told[]> {
  const reply = await who.ask('GET', path, { query })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().indicators
}

const figures = async (who: Person, date: string): Promise<unknown[][]> =>
  (await ask(who, '/api/indicators', { date })).map((one) => [one.code, ...amounts(one.series?.at(-1) ?? one)])

const amounts = ({ numerator, denominator, value }: Point): unknown[] => [numerator, denominator, value]

const pointsOn = (trends: Told[], date: string): unknown[][] =>
  trends.map(({ code: of, points }) => {
    const point = points.find((one) => one.date === date)
    return [of, ...(point ? amounts(point) : [])]
  })

test('the last quarters and the day itself, each as it would be asked for alone', async () => {
  const trends = await ask(department, '/api/indicators/trend', { date: '2025-11-22', points: '4' })
  const days = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-11-22']
  for (const trend of trends) expect(trend.points.map(({ date }) => date)).toEqual(days)
  for (const day of days) expect(pointsOn(trends, day)).toEqual(await figures(department, day))
})

test('by hand: the tenth on two days of the truth', async () => {
  const [trend] = await ask(department, '/api/indicators/trend', { date: DECEMBER, code: 'P10' })
  expect(trend).toMatchObject({ code: 'P10', subject: 'person', restarts: 'calendar_year' })
  expect(trend?.points.at(-1)).toMatchObject({ numerator: 169, denominator: 273, snapshot: null })
})

test.each([
  ['month', ['2025-09-30', '2025-10-31', '2025-11-22']],
  ['year', ['2023-11-22', '2024-11-22', '2025-11-22']],
])('by the %s', async (step, days) => {
  const [trend] = await ask(department, '/api/indicators/trend', { date: '2025-11-22', code: 'P02', points: '3', step })
  expect(trend?.points.map(({ date }) => date)).toEqual(days)
})

test('whoever reaches a school gets the way of the school', async () => {
  const trends = await ask(head, '/api/indicators/trend', { date: DECEMBER, points: '2' })
  expect(pointsOn(trends, DECEMBER)).toEqual(await figures(head, DECEMBER))
  const [own] = await ask(head, '/api/indicators/trend', { date: DECEMBER, code: 'P02' })
  const [all] = await ask(department, '/api/indicators/trend', { date: DECEMBER, code: 'P02' })
  expect(own?.points.at(-1)?.denominator).toBeLessThan(all?.points.at(-1)?.denominator ?? 0)
})

test('frozen figures stand where there are such, for who sees them', async () => {
  const taken = await department.ask('POST', '/api/snapshots', { payload: { date: '2025-05-15', title: 'Май' } })
  expect(taken.statusCode, taken.body).toBe(201)
  const query = { date: DECEMBER, code: 'P10' }
  const [seen] = await ask(department, '/api/indicators/trend', query)
  const may = seen?.points.find(({ date }) => date === '2025-05-15')
  expect(may?.snapshot).toMatchObject({ title: 'Май' })
  expect(['P10', ...amounts(may ?? { date: '' })]).toEqual(
    (await figures(department, '2025-05-15')).find(([of]) => of === 'P10'),
  )
  const [unseen] = await ask(head, '/api/indicators/trend', query)
  expect(unseen?.points.every(({ snapshot }) => snapshot === null)).toBe(true)
  const { id } = taken.json()
  const payload = { number: '1-р', date: '2025-06-01', signatory: 'Начальник отдела' }
  const headers = { 'if-match': '"1"' }
  await department.ask('POST', `/api/snapshots/${id}/approve`, { payload, headers })
  const [own] = await ask(head, '/api/indicators/trend', { ...query, code: 'P02' })
  const frozen = own?.points.find(({ date }) => date === '2025-05-15')
  expect(['P02', ...amounts(frozen ?? { date: '' })]).toEqual(
    (await figures(head, '2025-05-15')).find(([of]) => of === 'P02'),
  )
})

test.each([{ points: '13' }, { points: '1' }, { step: 'week' }, { date: '2025-02-30' }])(
  '%o is refused',
  async (query) => {
    expect((await department.ask('GET', '/api/indicators/trend', { query })).statusCode).toBe(422)
  },
)

test('the districts of a region side by side are each as it is told in the district', async () => {
  const headers = { 'rost-district': code }
  const reply = await atRegion.ask('GET', '/api/region/indicators', { query: { date: DECEMBER }, headers })
  expect(reply.statusCode, reply.body).toBe(200)
  const { districts, indicators } = reply.json()
  expect(indicators).toHaveLength(16)
  const told = new Map<string, Told[]>(
    districts.map((one: { code: string; figures: Told[] }) => [one.code, one.figures]),
  )
  expect([...told.keys()].sort()).toEqual([code, neighbour.code].sort())
  const here = told.get(code)?.map((one) => [one.code, ...amounts(one)])
  expect(here).toEqual(await figures(department, DECEMBER))
  const there = told.get(neighbour.code)?.map((one) => [one.code, ...amounts(one)])
  expect(there?.filter(([of]) => of !== 'P09')).toEqual(
    (await figures(elsewhere, DECEMBER)).filter(([of]) => of !== 'P09'),
  )
  for (const other of [department, head]) {
    expect((await other.ask('GET', '/api/region/indicators')).statusCode).toBe(403)
  }
})

test('a district that counts otherwise is told apart', async () => {
  const body = { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: [] }
  const payload = { titleRu: 'Иначе', titleEn: 'Otherwise', validFrom: '2025-01-01', body }
  const changed = await elsewhere.ask('POST', '/api/indicator-definitions/P16/editions', {
    payload,
    headers: { 'if-match': '"1"' },
  })
  expect(changed.statusCode, changed.body).toBeLessThan(300)
  const query = { date: DECEMBER, code: 'P16' }
  const reply = await atRegion.ask('GET', '/api/region/indicators', { query, headers: { 'rost-district': code } })
  const differs = reply.json().districts.map((one: { figures: { differs: boolean }[] }) => one.figures[0]?.differs)
  expect(differs.toSorted()).toEqual([false, true])
})

test('all slices as a workbook, beside another day', async () => {
  const query = { date: DECEMBER, before: '2025-05-15' }
  const reply = await department.ask('GET', '/api/indicators/P10/slices.xlsx', { query })
  expect(reply.statusCode, reply.body).toBe(200)
  const total = await rowsOf(reply.rawPayload, 'Всего')
  expect(total[1]?.slice(2, 4).map(Number)).toEqual([169, 273])
  const [computed] = await ask(department, '/api/indicators', { date: DECEMBER, code: 'P10', by: 'organisation' })
  const rows = await rowsOf(reply.rawPayload, 'По организациям')
  expect(rows.length - 1).toBeGreaterThanOrEqual(
    (computed as unknown as { slices: { organisation: [] } }).slices.organisation.length,
  )
  expect((await department.ask('GET', '/api/indicators/P77/slices.xlsx')).statusCode).toBe(404)
})

test('how old the data are is told to who sees figures', async () => {
  const reply = await department.ask('GET', '/api/indicators/data-age')
  expect(Date.parse(reply.json().loadedAt)).toBeLessThanOrEqual(Date.now())
  expect((await elsewhere.ask('GET', '/api/indicators/data-age')).json()).toEqual({ loadedAt: null })
})
