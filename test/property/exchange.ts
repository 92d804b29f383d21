/** A district's story: an exchange folder loaded, loaded again, mended and changed, by the product and by the oracle. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { answerOf, computeIndicators, findDefinitionsAt } from '../../src/modules/indicators/index.ts'
import { createDistrict, headerKey, type LoadAnswer, loadFolder } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { sheets } from '../../src/sheets.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import type { TestHouse } from '../harness/house.ts'
import {
  correctDistrict,
  DIRT,
  type District,
  EDGE_DATES,
  type Mended,
  makeDistrict,
  mendDistrict,
  type Written,
  writeDistrict,
} from '../oracle/district.ts'
import { indicatorsAt } from '../oracle/indicators.ts'
import { loadFolder as loadNaively, type LoadAnswer as NaiveAnswer } from '../oracle/load.ts'
import { emptyState, type State } from '../oracle/state.ts'

const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const SECOND_DATE = '2025-05-15'

type Told = { readonly expected: NaiveAnswer; readonly seed: number; readonly chapter: string }

/**
 * Plays the district of that seed: what the product answers to every load, whom it then knows and what it counts is
 * what the oracle says, each time anew from its own reading of the same files.
 */
export async function tellStory(house: TestHouse, seed: number): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'rost-story-'))
  try {
    await tellIn(house, seed, place)
  } finally {
    await rm(place, { recursive: true })
  }
}

async function tellIn(house: TestHouse, seed: number, place: string): Promise<void> {
  const { database, master } = house.services
  const code = `story-${seed}`
  const tenant = await database.write(null, (tx) => createDistrict(tx, { code, name: code }, { master, seeds }))
  const date = EDGE_DATES[seed % EDGE_DATES.length] ?? SECOND_DATE
  // Every fourth district names everybody as the registry does: in it a second load changes nothing.
  const isPlain = seed % 4 === 0
  const dirt = isPlain ? DIRT.filter((kind) => kind !== 'people' && kind !== 'faults') : DIRT
  const state = emptyState()

  async function load(chapter: string, district: District): Promise<NaiveAnswer> {
    const folder = join(place, chapter)
    await writeDistrict(district, folder, writtenBy(seed))
    const told = { expected: await loadNaively(state, folder), seed, chapter }
    const answer = await loadFolder(house.services, code, folder, { sheets, seeds })
    expect(plain(answer), sayWhere(told)).toEqual(told.expected)
    expect(await peopleOf(house, tenant), sayWhere(told)).toEqual(peopleIn(state))
    return told.expected
  }

  async function count(chapter: string): Promise<void> {
    for (const day of [date, SECOND_DATE])
      expect(await figures(house, tenant, day), `seed ${seed}, ${chapter}, ${day}`).toEqual(figuresOf(state, day))
  }

  const district = makeDistrict({ seed, date, edges: true, dirt })
  const first = await load('first', district)
  await count('first')
  const again = await load('again', district)
  if (isPlain) expect(again.files.map(nothingChanged), `seed ${seed}`).toEqual(first.files.map(nothingChanged))
  const mended = mendDistrict(district, seed, state, again)
  const answer = await load('mended', mended.district)
  await expectMended(house, tenant, { expected: answer, seed, chapter: 'mended' }, mended)
  await load('corrected', correctDistrict(mended.district, seed + 1, 0.2))
  await count('corrected')
}

const sayWhere = ({ seed, chapter }: Told): string =>
  `seed ${seed}, ${chapter} (node test/oracle/make.ts --size small makes another with its truth)`

/** The ways in which folders are written come in turn. */
function writtenBy(seed: number): Written {
  const csv = (['utf8', 'utf8-bom', 'cp1251'] as const)[seed % 3] ?? 'utf8'
  const separator = seed % 2 === 0 ? ';' : ','
  const [ragged, quoteAll, from1904, decoys] = [seed % 5 === 1, seed % 5 === 2, seed % 4 === 1, seed % 3 === 0]
  return { csv, separator, ragged, quoteAll, from1904, decoys }
}

function plain({ files, unread }: LoadAnswer): unknown {
  return {
    files: files.map((file) => ({
      ...file,
      rejected: file.rejected.map(({ message: _, ...row }) => row),
      warnings: file.warnings.map(({ message: _, ...row }) => row),
    })),
    unread: unread.map(({ message: _, ...file }) => file),
  }
}

const nothingChanged = ({ file, accepted }: NaiveAnswer['files'][number]): unknown => ({ file, accepted, updated: 0 })

/** Everybody by name, in one order. */
async function peopleOf(house: TestHouse, tenant: number): Promise<string[]> {
  const people = await house.services.database
    .reader(tenant)
    .selectFrom('registry.person')
    .select(['surname', 'given_name', 'patronymic', 'birth_on', 'snils_hash'])
    .execute()
  return people
    .map(({ surname, given_name, patronymic, birth_on, snils_hash }) =>
      [surname, given_name, patronymic ?? '', birth_on, snils_hash !== null].map(String).map(headerKey).join('|'),
    )
    .sort()
}

function peopleIn({ people }: State): string[] {
  return people
    .map(({ surname, name, patronymic, birth, snils }) =>
      [surname, name, patronymic, birth, snils !== null].map(String).map(headerKey).join('|'),
    )
    .sort()
}

/** Rows that stand now and of which only the faulty cell was corrected wait no longer. */
async function expectMended(house: TestHouse, tenant: number, told: Told, { oneCell }: Mended): Promise<void> {
  const rows = await house.services.database
    .reader(tenant)
    .selectFrom('registry.faulty_row as f')
    .innerJoin('registry.source as s', 's.id', 'f.source_id')
    .select(['s.file', 's.sheet', 'f.row_no as row', 'f.mended_at as mendedAt', 'f.code', 'f.column_name as column'])
    .execute()
  const nameOf = (sheet: string | null): string => headerKey(sheet ?? '')
  for (const { file, sheet, row } of oneCell) {
    const isIts = (one: { file: string; sheet: string | null }): boolean =>
      one.file === file && nameOf(one.sheet) === nameOf(sheet)
    const about = told.expected.files.find(isIts)
    const isTaken = about?.duplicateRows.includes(row) === false && about.rejected.every((one) => one.row !== row)
    if (!isTaken) continue
    const waiting = rows.filter((one) => isIts(one) && one.row === row && one.mendedAt === null)
    expect(waiting, `${sayWhere(told)}: ${file} ${sheet} ${row}`).toEqual([])
  }
}

async function figures(house: TestHouse, tenant: number, date: string): Promise<unknown> {
  const db = house.services.database.reader(tenant)
  const definitions = await findDefinitionsAt(db, date, undefined)
  const by = ['organisation', 'organisation_type', 'subject']
  const computed = await computeIndicators(db, definitions, { vocabulary, tenant, date, by })
  const { indicators, ...rest } = answerOf(date, computed)
  return { ...rest, indicators: indicators.map(({ title: _, ...indicator }) => bySlice(indicator)) }
}

function figuresOf(state: State, date: string): unknown {
  const { indicators, ...rest } = indicatorsAt(state, date)
  return { ...rest, indicators: indicators.map(bySlice) }
}

type Slices = Readonly<Record<string, readonly { readonly key: string }[]>>

/** Keys stand in the order of an alphabet, and there are several: slices are compared key by key. */
function bySlice({ slices = {}, ...indicator }: { readonly slices?: Slices | undefined }): unknown {
  const keyed = Object.entries(slices).map(([by, rows]) => [by, Object.fromEntries(rows.map((row) => [row.key, row]))])
  return { ...indicator, slices: Object.fromEntries(keyed) }
}
