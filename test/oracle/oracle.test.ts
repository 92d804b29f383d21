import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pedagoguesAt } from './facts.ts'
import { type CountPoint, type Indicator, indicatorsAt, type RatioPoint } from './indicators.ts'
import { type LoadAnswer, loadFolder } from './load.ts'
import { emptyState } from './state.ts'
import { TABLES } from './tables.ts'

type Pair = [number, number]
type Truth = {
  date: string
  period: [string, string]
  counts: Record<string, number>
  rejected: Record<string, { row: number; code: string }[]>
  indicators: Record<
    string,
    {
      numerator?: number
      denominator?: number
      slices?: Record<string, Record<string, Pair | Record<string, number>>>
      series?: [string, ...number[]][]
    }
  >
}

const fixtures = new URL('../fixtures/', import.meta.url)
const state = emptyState()
const first = await loadFolder(state, new URL('district', fixtures).pathname)

function truthOf(file: string): Truth {
  return JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'))
}

/** The answers in the order of the tables of the exchange folder. */
function byTable(answer: LoadAnswer): Record<string, LoadAnswer['files'][number]> {
  return Object.fromEntries(
    TABLES.map((table, index) => {
      const file = answer.files[index]
      if (file?.file !== table.file) throw new Error(`no answer about ${table.id}`)
      return [table.id, file]
    }),
  )
}

/** An indicator in the shape of a truth file, with the slices that the truth file has. */
function asTruth(indicator: Indicator, kinds: string[]): Truth['indicators'][string] {
  const slices: Record<string, Record<string, Pair | Record<string, number>>> = {}
  for (const [by, keys] of Object.entries(indicator.slices)) {
    if (!kinds.includes(by)) continue
    slices[by] = {}
    for (const part of keys) {
      if ('numerator' in part) slices[by][part.key] = [part.numerator, part.denominator]
      if ('series' in part)
        slices[by][part.key] = Object.fromEntries(
          part.series.map((point: RatioPoint | CountPoint) => [
            point.date,
            'numerator' in point ? point.numerator : point.value,
          ]),
        )
    }
  }
  const shown = kinds.length > 0 ? { slices } : {}
  if (indicator.kind === 'ratio')
    return { numerator: indicator.numerator, denominator: indicator.denominator, ...shown }
  const series = indicator.series.map((point): [string, ...number[]] =>
    'numerator' in point ? [point.date, point.numerator, point.denominator] : [point.date, point.value],
  )
  return { series, ...shown }
}

describe.each(['district.truth.json', 'district.truth-2025-05-15.json'])('%s', (file) => {
  const truth = truthOf(file)

  it('has the same counts', () => {
    const { staff, ...answers } = byTable(first)
    expect({
      ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answer.accepted])),
      staff_rows: staff?.rows,
      staff_duplicates: staff?.duplicates,
      employments: staff?.accepted,
      people: state.people.length,
      pedagogues: pedagoguesAt(state, truth.date).length,
    }).toEqual(truth.counts)
  })

  it('rejects the same rows for the same reasons', () => {
    const rejected = Object.entries(byTable(first)).map(([id, answer]) => [
      id,
      answer.rejected.map(({ row, code }) => ({ row, code })),
    ])
    expect(Object.fromEntries(rejected)).toEqual(truth.rejected)
  })

  it('computes the same indicators and slices', () => {
    const answer = indicatorsAt(state, truth.date)
    expect(answer.period).toEqual(truth.period)
    const computed = answer.indicators.map((indicator) => [
      indicator.code,
      asTruth(indicator, Object.keys(truth.indicators[indicator.code]?.slices ?? {})),
    ])
    expect(Object.fromEntries(computed)).toEqual(truth.indicators)
  })
})

describe('a second load of the same folder', () => {
  it('changes nothing', async () => {
    const before = JSON.stringify([state.people, [...state.records.staff.values()]])
    const second = await loadFolder(state, new URL('district', fixtures).pathname)
    for (const [index, answer] of second.files.entries()) {
      const { accepted, unchanged: _, ...rest } = first.files[index] ?? answer
      expect(answer).toEqual({ ...rest, accepted, unchanged: accepted, updated: 0 })
    }
    expect(JSON.stringify([state.people, [...state.records.staff.values()]])).toBe(before)
  })
})
