import { beforeAll, expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import { addActor, addDistrict, type Person } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'

const house = await openSampleHouse()
const { district } = house
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
let methodist: Person
let department: Person

beforeAll(async () => {
  methodist = await addActor(house, [{ tenant: district.tenant, role: 'methodist' }])
  department = await addActor(house, [{ tenant: district.tenant, role: 'department' }])
}, 120_000)

const DEPUTIES = {
  kind: 'share',
  subject: 'person',
  of: { term: 'position', is: 'зам. директора' },
  who: { term: 'trained', where: { hours: { from: 36 } }, when: { lastMonths: 36 } },
  slices: ['organisation'],
}
const NO_PASSPORT = {
  ...{ number: null, unit: null, purpose: null, period: null },
  ...{ source: null, monitoring: null, responsible: null, contact: null },
}
/** As a client does that has just seen the card. */
async function change(code: string, place: string, payload: object, method: 'POST' | 'PUT' = 'POST') {
  const { version } = (await methodist.ask('GET', `/api/indicator-definitions/${code}`)).json()
  const headers = { 'if-match': `"${version}"` }
  return await methodist.ask(method, `/api/indicator-definitions/${code}/${place}`, { payload, headers })
}
const edition = (body: object, validFrom = '2024-01-01') => ({
  titleRu: 'Заместители, обученные за три года',
  titleEn: 'Deputies trained in three years',
  body,
  validFrom,
  orderReference: 'приказ № 5',
})

test('the sixteen stand as ordinary definitions, said in words', async () => {
  const reply = await methodist.ask('GET', '/api/indicator-definitions', { headers: { 'accept-language': 'ru' } })
  const { items } = reply.json()
  expect(items).toHaveLength(16)
  expect(items[9]).toMatchObject({
    code: 'P10',
    version: 1,
    sentence: expect.stringContaining('педагоги в возрасте до 35 лет с педагогическим стажем до 3 лет'),
  })
})

test('an indicator is defined, counted, replaced from a day on, and retired', async () => {
  const created = await methodist.ask('POST', '/api/indicator-definitions', {
    payload: { code: 'D1', ...edition(DEPUTIES) },
  })
  expect(created.statusCode, created.body).toBe(201)
  const at = async (date: string) =>
    (await methodist.ask('GET', `/api/indicators?date=${date}&code=D1&by=organisation`)).json().indicators
  const [first] = await at('2025-12-31')
  expect(first.denominator).toBeGreaterThan(0)

  const all = { ...DEPUTIES, of: { any: [{ term: 'position', is: ['заместитель директора', 'директор'] }] } }
  const replaced = await change('D1', 'editions', edition(all, '2025-07-01'))
  expect(replaced.json()).toMatchObject({
    code: 'D1',
    version: 2,
    items: [{ version: 2, validFrom: '2025-07-01' }, {}],
  })
  const [after] = await at('2025-12-31')
  const [before] = await at('2025-06-30')
  expect(after.denominator).toBeGreaterThan(before.denominator)
  const editions = (await methodist.ask('GET', '/api/indicator-definitions/D1')).json().items
  expect(editions.map((e: { version: number; validUntil: string | null }) => [e.version, e.validUntil])).toEqual([
    [2, null],
    [1, '2025-06-30'],
  ])

  const retired = await change('D1', 'retirement', { lastDay: '2025-12-31' })
  expect(retired.statusCode).toBe(201)
  expect(await at('2026-01-01')).toEqual([])
  expect(await at('2025-12-31')).toHaveLength(1)
  expect((await change('D1', 'retirement', { lastDay: '2025-12-31' })).json()).toMatchObject({
    code: 'indicator_retired',
  })
  const listed = async (query: string) =>
    (await methodist.ask('GET', `/api/indicator-definitions?${query}`))
      .json()
      .items.map((i: { code: string }) => i.code)
  expect(await listed('date=2026-01-01')).not.toContain('D1')
  expect((await listed('every=yes')).at(-1)).toBe('D1')

  // Counted again later: in between it is not counted, before it is as it was.
  expect((await change('D1', 'editions', edition(DEPUTIES, '2026-03-01'))).statusCode).toBe(201)
  expect(await at('2026-01-01')).toEqual([])
  expect(await at('2026-03-01')).toHaveLength(1)
  expect(await at('2025-12-31')).toEqual([after])
})

test('who changes an older card is told so, whatever was changed', async () => {
  await methodist.ask('POST', '/api/indicator-definitions', { payload: { code: 'D2', ...edition(DEPUTIES) } })
  const seen = (await methodist.ask('GET', '/api/indicator-definitions/D2')).headers.etag
  expect((await change('D2', 'passport', { ...NO_PASSPORT, purpose: 'видеть обучение' }, 'PUT')).json()).toMatchObject({
    version: 2,
    passport: { purpose: 'видеть обучение', unit: null },
  })
  for (const [place, payload] of [
    ['editions', edition(DEPUTIES, '2025-07-01')],
    ['retirement', { lastDay: '2025-12-31' }],
  ] as const) {
    const headers = { 'if-match': String(seen) }
    const reply = await methodist.ask('POST', `/api/indicator-definitions/D2/${place}`, { payload, headers })
    expect(reply.json()).toMatchObject({ status: 412, code: 'version_conflict' })
  }
  expect((await methodist.ask('GET', '/api/indicator-definitions/D2')).json().items).toHaveLength(1)
})

test('of two who change it at once one is told', async () => {
  await methodist.ask('POST', '/api/indicator-definitions', { payload: { code: 'D3', ...edition(DEPUTIES) } })
  const replies = await Promise.all([
    change('D3', 'editions', edition(DEPUTIES, '2025-07-01')),
    change('D3', 'editions', edition(DEPUTIES, '2025-08-01')),
    change('D3', 'retirement', { lastDay: '2025-12-31' }),
  ])
  const codes = replies.map(({ statusCode }) => statusCode)
  expect(codes.filter((code) => code === 201).length).toBeGreaterThan(0)
  expect(codes.filter((code) => code >= 500)).toEqual([])
  const { version, items } = (await methodist.ask('GET', '/api/indicator-definitions/D3')).json()
  expect(version).toBe(1 + codes.filter((code) => code === 201).length)
  expect(items.filter((one: { validUntil: string | null }) => one.validUntil === null).length).toBeLessThan(2)
})

test('one of the sixteen is versioned like any other, and its frozen past is not touched', async () => {
  const { items } = (await methodist.ask('GET', '/api/indicator-definitions/P11')).json()
  const { body, titleRu, titleEn } = items[0]
  const next = { titleRu, titleEn, body, validFrom: '2026-01-01', orderReference: 'приказ № 7' }
  expect((await change('P11', 'editions', next)).json().items[0]).toMatchObject({
    version: 2,
    orderReference: 'приказ № 7',
  })
})

test.each([
  [{ ...DEPUTIES, of: { term: 'wizard' } }, 'body.of.term', 'term_unknown'],
  [{ ...DEPUTIES, subject: 'dragon' }, 'body.subject', 'subject_unknown'],
  [{ ...DEPUTIES, slices: ['moon'] }, 'body.slices.0', 'slice_unknown'],
  [
    { ...DEPUTIES, who: { term: 'trained', where: { colour: { is: 'red' } } } },
    'body.who.where.colour',
    'field_unknown',
  ],
  [
    { ...DEPUTIES, who: { all: [{ term: 'trained', where: { kind: { is: 'дистанционная' } } }] } },
    'body.who.all.0.where.kind.is',
    'value_not_in_list',
  ],
  [{ ...DEPUTIES, who: { term: 'trained', when: { at: 'date' } } }, 'body.who.when', 'when_needs_interval'],
  [{ ...DEPUTIES, who: { term: 'member', when: { during: 'calendar_year' } } }, 'body.who.when', 'when_needs_day'],
  [{ ...DEPUTIES, who: { term: 'position', from: 5 } }, 'body.who', 'bounds_need_number'],
  [
    { ...DEPUTIES, who: { term: 'trained', total: { field: 'topic', atLeast: 5 } } },
    'body.who.total.field',
    'field_not_a_number',
  ],
])('a definition the language does not know is refused: %#', async (body, path, code) => {
  const reply = await methodist.ask('POST', '/api/indicator-definitions', {
    payload: { code: 'BAD', ...edition(body) },
  })
  expect(reply.statusCode, reply.body).toBe(422)
  expect(reply.json().errors[0]).toMatchObject({ path, code, message: expect.not.stringContaining(code) })
})

test('a code is taken once', async () => {
  const reply = await methodist.ask('POST', '/api/indicator-definitions', {
    payload: { code: 'P01', ...edition(DEPUTIES) },
  })
  expect(reply.json().errors[0]).toMatchObject({ code: 'indicator_code_taken' })
})

test('December is frozen with the people and rows; later corrections stand beside it, never instead', async () => {
  const taken = await department.ask('POST', '/api/snapshots', {
    payload: { date: '2025-12-31', title: 'Декабрь 2025' },
  })
  expect(taken.statusCode, taken.body).toBe(201)
  const { id } = taken.json()
  const read = async () => (await department.ask('GET', `/api/snapshots/${id}`)).json()
  const frozen = await read()
  const p10 = (answer: { indicators: { code: string; numerator: number; denominator: number }[] }) =>
    answer.indicators.find((i) => i.code === 'P10')
  expect(p10(frozen)).toMatchObject({ numerator: 169, denominator: 273 })
  expect(frozen.restated).toEqual([])

  const { items, total } = (await methodist.ask('GET', `/api/snapshots/${id}/indicators/P10/members?size=200`)).json()
  expect(total).toBe(169)
  expect(items[0]).toMatchObject({
    label: expect.stringMatching(/^\p{L}/u),
    evidence: expect.arrayContaining([{ table: 'registry.employment', id: expect.any(Number) }]),
  })

  await house.services.database.write(district.tenant, async (tx) => {
    await tx.deleteFrom('mentoring.pair').execute()
  })
  const later = await read()
  expect(p10(later)).toEqual(p10(frozen))
  expect(later.restated).toEqual([{ code: 'P10', date: '2025-12-31', numerator: expect.any(Number), denominator: 273 }])
  expect(later.restated[0].numerator).toBeLessThan(169)
  const kept = (await methodist.ask('GET', `/api/snapshots/${id}/indicators/P10/members?size=200`)).json()
  expect(kept).toEqual({ items, total })
  expect((await department.ask('GET', '/api/snapshots')).json()).toMatchObject({
    total: 1,
    items: [{ id, title: 'Декабрь 2025' }],
  })
}, 60_000)

test('an indicator over nothing has no value, and an empty district answers', async () => {
  const empty = await addDistrict(house, { seeds })
  const somebody = await addActor(house, [{ tenant: empty.tenant, role: 'methodist' }])
  const { indicators } = (await somebody.ask('GET', '/api/indicators?date=2025-12-31&by=organisation')).json()
  expect(indicators).toHaveLength(16)
  expect(indicators[0]).toMatchObject({ numerator: 0, denominator: 0, value: null, slices: { organisation: [] } })
  expect((await somebody.ask('GET', '/api/indicators/P01/members?date=2025-12-31')).json()).toMatchObject({
    items: [],
    parts: { counted: 0, rest: 0, unknown: 0 },
  })
})
