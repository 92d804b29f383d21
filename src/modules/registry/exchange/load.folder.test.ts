import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import truth from '../../../../test/fixtures/district.truth.json' with { type: 'json' }
import { openTestHouse } from '../../../../test/harness/house.ts'
import { SAMPLE_TOLD, toldOf } from '../../../../test/harness/sample.ts'
import { sheets } from '../../../sheets.ts'
import { createDistrict } from '../districts/district.creation.ts'
import type { LoadAnswer } from './load.answer.ts'
import { type LoadFolderOptions, loadFolder } from './load.command.ts'

const SAMPLE = new URL('../../../../test/fixtures/district', import.meta.url).pathname

const { services } = await openTestHouse()
const { database, master } = services
const folder = await mkdtemp(join(tmpdir(), 'rost-exchange-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
let code = ''
let tenant = 0

beforeEach(async () => {
  code = `load-${++count}`
  tenant = await database.write(null, (tx) => createDistrict(tx, { code, name: code }, { master }))
})

async function load(path: string, options: Partial<LoadFolderOptions> = {}): Promise<LoadAnswer> {
  return await loadFolder(services, code, path, { sheets, ...options })
}

/** A folder of tables as CSV (the content decides, whatever the name says). */
async function folderOf(files: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const path = await mkdtemp(join(folder, 'f-'))
  for (const [name, lines] of Object.entries(files)) await writeFile(join(path, name), lines.join('\n'))
  return path
}

async function countOf(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.reader(tenant),
  )
  return rows[0]?.n ?? -1
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_locks where locktype = 'advisory' and objid = ${tenant} and not granted`.execute(
    database.reader(null),
  )
  return rows[0]?.n ?? 0
}

const fileOf = (answer: LoadAnswer, name: string) => answer.files.find((file) => file.file === name)
const codesOf = (answer: LoadAnswer, name: string) =>
  fileOf(answer, name)?.rejected.map(({ row, column, code }) => `${row} ${column} ${code}`)

const ORGANISATIONS = ['Код;Краткое наименование;Тип', 'Ш1;Школа 1;школа', 'Д1;Сад 1;ДОУ']
const STAFF = 'Код ОО;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят'
const ANNA = 'Ш1;Орлова;Анна;;01.05.1980;;учитель;1;да;01.09.2010'
const POOLS = 'Вид;СНИЛС;Фамилия;Имя;Отчество;Дата рождения;Включён;Исключён'

describe('the sample district', () => {
  it('comes out as the truth says, and a second load changes nothing', async () => {
    const first = await load(SAMPLE)
    const { counts } = truth
    expect(first.unread).toEqual([])
    expect(toldOf(first.files)).toEqual(SAMPLE_TOLD)
    expect(fileOf(first, 'staff.xlsx')).toMatchObject({ rows: counts.staff_rows, duplicates: counts.staff_duplicates })
    expect(fileOf(first, 'staff.xlsx')?.warnings.map(({ row }) => row)).toEqual([2868, 2869])
    expect(await countOf('registry.person')).toBe(counts.people)
    const active = sql<{ n: number }>`select count(*) as n from registry.person_span
      where pedagogue and date '2025-12-31' between from_on and to_on`
    expect((await active.execute(database.reader(tenant))).rows).toEqual([{ n: counts.pedagogues }])

    const versions = sql<{ all: number }>`select (select sum(version) from registry.person) +
      (select sum(version) from registry.employment) + (select sum(version) from activities.learning) as all`
    const before = await versions.execute(database.reader(tenant))
    const second = await load(SAMPLE)
    expect(second.files.map((f) => [f.accepted, f.updated, f.unchanged])).toEqual(
      first.files.map((f) => [f.accepted, 0, f.accepted]),
    )
    expect((await versions.execute(database.reader(tenant))).rows).toEqual(before.rows)
  })
})

describe('a later load', () => {
  it('updates what it names, says where from, and leaves absent columns alone', async () => {
    const taken = ['methodical;-;Орлова;Анна;;01.05.1980;01.02.2024;01.03.2024'].map((row) => row.replace('-', ''))
    await load(
      await folderOf({
        'organisations.xlsx': ORGANISATIONS,
        'staff.xlsx': [STAFF, ANNA],
        'pools.csv': [POOLS, ...taken],
      }),
    )
    const corrected = [
      'Вид;Фамилия;Имя;Дата рождения;Включён;Основание',
      'Methodical;орлова;АННА;1980-05-01;2024-02-01;приказ',
    ]
    const answer = await load(await folderOf({ 'pools.csv': corrected }))
    expect(fileOf(answer, 'pools.csv')).toMatchObject({ accepted: 1, updated: 1, unchanged: 0 })
    const [row] = await database.reader(tenant).selectFrom('talent.pool_membership').selectAll().execute()
    expect(row).toMatchObject({
      to_on: '2024-03-01',
      ground: 'приказ',
      version: 2,
      origins: { ground: [expect.any(Number), 2] },
    })
    const cleared = await load(
      await folderOf({ 'pools.csv': [POOLS, 'methodical;;Орлова;Анна;;01.05.1980;01.02.2024;'] }),
    )
    expect(fileOf(cleared, 'pools.csv')).toMatchObject({ updated: 1 })
  })

  it('keeps the person of a row that was taken when another of the same name has come', async () => {
    const files = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': [STAFF, ANNA] }
    const pool = { 'pools.csv': [POOLS, 'резерв;;Орлова;Анна;;01.05.1980;01.02.2024;'] }
    await load(await folderOf({ ...files, ...pool }))
    const numbered = ['812-688-402 14', '680-633-163-98'].map(
      (number, at) => `Д1;Орлова;Анна;;01.05.1980;${number};учитель;1;да;0${at + 1}.09.2020`,
    )
    await load(await folderOf({ 'staff.xlsx': [STAFF, ...numbered] }))
    expect(await countOf('registry.person')).toBe(2)
    const again = await load(await folderOf(pool))
    expect(fileOf(again, 'pools.csv')).toMatchObject({ accepted: 1, unchanged: 1 })
    const other = await load(await folderOf({ 'pools.csv': [POOLS, 'резерв;;Орлова;Анна;;01.05.1980;02.02.2024;'] }))
    expect(codesOf(other, 'pools.csv')).toEqual(['2 Фамилия person_ambiguous'])
  })
})

describe('in one sheet', () => {
  it('tells repeated rows, the same record with other values, and a record nobody took', async () => {
    const staff = [
      STAFF,
      ANNA.replace('Ш1', 'Ш9'),
      ANNA.replace('Ш1', 'Ш9'),
      ANNA,
      ANNA.toUpperCase().replace('ДА', 'да'),
      ANNA.replace(';1;', ';0,5;'),
      '',
      ANNA.replace('учитель', 'ПДО'),
      ANNA.replace('учитель', 'педагог дополнительного образования'),
    ]
    const answer = await load(await folderOf({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': staff }))
    expect(fileOf(answer, 'staff.xlsx')).toMatchObject({ rows: 7, accepted: 2, duplicateRows: [3, 5, 9] })
    expect(codesOf(answer, 'staff.xlsx')).toEqual(['2 Код ОО organisation_unknown', '6 Код ОО record_repeated'])
  })
})

describe('files that cannot be taken', () => {
  it('are named, the others load', async () => {
    const sample = await readFile(join(SAMPLE, 'staff.xlsx'))
    const path = await folderOf({
      'organisations.xlsx': ORGANISATIONS,
      'pools.csv': ['Вид;СНИЛС'],
      'notes.txt': ['x'],
      'old.xls': ['x'],
    })
    await writeFile(join(path, 'staff.xlsx'), sample.subarray(0, sample.length - 2000))
    const answer = await load(path)
    expect(answer.unread.map(({ file, code }) => [file, code])).toEqual([
      ['notes.txt', 'file_unknown'],
      ['old.xls', 'format_unsupported'],
      ['pools.csv', 'columns_missing'],
      ['staff.xlsx', 'file_broken'],
    ])
    expect(answer.unread[2]?.message).toContain('«Включён»')
    expect(answer.files.map(({ file, accepted }) => [file, accepted])).toEqual([['organisations.xlsx', 2]])
    expect(await countOf('registry.person')).toBe(0)
  })
})

describe('meanwhile', () => {
  const files = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': [STAFF, ANNA] }

  it('a person added by hand is seen, not doubled', async () => {
    let isAdded = false
    const onProgress = async ({ state }: { state: string }): Promise<void> => {
      if (state !== 'taking' || isAdded) return
      isAdded = true
      await database.write(tenant, async (tx) => {
        const values = { surname: 'Орлова', given_name: 'Анна', given_key: 'анна', birth_on: '1980-05-01' }
        const { id } = await tx.insertInto('registry.person').values(values).returning('id').executeTakeFirstOrThrow()
        await tx.insertInto('registry.person_surname').values({ person_id: id, key: 'орлова' }).execute()
      })
    }
    const answer = await load(await folderOf(files), { onProgress })
    expect(isAdded).toBe(true)
    expect(fileOf(answer, 'staff.xlsx')).toMatchObject({ accepted: 1, rejected: [] })
    expect(await countOf('registry.person')).toBe(1)
  })

  it('a load that breaks off leaves nothing behind and may run again', async () => {
    const onProgress = ({ state }: { state: string }): void => {
      if (state === 'taking') throw new Error('killed')
    }
    const path = await folderOf(files)
    await expect(load(path, { onProgress })).rejects.toThrow('killed')
    expect([
      await countOf('registry.person'),
      await countOf('registry.organisation'),
      await countOf('registry.source'),
    ]).toEqual([0, 0, 0])
    expect(await database.reader(tenant).selectFrom('registry.load').select(['state']).execute()).toEqual([
      { state: 'failed' },
    ])
    expect(fileOf(await load(path), 'staff.xlsx')).toMatchObject({ accepted: 1 })
  })

  it('another load of the district waits', async () => {
    const path = await folderOf(files)
    let second: Promise<LoadAnswer> | undefined
    const onProgress = async ({ state }: { state: string }): Promise<void> => {
      if (state !== 'taking' || second !== undefined) return
      second = load(path)
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
    }
    expect(fileOf(await load(path, { onProgress }), 'staff.xlsx')).toMatchObject({ accepted: 1, unchanged: 0 })
    expect(fileOf((await second) ?? { files: [], unread: [] }, 'staff.xlsx')).toMatchObject({ unchanged: 1 })
  })
})

it('keeps what it does not take sealed, and numbers out of sight', async () => {
  const secret = '812-688-402 15'
  const staff = [
    STAFF,
    `Ш1;Орлова;Анна;;01.05.1980;${secret};учитель;1;да;01.09.2010`,
    ANNA.replace(';;учитель', ';81268840214;учитель'),
  ]
  await load(await folderOf({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': staff }))
  const faulty = await database.reader(tenant).selectFrom('registry.faulty_row').select(['sealed_cells']).execute()
  const people = await database.reader(tenant).selectFrom('registry.person').selectAll().execute()
  expect(faulty).toHaveLength(1)
  expect(faulty[0]?.sealed_cells.includes('Орлова')).toBe(false)
  expect(JSON.stringify(people)).not.toContain('81268840214')
  expect(people[0]?.sealed_snils?.length).toBeGreaterThan(11)
})
