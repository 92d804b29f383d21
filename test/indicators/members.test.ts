import { beforeAll, describe, expect, test } from 'vitest'
import type { Sureness } from '../../src/modules/indicators/values/values.contract.ts'
import { addActor, type Person } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rowsOfWorkbook } from '../harness/workbook.ts'

const DATE = '2025-12-31'
const house = await openSampleHouse()
const { district } = house

let methodist: Person
let head: Person
let school: { id: number; code: string }

beforeAll(async () => {
  const db = house.services.database.reader(district.tenant)
  school = await db
    .selectFrom('registry.organisation')
    .select(['id', 'code'])
    .where('code', '=', 'Ш012')
    .executeTakeFirstOrThrow()
  methodist = await addActor(house, [{ tenant: district.tenant, role: 'methodist' }])
  head = await addActor(house, [{ tenant: district.tenant, role: 'head', organisation: school.id }])
}, 120_000)

type Members = {
  parts: { counted: number; rest: number; unknown: number; unsure: number }
  total: number
  definitionVersion: number
  items: {
    id: number
    label: string
    organisation: { code: string }
    unknown: string[]
    facts: { term: string | null; label: string; source: { file: string; row: number; load: number } | null }[]
  }[]
}
type Indicator = {
  code: string
  numerator?: number
  denominator?: number
  series?: { date: string; value?: number; numerator?: number; denominator?: number }[]
  slices?: Record<string, { key: string; numerator?: number; denominator?: number }[]>
}

