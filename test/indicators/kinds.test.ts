import { expect, test } from 'vitest'
import { DefinitionBody } from '../../src/modules/indicators/definitions/definition.contract.ts'
import type { Definition } from '../../src/modules/indicators/index.ts'
import { computeIndicators } from '../../src/modules/indicators/index.ts'
import { checkPopulation, type Population } from '../../src/modules/population/index.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { addDistrict } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { loadFolder } from '../oracle/load.ts'
import { emptyState } from '../oracle/state.ts'
import { holds, organisationHolds, peopleAt } from '../property/naive.ts'
import { storeState } from '../property/store.ts'

/** The kinds of planned values (domain research 1.13) said in the language of populations, counted by plain loops beside. */
const DATE = '2025-12-31'
const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const state = emptyState()
await loadFolder(state, 'test/fixtures/district')
await house.services.database.write(tenant, (tx) => storeState(tx, state))

const people = (of: Population, date = DATE): number =>
  peopleAt(state, date).filter((p) => holds(of, p, date) === true).length
const organisations = (of: Population, date = DATE): number => {
  const everybody = peopleAt(state, date)
  return [...state.records.organisations.values()].filter((r) => organisationHolds(of, r, everybody, date) === true)
    .length
}

async function count(body: object, date = DATE) {
  const definition: Definition = {
    id: 1,
    indicatorId: 1,
    code: 'K',
    version: 1,
    titleRu: 'k',
    titleEn: 'k',
    shortRu: null,
    shortEn: null,
    body: DefinitionBody.parse({ slices: [], ...body }),
    validFrom: '2020-01-01',
    validUntil: null,
    orderReference: null,
  }
  const [computed] = await computeIndicators(house.services.database.reader(tenant), [definition], {
    vocabulary,
    tenant,
    date,
  })
  if (computed === undefined) throw new Error('nothing computed')
  return computed
}

const pedagogue: Population = { term: 'pedagogue' }
const diagnosed: Population = { term: 'diagnosed', when: { during: 'calendar_year' } }
const school: Population = { all: [{ term: 'type', is: 'school' }, { term: 'inBeing' }] }
const subjectExam = (passed: boolean): Population => ({
  term: 'diagnosed',
  where: { area: { is: 'subject' }, ...(passed && { passed: { is: true } }) },
  when: { during: 'calendar_year' },
})

const share = (of: Population, who: Population) => ({ kind: 'share', subject: 'person', of, who })

test.each<[kind: string, body: object, numerator: number, denominator: number | null]>([
  [
    'K1 at least so many mentors',
    { kind: 'count', subject: 'person', of: { term: 'mentors', when: { at: 'date' } } },
    people({ term: 'mentors', when: { at: 'date' } }),
    null,
  ],
  [
    'K4 a share of people, of those diagnosed',
    share(diagnosed, { term: 'trained', when: { during: 'calendar_year' } }),
    people({ all: [diagnosed, { term: 'trained', when: { during: 'calendar_year' } }] }),
    people(diagnosed),
  ],
  [
    'K5 a share of schools with somebody covered',
    { kind: 'share', subject: 'organisation', of: school, who: { term: 'people', of: diagnosed } },
    organisations({ all: [school, { term: 'people', of: diagnosed }] }),
    organisations(school),
  ],
  [
    'K6 at least two in each school: who lacks is the rest',
    {
      kind: 'share',
      subject: 'organisation',
      of: school,
      who: { term: 'people', of: { term: 'mentors', when: { at: 'date' } }, atLeast: 2 },
    },
    organisations({ all: [school, { term: 'people', of: { term: 'mentors', when: { at: 'date' } }, atLeast: 2 }] }),
    organisations(school),
  ],
  [
    'K7 so many organisations covered',
    { kind: 'count', subject: 'organisation', of: { term: 'people', of: { term: 'attended', when: { by: 'date' } } } },
    organisations({ term: 'people', of: { term: 'attended', when: { by: 'date' } } }),
    null,
  ],
  [
    'K13 passed of those who entered',
    share(subjectExam(false), subjectExam(true)),
    people({ all: [subjectExam(false), subjectExam(true)] }),
    people(subjectExam(false)),
  ],
  [
    'K14 cumulative since the start of the term',
    share(pedagogue, { term: 'trained', when: { during: { from: '2023-01-01', to: '2026-12-31' } } }),
    people({ all: [pedagogue, { term: 'trained', when: { during: { from: '2023-01-01', to: '2026-12-31' } } }] }),
    people(pedagogue),
  ],
  [
    'K17 a volume of hours',
    {
      kind: 'count',
      subject: 'person',
      of: { term: 'trained', when: { by: 'date' }, total: { field: 'hours', atLeast: 144 } },
    },
    people({ term: 'trained', when: { by: 'date' }, total: { field: 'hours', atLeast: 144 } }),
    null,
  ],
  [
    'K20 one set over another it is no part of',
    {
      kind: 'ratio',
      numerator: {
        subject: 'person',
        of: { term: 'inPool', where: { kind: { is: 'кадровый резерв' } }, when: { at: 'date' } },
      },
      denominator: { subject: 'person', of: { term: 'position', is: 'директор' } },
    },
    people({ term: 'inPool', where: { kind: { is: 'кадровый резерв' } }, when: { at: 'date' } }),
    people({ term: 'position', is: 'директор' }),
  ],
])('%s', async (_, body, numerator, denominator) => {
  const { points } = await count(body)
  expect(points).toEqual([{ numerator, denominator }])
  expect(numerator).toBeGreaterThan(0)
})

test('K2, K3, K16 per period: the same count as of the end of each period', async () => {
  const of: Population = {
    all: [
      { term: 'level', is: 'district' },
      { term: 'held', when: { during: 'quarter' } },
    ],
  }
  const quarters = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']
  const found = await Promise.all(
    quarters.map(
      async (date) => (await count({ kind: 'count', subject: 'event', of }, date)).points[0]?.numerator ?? 0,
    ),
  )
  const year = (
    await count({
      kind: 'count',
      subject: 'event',
      of: {
        all: [
          { term: 'level', is: 'district' },
          { term: 'held', when: { during: 'calendar_year' } },
        ],
      },
    })
  ).points[0]?.numerator
  expect(found.reduce((a, b) => a + b, 0)).toBe(year)
})

test('K9, K21 a trend: the same definition a year before', async () => {
  const young: Population = { all: [pedagogue, { term: 'age', under: 35 }] }
  const { points, dates } = await count({ kind: 'count', subject: 'person', of: young, series: { points: 2 } })
  expect(dates).toEqual(['2024-12-31', DATE])
  expect(points.map((p) => p.numerator)).toEqual([people(young, '2024-12-31'), people(young)])
})

test('K15 a ceiling and K18 strata are read off the same share: by subject', async () => {
  const { slices } = await count({ ...share(pedagogue, diagnosed), slices: ['subject'] })
  const maths: Population = { all: [pedagogue, { term: 'subject', is: 'Математика' }] }
  const row = slices.get('subject')?.find((r) => r.key === 'Математика')
  expect(row?.points).toEqual([{ numerator: people({ all: [maths, diagnosed] }), denominator: people(maths) }])
})

test('an admission rule is a population asked of one person, an audience the list of those who meet it', () => {
  const rule: Population = {
    all: [
      pedagogue,
      subjectExam(true),
      { not: { term: 'inPool', where: { kind: { is: 'методический актив' } }, when: { at: 'date' } } },
    ],
  }
  expect(checkPopulation(vocabulary, 'person', rule)).toEqual([])
})
