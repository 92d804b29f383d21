import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { booksOf, type District, EDGE_DATES, makeDistrict, type Written, writeDistrict } from './district.ts'
import { indicatorsAt } from './indicators.ts'
import { type LoadAnswer, loadBooks, loadFolder } from './load.ts'
import { emptyState, type State } from './state.ts'

const folder = mkdtempSync(join(tmpdir(), 'rost-oracle-'))
afterAll(() => rmSync(folder, { recursive: true }))

function loaded(district: District): { state: State; answer: LoadAnswer } {
  const state = emptyState()
  return { state, answer: loadBooks(state, booksOf(district)) }
}

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)
const dirty = SEEDS.map((seed) => {
  const date = EDGE_DATES[seed % EDGE_DATES.length] ?? ''
  const district = makeDistrict({ seed, date, edges: true, dirt: true })
  return { date, district, ...loaded(district) }
})

describe('a made-up district', () => {
  it('is the same for the same seed', () => {
    const make = (seed: number): District => makeDistrict({ seed, edges: true, dirt: true })
    expect(make(5)).toEqual(make(5))
    expect(make(5)).not.toEqual(make(6))
  })

  it.each([{ edges: true }, { edges: false, people: 300, organisations: 20 }])(
    'is taken whole when clean: %o',
    (size) => {
      for (const seed of [1, 2, 3]) {
        const { state, answer } = loaded(makeDistrict({ seed, ...size }))
        for (const file of answer.files)
          expect(file).toMatchObject({ accepted: file.rows, duplicates: 0, rejected: [] })
        const again = loadBooks(state, booksOf(makeDistrict({ seed, ...size })))
        for (const file of again.files) expect(file).toMatchObject({ unchanged: file.rows, updated: 0, rejected: [] })
      }
    },
  )

  it.each([
    { organisations: 0, people: 0 },
    { organisations: 3, people: 0 },
    { organisations: 1, people: 1 },
  ])('may be as small as %o', (size) => {
    const { state, answer } = loaded(makeDistrict({ seed: 1, edges: true, dirt: ['spelling'], ...size }))
    expect(answer.files).toHaveLength(11)
    expect(indicatorsAt(state, '2025-12-31').indicators).toHaveLength(16)
  })

  it('with dirt brings every code, and every row is answered for', () => {
    const codes = new Set<string>()
    for (const { answer } of dirty) {
      for (const unread of answer.unread) codes.add(unread.code)
      for (const file of answer.files) {
        expect(file.rows).toBe(file.accepted + file.duplicates + file.rejected.length)
        expect(file.duplicateRows).toHaveLength(file.duplicates)
        for (const { code } of [...file.rejected, ...file.warnings]) codes.add(code)
      }
    }
    expect([...codes].sort()).toEqual(
      [
        ...['required_missing', 'date_invalid', 'number_range', 'snils_checksum', 'value_unknown', 'dates_order'],
        ...['organisation_unknown', 'event_unknown', 'community_unknown', 'same_person', 'record_repeated'],
        ...['person_unknown', 'person_ambiguous', 'person_conflict', 'position_unclassified'],
        ...['format_unsupported', 'file_broken', 'file_encrypted', 'columns_missing', 'file_unknown'],
      ].sort(),
    )
  })

  it('brings life to every indicator', () => {
    const alive = new Set<string>()
    for (const { state, date } of dirty)
      for (const indicator of indicatorsAt(state, date).indicators) {
        if (indicator.kind === 'ratio' && indicator.numerator > 0 && indicator.numerator < indicator.denominator)
          alive.add(indicator.code)
        if (indicator.kind === 'series' && new Set(indicator.series.map((point) => point.value)).size > 1)
          alive.add(indicator.code)
      }
    expect(alive.size).toBe(16)
  })

  it('reads the same from files as from memory', async () => {
    const forms: Written[] = (['utf8', 'utf8-bom', 'cp1251'] as const).flatMap((csv) =>
      ([';', ','] as const).map((separator): Written => ({ csv, separator })),
    )
    for (const [index, { district, answer, state }] of dirty.slice(0, 18).entries()) {
      const form = forms[index % forms.length] ?? { csv: 'utf8', separator: ';' }
      const place = join(folder, String(index))
      await writeDistrict(district, place, form)
      const fromFiles = emptyState()
      expect(await loadFolder(fromFiles, place)).toEqual(answer)
      expect(fromFiles.people).toEqual(state.people)
      expect(indicatorsAt(fromFiles, district.date)).toEqual(indicatorsAt(state, district.date))
    }
  })
})

describe('slices', () => {
  it('by organisation and by type add up to the total', () => {
    for (const { state, date } of dirty)
      for (const indicator of indicatorsAt(state, date).indicators) {
        if (indicator.kind !== 'ratio') continue
        for (const keys of [indicator.slices.organisation, indicator.slices.organisation_type]) {
          const sum = (keys ?? []).reduce((total, part) => total + part.denominator, 0)
          expect(sum).toBe(indicator.denominator)
        }
      }
  })
})
