import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, computeIndicators, findDefinitionsAt } from '../../src/modules/indicators/index.ts'
import { type LoadAnswer, loadFolder } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { sheets } from '../../src/sheets.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { openTestHouse, type TestHouse } from '../harness/house.ts'
import type { Truth } from './truth.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const truthOf = (file: string): Truth => JSON.parse(readFileSync(join(fixtures, file), 'utf8'))
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])

let house: TestHouse
let answer: LoadAnswer
const load = () => loadFolder(house.services, undefined, join(fixtures, 'district'), { sheets, seeds })

beforeAll(async () => {
  house = await openTestHouse()
  answer = await load()
}, 120_000)

/** Names of the truth file → file and sheet of the exchange folder. */
const SHEETS: Readonly<Record<string, readonly [file: string, sheet: string | null]>> = {
  organisations: ['organisations.xlsx', null],
  staff: ['staff.xlsx', null],
  learning: ['learning.csv', null],
  diagnostics: ['diagnostics.csv', null],
  events: ['events.xlsx', 'Мероприятия'],
  attendance: ['events.xlsx', 'Участие'],
  communities: ['communities.xlsx', 'Сообщества'],
  members: ['communities.xlsx', 'Участники'],
  mentoring: ['mentoring.csv', null],
  pools: ['pools.csv', null],
  staffing: ['staffing.xlsx', null],
}

const COUNTED = {
  organisations: 'registry.organisation',
  people: 'registry.person',
  employments: 'registry.employment',
  learning: 'activities.learning',
  diagnostics: 'competence.diagnostic_result',
  events: 'activities.event',
  attendance: 'activities.attendance',
  communities: 'communities.community',
  members: 'communities.membership',
  mentoring: 'mentoring.pair',
  pools: 'talent.pool_membership',
  staffing: 'staffing.post',
} as const

const sheetOf = (of: LoadAnswer, name: string) => {
  const [file, sheet] = SHEETS[name] ?? []
  return of.files.find((f) => f.file === file && (sheet === null || f.sheet === sheet))
}

describe.each([['district.truth.json'], ['district.truth-2025-05-15.json']])('%s', (file) => {
  const truth = truthOf(file)

  test.each(Object.entries(COUNTED))('%s that stand after the load', async (name, table) => {
    const counted = await house.services.database.write(await tenant(), async (tx) => {
      const { count } = await tx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    })
    expect(counted).toBe(truth.counts[name])
  })

  test.each(Object.keys(SHEETS))('faulty rows of %s with their codes', (name) => {
    const rejected = sheetOf(answer, name)?.rejected.map(({ row, code }) => ({ row, code }))
    expect(rejected).toEqual(truth.rejected[name])
  })

  test.each(Object.keys(truth.indicators))('%s with its slices', async (code) => {
    const db = house.services.database.reader(await tenant())
    const definitions = await findDefinitionsAt(db, truth.date, [code])
    const computed = await computeIndicators(db, definitions, { vocabulary, tenant: await tenant(), date: truth.date })
    const [indicator] = answerOf(truth.date, computed).indicators
    const expected = truth.indicators[code]
    if (expected?.series) {
      expect(
        indicator?.series?.map((p) =>
          p.numerator === undefined ? [p.date, p.value] : [p.date, p.numerator, p.denominator],
        ),
      ).toEqual(expected.series)
    } else {
      expect([indicator?.numerator, indicator?.denominator]).toEqual([expected?.numerator, expected?.denominator])
    }
    for (const [slice, keys] of Object.entries(expected?.slices ?? {})) {
      const rows = indicator?.slices?.[slice]?.map((row) => [
        row.key,
        row.series ? Object.fromEntries(row.series.map((p) => [p.date, p.value])) : [row.numerator, row.denominator],
      ])
      expect(Object.fromEntries(rows ?? [])).toEqual(keys)
    }
  })
})

test('repeated rows are duplicates', () => {
  expect(sheetOf(answer, 'staff')).toMatchObject({ rows: 2865, accepted: 2840, duplicates: 5 })
})

test('a second load of the same folder changes nothing', async () => {
  const second = await load()
  for (const [index, file] of second.files.entries()) {
    expect(file).toMatchObject({ updated: 0, unchanged: file.accepted, rejected: answer.files[index]?.rejected })
  }
}, 120_000)

async function tenant(): Promise<number> {
  const { id } = await house.services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}
