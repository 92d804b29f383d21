import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addActor, type Person } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'
import { somePeople } from '../property/populations.ts'

const DATE = '2025-12-31'
const house = await openSampleHouse()
const { district } = house
let methodist: Person
let department: Person
let head: Person
let psychologist: Person
let school: number

beforeAll(async () => {
  const db = house.services.database.reader(district.tenant)
  const row = await db
    .selectFrom('registry.organisation')
    .select('id')
    .where('code', '=', 'Ш012')
    .executeTakeFirstOrThrow()
  school = row.id
  const role = async (role: 'methodist' | 'department' | 'head' | 'psychologist') =>
    await addActor(house, [{ tenant: district.tenant, role, organisation: role === 'head' ? school : null }])
  methodist = await role('methodist')
  department = await role('department')
  head = await role('head')
  psychologist = await role('psychologist')
}, 120_000)

const YOUNG = {
  all: [
    { term: 'pedagogue' },
    { term: 'organisationType', is: 'kindergarten' },
    { term: 'age', under: 35 },
    { term: 'mentored', when: { at: 'date' } },
  ],
}

type Answer = {
  date: string
  sentence: { ru: string; en: string }
  counts: { matched: number; rest: number; unknown: number } | null
  names: {
    matched: { id: number; label: string; organisation: { code: string } }[]
    unknown: { id: number; label: string; why: string[] }[]
  } | null
}

async function preview(who: Person, payload: object): Promise<Answer> {
  const asked = { subject: 'person', date: DATE, ...payload }
  const reply = await who.ask('POST', '/api/populations/preview', {
    payload: asked,
    headers: { 'accept-language': 'ru' },
  })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}

test('a population is said, counted, and its first ten named', async () => {
  const { sentence, counts, names } = await preview(methodist, { population: YOUNG })
  expect(sentence).toEqual({
    ru: 'педагоги организаций типа ДОУ в возрасте до 35 лет, которые имели наставника на дату',
    en: 'pedagogues of organisations of the type kindergarten aged under 35 years, who had a mentor on the day',
  })
  expect(counts?.matched).toBeGreaterThan(0)
  expect(names?.matched).toHaveLength(Math.min(10, counts?.matched ?? 0))
  for (const { label, organisation } of names?.matched ?? []) {
    expect(label).toMatch(/^\p{Lu}/u)
    expect(organisation.code).toMatch(/^Д/)
  }
})

test('everybody is counted once: those who belong, those who do not, those of whom nobody knows', async () => {
  const everybody = await preview(methodist, { population: { all: [] } })
  const { counts } = await preview(methodist, { population: { term: 'experience', under: 3 } })
  expect(everybody.counts).toMatchObject({ rest: 0, unknown: 0 })
  expect((counts?.matched ?? 0) + (counts?.rest ?? 0) + (counts?.unknown ?? 0)).toBe(everybody.counts?.matched)
})

test('those of whom nobody knows stand apart and say why, facts with empty fields too', async () => {
  const { counts, names } = await preview(methodist, { population: { term: 'experience', under: 3 } })
  expect(names?.unknown).toHaveLength(Math.min(10, counts?.unknown ?? 0))
  for (const { why } of names?.unknown ?? []) expect(why).toEqual(['нет даты начала педагогического стажа'])
  const category = await preview(methodist, {
    population: { not: { term: 'employed', where: { category: { is: 'высшая' } }, when: { at: 'date' } } },
  })
  expect(category.names?.unknown.length).toBeGreaterThan(0)
  for (const { why } of category.names?.unknown ?? []) expect(why).toEqual(['не указано: категория'])
})

test('among a denominator only its members are counted', async () => {
  const { sentence, counts } = await preview(methodist, {
    among: { all: [{ term: 'pedagogue' }, { term: 'age', under: 35 }, { term: 'experience', under: 3 }] },
    population: {
      any: [
        { term: 'mentored', when: { overlapping: 'calendar_year' } },
        { term: 'member', where: { kind: { is: 'совет молодых педагогов' } }, when: { overlapping: 'calendar_year' } },
        { term: 'attended', where: { audience: { is: 'молодые педагоги' } }, when: { during: 'calendar_year' } },
      ],
    },
  })
  expect(sentence.ru).toMatch(/^педагоги в возрасте до 35 лет/)
  expect([counts?.matched, (counts?.matched ?? 0) + (counts?.rest ?? 0)]).toEqual([169, 273])
})