async function members(who: Person, code: string, query: Record<string, string> = {}): Promise<Members> {
  const reply = await who.ask('GET', `/api/indicators/${code}/members?${new URLSearchParams({ date: DATE, ...query })}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const tallied = (named: Members['items']): Record<string, number> => {
  const tally: Record<string, number> = {}
  for (const reason of named.flatMap(({ unknown }) => unknown)) tally[reason] = (tally[reason] ?? 0) + 1
  return tally
}

async function figures(who: Person, query: string): Promise<Indicator[]> {
  const reply = await who.ask('GET', `/api/indicators?date=${DATE}&${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().indicators
}

const SHARES = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13']

describe('who is that: totals', () => {
  test.each(SHARES)('%s: those counted and the rest are as many as the figure says', async (code) => {
    const [indicator] = await figures(methodist, `code=${code}`)
    const { parts } = await members(methodist, code)
    expect(parts.counted).toBe(indicator?.numerator)
    expect(parts.counted + parts.rest).toBe(indicator?.denominator)
  })

  test.each(['P15', 'P16'])('%s: a count has no rest', async (code) => {
    const [indicator] = await figures(methodist, `code=${code}`)
    const { parts } = await members(methodist, code)
    expect(parts).toMatchObject({ counted: indicator?.series?.at(-1)?.value, rest: 0 })
  })
})

describe('who is that: every cell of every slice', () => {
  test.each(['P03', 'P10', 'P13', 'P08', 'P12'])(
    '%s',
    async (code) => {
      const [indicator] = await figures(methodist, `code=${code}&by=organisation&by=organisation_type&by=subject`)
      for (const [slice, rows] of Object.entries(indicator?.slices ?? {})) {
        for (const row of rows) {
          const { parts } = await members(methodist, code, { slice, key: row.key, size: '1' })
          expect([parts.counted, parts.counted + parts.rest], `${slice} ${row.key}`).toEqual([
            row.numerator,
            row.denominator,
          ])
        }
      }
    },
    120_000,
  )
})

test('a person comes with the facts, and each fact with file and row', async () => {
  const { items } = await members(methodist, 'P10', { slice: 'organisation', key: 'Ш012' })
  expect(items.length).toBeGreaterThan(0)
  for (const person of items) {
    expect(person.label).toMatch(/^\p{Lu}/u)
    expect(person.organisation.code).toBe('Ш012')
    const supports = person.facts.filter((fact) => ['mentored', 'member', 'attended'].includes(fact.term ?? ''))
    expect(supports.length, person.label).toBeGreaterThan(0)
    for (const fact of person.facts) {
      expect(fact.source, fact.label).toMatchObject({
        file: expect.stringMatching(/\.(xlsx|csv)$/),
        row: expect.any(Number),
        load: expect.any(Number),
      })
    }
  }
})

test('those not counted say why', async () => {
  const { items, parts } = await members(methodist, 'P04', { part: 'unknown' })
  expect(parts.unknown).toBeGreaterThan(0)
  expect(items).toHaveLength(parts.unknown)
  for (const person of items) expect(person.unknown).toEqual(['должность не классифицирована'])
})

test('how much of a figure is unsure is told with it, and leads to as many people', async () => {
  const reply = await methodist.ask('GET', `/api/indicators/sureness?date=${DATE}`)
  expect(reply.statusCode, reply.body).toBe(200)
  const { items }: { items: Sureness[] } = reply.json()
  for (const { code, base, unsure, reasons } of items) {
    const { parts, items: named } = await members(methodist, code, { part: 'unsure', size: '200' })
    expect(parts.unsure, code).toBe(unsure)
    expect(parts.unsure, code).toBeGreaterThanOrEqual(parts.unknown)
    expect(named, code).toHaveLength(Math.min(200, unsure))
    expect(parts.counted + parts.rest, code).toBe(base)
    if (unsure <= 200) expect(tallied(named), code).toEqual(Object.fromEntries(reasons.map((r) => [r.reason, r.count])))
  }
  expect(items.find(({ code }) => code === 'P04')).toMatchObject({
    reasons: [{ reason: 'должность не классифицирована' }],
  })
  expect(items.some(({ unsure }) => unsure === 0)).toBe(true)
})

test('a head is told of the own school, and nothing of figures of a closed purpose', async () => {
  const codes = async (who: Person): Promise<string[]> =>
    (await who.ask('GET', `/api/indicators/sureness?date=${DATE}`)).json().items.map(({ code }: Sureness) => code)
  const [all, own] = [await codes(methodist), await codes(head)]
  expect(own).toEqual(all.filter((code) => own.includes(code)))
  const one = async (who: Person) =>
    (await who.ask('GET', `/api/indicators/sureness?date=${DATE}&code=P10`)).json().items[0]
  expect((await one(head)).base).toBeLessThan((await one(methodist)).base)
})

test('pages neither repeat nor miss anybody', async () => {
  const seen = new Set<number>()
  for (let page = 1; page <= 4; page++) {
    for (const { id } of (await members(methodist, 'P10', { page: String(page), size: '50' })).items) seen.add(id)
  }
  expect(seen.size).toBe(169)
})

test('a head sees the own school only, and its sum as the total', async () => {
  const [whole] = await figures(methodist, 'code=P10&by=organisation')
  const mine = whole?.slices?.organisation?.find((row) => row.key === school.code)
  const [own] = await figures(head, 'code=P10&by=organisation')
  expect(own).toMatchObject({ numerator: mine?.numerator, denominator: mine?.denominator })
  expect(own?.slices?.organisation?.map((row) => row.key)).toEqual([school.code])
  expect((await members(head, 'P10')).parts.counted).toBe(mine?.numerator)
  expect((await members(head, 'P10', { slice: 'organisation', key: 'Ш001' })).parts).toEqual({
    counted: 0,
    unsure: 0,
    rest: 0,
    unknown: 0,
  })
})

test('passed or failed is an island: its names are for the methodist, small figures are hidden from others', async () => {
  const refused = await head.ask('GET', `/api/indicators/P09/members?date=${DATE}`)
  expect(refused.json()).toMatchObject({ status: 403, code: 'island_closed' })
  expect((await members(methodist, 'P09')).parts.counted).toBe(8)
  const [own] = await figures(head, 'code=P09')
  const [whole] = await figures(methodist, 'code=P09&by=organisation')
  const mine = whole?.slices?.organisation?.find((row) => row.key === school.code)
  expect(mine?.denominator ?? 0).toBeLessThan(5)
  expect(own).toMatchObject({ numerator: 0, denominator: 0 })
})

test('the list behind a figure is taken away whole, with facts and rows', async () => {
  const reply = await methodist.ask('GET', `/api/indicators/P10/members.xlsx?date=${DATE}&part=counted`)
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers['content-disposition']).toContain(`P10-counted-${DATE}.xlsx`)
  const [header, ...rows] = await rowsOfWorkbook(reply.rawPayload)
  expect(header).toEqual(['Кто', 'Код организации', 'Организация', 'Факты', 'Чего не знаем', 'Файл (строка)'])
  const { parts, items } = await members(methodist, 'P10')
  expect(rows).toHaveLength(parts.counted)
  expect(rows[0]?.[0]).toBe(items[0]?.label)
  expect(rows.every((row) => /\.(csv|xlsx) \(\d+\)/.test(row[5] ?? ''))).toBe(true)
  expect((await head.ask('GET', '/api/indicators/P09/members.xlsx')).statusCode).toBe(403)
})

test('a look at names is journalled with what was looked at', async () => {
  await members(methodist, 'P11', { size: '3' })
  const entry = await house.services.database.write(district.tenant, (tx) =>
    tx
      .selectFrom('platform.journal')
      .selectAll()
      .where('account_id', '=', methodist.account)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  expect(entry).toMatchObject({
    action: 'listIndicatorMembers',
    object_kind: 'indicator',
    details: { date: DATE, part: 'counted', members: expect.any(Array) },
  })
})

test.each([
  ['date=2025-02-30', 'date'],
  ['part=everybody', 'part'],
  ['slice=organisation', 'key'],
  ['key=%D0%A8001', 'slice'],
  ['slice=nothing&key=x', 'slice'],
  ['slice=organisation&key=none', 'key'],
  ['size=5000', 'size'],
])('%s is refused and %s named', async (query, path) => {
  const reply = await methodist.ask('GET', `/api/indicators/P10/members?${query}`)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors[0]).toMatchObject({ path })
})

test('an unknown indicator is not found', async () => {
  expect((await methodist.ask('GET', '/api/indicators/P99/members')).statusCode).toBe(404)
})