test('one of a population of organisations is named by its people', async () => {
  const { counts, names } = await preview(methodist, {
    subject: 'organisation',
    population: { term: 'people', of: { term: 'age', under: 35 }, atLeast: 3 },
  })
  expect(counts?.matched).toBeGreaterThan(0)
  expect(names?.matched[0]?.label).not.toBe('')
})

test('a head counts and names the own school; who sees no names gets the number', async () => {
  const population = { term: 'pedagogue' }
  const own = await preview(head, { population })
  const whole = await preview(methodist, { population })
  expect(own.counts?.matched).toBeLessThan(whole.counts?.matched ?? 0)
  expect(new Set(own.names?.matched.map(({ organisation }) => organisation.code))).toEqual(new Set(['Ш012']))
  expect(await preview(psychologist, { population })).toMatchObject({ counts: whole.counts, names: null })
})

test('somebody with two roles counts as far as one reaches and names as far as the other', async () => {
  const both = await addActor(house, [
    { tenant: district.tenant, role: 'psychologist' },
    { tenant: district.tenant, role: 'head', organisation: school },
  ])
  const population = { term: 'pedagogue' }
  const seen = await preview(both, { population })
  expect(seen.counts).toEqual((await preview(psychologist, { population })).counts)
  expect(seen.names).toEqual((await preview(head, { population })).names)
})

test('what rests on results is for who may see them: neither numbers nor names for others', async () => {
  const passed = { term: 'diagnosed', where: { passed: { is: true } }, when: { by: 'date' } }
  for (const payload of [
    { population: { not: passed } },
    { population: { term: 'pedagogue' }, among: passed },
    { population: { term: 'people', of: passed }, subject: 'organisation' },
  ]) {
    expect(await preview(department, payload)).toMatchObject({ counts: null, names: null })
    expect((await preview(methodist, payload)).counts).not.toBeNull()
  }
})

test('a look at names is journalled by ids, and no answer is kept for repeats', async () => {
  const headers = { 'idempotency-key': 'kept-by-nobody' }
  const payload = { subject: 'person', date: DATE, population: YOUNG }
  const reply = await methodist.ask('POST', '/api/populations/preview', { payload, headers })
  const { names } = reply.json()
  const { entry, kept } = await house.services.database.write(district.tenant, async (tx) => ({
    entry: await tx
      .selectFrom('platform.journal')
      .selectAll()
      .where('action', '=', 'previewPopulation')
      .where('account_id', '=', methodist.account)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
    kept: await tx.selectFrom('platform.kept_answer').selectAll().where('key', '=', 'kept-by-nobody').execute(),
  }))
  expect(entry.details).toMatchObject({ members: names.matched.map((m: { id: number }) => m.id) })
  expect(JSON.stringify(entry.details)).not.toMatch(/[а-я]/i)
  expect(kept).toEqual([])
})

test.each([
  [{ subject: 'dragon', population: { all: [] } }, 'subject', 'subject_unknown'],
  [{ population: { all: [{ any: [{ term: 'wizard' }] }] } }, 'population.all.0.any.0.term', 'term_unknown'],
  [{ population: { not: { term: 'position' } } }, 'population.not', 'value_missing'],
  [{ population: { all: [] }, among: { term: 'age', main: true } }, 'among.main', 'member_not_for_term'],
  [
    { subject: 'organisation', population: { term: 'people', of: { all: [{ term: 'age', when: { by: 'date' } }] } } },
    'population.of.all.0.when',
    'member_not_for_term',
  ],
])('a fault is named by its place in the tree: %#', async (payload, path, code) => {
  const reply = await methodist.ask('POST', '/api/populations/preview', { payload: { subject: 'person', ...payload } })
  expect(reply.statusCode, reply.body).toBe(422)
  expect(reply.json().errors[0]).toMatchObject({ path, code, message: expect.not.stringContaining(code) })
})

test('what is too much is refused before it is counted, in nested trees too', async () => {
  const many = { any: Array.from({ length: 50 }, () => ({ term: 'age', under: 35 })) }
  const linked = { all: Array.from({ length: 5 }, () => ({ term: 'people', of: many })) }
  const reply = await methodist.ask('POST', '/api/populations/preview', {
    payload: { subject: 'organisation', population: linked },
  })
  expect(reply.json().errors[0]).toMatchObject({ path: 'population', code: 'population_too_large' })
})

test('the number is that of the members of an indicator made of the same population', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(somePeople, async (population) => {
      const code = `T${++made}`
      const body = { kind: 'count', subject: 'person', of: population, slices: [] }
      const payload = { code, titleRu: code, titleEn: code, validFrom: '2020-01-01', body }
      const created = await methodist.ask('POST', '/api/indicator-definitions', { payload })
      expect(created.statusCode, created.body).toBe(201)
      const members = (await methodist.ask('GET', `/api/indicators/${code}/members?date=${DATE}&size=10`)).json()
      const unknown = (
        await methodist.ask('GET', `/api/indicators/${code}/members?date=${DATE}&size=10&part=unknown`)
      ).json()
      const { counts, names } = await preview(methodist, { population })
      expect(counts).toMatchObject({ matched: members.parts.counted, unknown: members.parts.unknown })
      const ids = (items: { id: number }[] | undefined): number[] => (items ?? []).map(({ id }) => id)
      expect(ids(names?.matched)).toEqual(ids(members.items))
      expect(ids(names?.unknown)).toEqual(ids(unknown.items))
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('the vocabulary is offered in the reader’s words, with the values of its lists', async () => {
  const ask = async (language: string) =>
    (await methodist.ask('GET', '/api/populations/terms', { headers: { 'accept-language': language } })).json()
  const [ru, en] = [await ask('ru'), await ask('en')]
  expect(ru.subjects.map((s: { subject: string }) => s.subject)).toEqual(['person', 'organisation', 'event', 'post'])
  const termOf = (view: typeof ru, name: string) =>
    view.subjects[0].terms.find(({ term }: { term: string }) => term === name)
  expect(termOf(ru, 'age')).toMatchObject({ label: 'возраст', kind: 'years', group: 'quality' })
  expect(termOf(en, 'trained')).toMatchObject({ label: 'completed learning', time: 'day', group: 'deed' })
  expect(termOf(en, 'organisationType').field.values).toContainEqual({ value: 'kindergarten', label: 'kindergarten' })
  expect(termOf(ru, 'position')).toMatchObject({ main: true, field: { classifier: 'position' } })
  expect(ru.lists.position.values).toContainEqual({ value: 'воспитатель', label: 'воспитатель' })
  expect(ru.lists.programme).toMatchObject({ values: expect.any(Array), more: expect.any(Boolean) })
  const found = await methodist.ask('GET', '/api/populations/values', { query: { list: 'position', q: 'ВОСП' } })
  expect(found.json().values.map(({ value }: { value: string }) => value)).toContain('воспитатель')
  for (const language of ['ru', 'en'] as const)
    for (const { terms } of (await ask(language)).subjects)
      for (const { label } of terms) expect(label, language).toMatch(language === 'ru' ? /[а-я]/ : /^[^а-я]+$/)
})

test('a value written in another way later is still meant', async () => {
  const { items } = (await methodist.ask('GET', '/api/classifiers/topic?size=200')).json()
  const [topic] = items
  const renamed = await methodist.ask('PATCH', `/api/classifiers/topic/${topic.id}`, {
    payload: { label: 'Совсем другая тема' },
    headers: { 'if-match': `"${topic.version}"` },
  })
  expect(renamed.statusCode, renamed.body).toBe(200)
  const { lists } = (await methodist.ask('GET', '/api/populations/terms')).json()
  const offered = lists.topic.values.find(({ label }: { label: string }) => label === 'Совсем другая тема')
  const count = async (is: string) =>
    (await preview(methodist, { population: { term: 'trained', where: { topic: { is } }, when: { by: 'date' } } }))
      .counts
  expect(await count(offered.value)).toEqual(await count(topic.label))
})
