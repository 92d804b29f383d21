import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import truth from '../../../../test/fixtures/district.truth.json' with { type: 'json' }
import { addActor, addDistrict, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { SAMPLE_TOLD, toldOf } from '../../../../test/harness/sample.ts'
import { modules } from '../../../modules.ts'
import { sealFile } from '../../../platform/files.ts'
import { type Cell, type Row, readSpreadsheet, readsAs, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { sheetXml, workbookParts } from '../../../platform/spreadsheets/spreadsheet.samples.ts'
import { deflated, inflatingTo, rawZip } from '../../../platform/spreadsheets/zip.samples.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import type { FaultyRow } from './loads.contract.ts'
import { takeLoad } from './loads.jobs.ts'
import { insertLoad } from './loads.repo.ts'
import { tidyLoads } from './loads.tidying.ts'
import { uploadsFolder } from './uploads.store.ts'

const SAMPLE = new URL('../../../../test/fixtures/district', import.meta.url).pathname
const ORGANISATIONS = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\n'
const STAFF = 'Код ОО;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят\n'
const ANNA = 'Ш1;Орлова;Анна;;01.05.1980;;учитель;1;да;01.09.2010\n'

const house = await openTestHouse({ work: true })
const { services, dataFolder } = house
const scratch = await mkdtemp(join(tmpdir(), 'rost-loads-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

let tenant = 0
let methodist: Person

beforeEach(async () => {
  tenant = (await addDistrict(house, { seeds: modules.flatMap((module) => module.seedDistrict ?? []) })).tenant
  methodist = await addActor(house, [{ tenant, role: 'methodist' }])
})

type Files = Readonly<Record<string, string | Uint8Array>>

const upload = (files: Files, headers: Record<string, string> = {}, actor = methodist) => {
  const payload = new FormData()
  for (const [name, content] of Object.entries(files)) payload.append('file', new File([Buffer.from(content)], name))
  return actor.ask('POST', '/api/loads', { payload, headers })
}

async function begun(files: Files): Promise<number> {
  const reply = await upload(files)
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}

const look = async (id: number) => (await methodist.ask('GET', `/api/loads/${id}`)).json()

async function ended(id: number) {
  await expect
    .poll(async () => (await look(id)).state, { timeout: 60_000, interval: 100 })
    .toSatisfy((state: string) => ['done', 'failed'].includes(state))
  // Mending follows the end of the load; the folder of the run goes last.
  await expect.poll(() => readdir(join(dataFolder, 'loading')), { timeout: 20_000 }).toEqual([])
  return await look(id)
}

const load = async (files: Files) => await ended(await begun(files))
const faulty = async (id: number, query = '') =>
  (await methodist.ask('GET', `/api/loads/${id}/faulty-rows${query}`)).json()

async function stored(): Promise<string[]> {
  return await readdir(uploadsFolder(dataFolder, tenant)).catch(() => [])
}

/** The sheets of a workbook as they read. */
async function readBook(bytes: Uint8Array): Promise<Map<string, Row[]>> {
  const path = join(scratch, randomUUID())
  await writeFile(path, bytes)
  await using book = await readSpreadsheet({ path }, 'book.xlsx')
  const sheets = new Map<string, Row[]>()
  for (const { name } of book.sheets) {
    const rows: Row[] = []
    for await (const batch of book.rows(name)) rows.push(...batch)
    sheets.set(name, rows)
  }
  return sheets
}

const workbookOf = async (id: number) => (await methodist.ask('GET', `/api/loads/${id}/faulty-rows.xlsx`)).rawPayload

async function sample(): Promise<Record<string, Uint8Array>> {
  const names = await readdir(SAMPLE)
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(SAMPLE, name))])))
}

describe('the sample district, uploaded', () => {
  it('comes out as the truth says; what was refused can be read and had as a workbook', {
    timeout: 120_000,
  }, async () => {
    const id = await begun(await sample())
    const waiting = await look(id)
    expect(waiting).toMatchObject({ answer: null, rowsTotal: null, fault: null })
    expect(waiting.files.map((file: { name: string }) => file.name).sort()).toEqual(await readdir(SAMPLE))
    const done = await ended(id)
    const { counts, rejected } = truth
    expect(done).toMatchObject({ state: 'done', answer: { unread: [] } })
    expect(toldOf(done.answer.files)).toEqual(SAMPLE_TOLD)
    const all = Object.values(rejected).reduce((sum, rows) => sum + rows.length, 0)
    expect(done.waitingRows).toBe(all)
    expect(done.rowsRead).toBe(done.rowsTotal)

    const { items, total } = await faulty(id, '?size=200&file=staff.xlsx')
    expect([total, items.map(({ row, code }: { row: number; code: string }) => ({ row, code }))]).toEqual([
      rejected.staff.length,
      rejected.staff,
    ])
    const reply = await methodist.ask('GET', `/api/loads/${id}/faulty-rows.xlsx`)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="faulty-rows-${id}.xlsx"`,
    })
    const book = await readBook(reply.rawPayload)
    const source = await readBook((await sample())['staff.xlsx'] ?? new Uint8Array())
    const original = new Map([...source.values()].flat().map(({ row, cells }) => [row, cells.map(readsAs)]))
    const [header, ...rows] = book.get('staff') ?? []
    expect(header?.cells.at(-1)).toBe('Причина')
    for (const [at, { row }] of rejected.staff.entries()) {
      const cells = rows[at]?.cells.map(readsAs) ?? []
      expect(cells.slice(0, original.get(row)?.length)).toEqual(original.get(row))
      expect(cells.at(-1)).toBe(`Строка ${row}. ${items[at].message}`)
    }
    expect(rows).toHaveLength(rejected.staff.length)

    const again = await load({ 'staff.xlsx': (await sample())['staff.xlsx'] ?? '' })
    expect(again.answer.files[0]).toMatchObject({ updated: 0, unchanged: counts.employments })
    // What was refused again waits once.
    expect((await look(id)).waitingRows).toBe(all - rejected.staff.length)
    expect(again.waitingRows).toBe(rejected.staff.length)
  })
})

describe('uploads', () => {
  it('lie sealed, open to nobody else, and in the clear only while they are read', async () => {
    const id = await begun({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA })
    const folder = uploadsFolder(dataFolder, tenant)
    const names = await stored()
    expect(names).toHaveLength(2)
    for (const name of names) {
      expect(name).toMatch(/^[\da-f-]{36}$/)
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
      expect((await readFile(join(folder, name))).includes('Орлова')).toBe(false)
    }
    expect((await ended(id)).files).toMatchObject([
      { name: 'organisations.xlsx', bytes: Buffer.byteLength(ORGANISATIONS), kept: true },
      { name: 'staff.xlsx', bytes: Buffer.byteLength(STAFF + ANNA), kept: true },
    ])
  })

  it('are refused whole: none, two of one name, too large, no multipart, broken off', { timeout: 60_000 }, async () => {
    const large = new Uint8Array(64 * 1_048_576 + 1)
    const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nА;Б'
    const raw = (payload: string, headers = boundary) => methodist.ask('POST', '/api/loads', { payload, headers })
    expect((await upload({})).json()).toMatchObject({ status: 422, errors: [{ path: 'file', code: 'required' }] })
    expect((await upload({ 'a.csv': '1', 'A.csv': '2' })).json()).toMatchObject({
      status: 422,
      errors: [{ code: 'file_repeated', message: 'этот файл прислан дважды: A.csv' }],
    })
    expect((await upload({ 'a.csv': '1', 'большой.csv': large, 'b.csv': '2' })).json()).toMatchObject({
      status: 413,
      code: 'file_too_large',
      title: 'Файл слишком велик: большой.csv',
    })
    expect((await methodist.ask('POST', '/api/loads', { payload: { file: 'x' } })).statusCode).toBe(415)
    expect((await raw(head)).json()).toMatchObject({ status: 422, code: 'body_broken' })
    expect((await raw(head, { 'content-type': 'multipart/form-data' })).json()).toMatchObject({ status: 422 })
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}.csv`, '1']))
    expect((await upload(many)).statusCode).toBe(413)
    expect(await stored()).toEqual([])
    expect((await methodist.ask('GET', '/api/loads')).json()).toEqual({ items: [], total: 0 })
  })

  it('repeated under one key are one load, and leave one file', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const [first, second] = [
      await upload({ 'organisations.xlsx': ORGANISATIONS }, headers),
      await upload({ 'organisations.xlsx': ORGANISATIONS }, headers),
    ]
    expect(second.json()).toEqual(first.json())
    expect(await stored()).toHaveLength(1)
    await ended(first.json().id)
  })

  it('that no spreadsheet program wrote are named, the others load, and the server answers meanwhile', async () => {
    const entries = Object.entries(workbookParts({ sheets: [{ name: 'a', xml: sheetXml('') }] }))
    const bomb = rawZip(
      entries.map(([name, text]) =>
        name.endsWith('s1.xml')
          ? { ...deflated(name, text), data: inflatingTo('', 8), bytes: 1_000 }
          : deflated(name, text),
      ),
    )
    const id = await begun({
      'organisations.xlsx': ORGANISATIONS,
      'staff.xlsx': bomb,
      'events.xlsx': Buffer.alloc(5_000, 7),
      'pools.csv': 'Вид;СНИЛС\n',
      'заметки.txt': 'x',
      '../../etc/passwd': 'x',
    })
    const started = performance.now()
    expect((await methodist.ask('GET', '/api/loads')).statusCode).toBe(200)
    expect(performance.now() - started).toBeLessThan(10_000)
    const { answer } = await ended(id)
    expect(answer.unread.map(({ file, code }: { file: string; code: string }) => [file, code])).toEqual([
      ['staff.xlsx', 'file_too_large'],
      ['events.xlsx', 'format_unsupported'],
      ['pools.csv', 'columns_missing'],
      ['заметки.txt', 'file_unknown'],
      ['passwd', 'file_unknown'],
    ])
    expect(answer.files).toMatchObject([{ file: 'organisations.xlsx', accepted: 1 }])
  })
})

describe('faulty rows', () => {
  const POOLS = 'Вид;СНИЛС;Фамилия;Имя;Отчество;Дата рождения;Включён;Основание\n'
  const formula = '=HYPERLINK("http://x")'
  const vera = ANNA.replace('Анна', 'Вера').replace('01.05.1980', '31.02.1980')
  const inna = `резерв;;Иванова;Инна;;02.03.1990;01.02.2024;${formula}\n`

  async function rewritten(book: ReadonlyMap<string, readonly Row[]>, change: (cell: Cell) => Cell) {
    const sheets = [...book].map(([name, [header, ...rows]]) => ({
      name,
      columns: (header?.cells ?? []).map((cell) => ({ header: readsAs(cell) })),
      rows: rows.map(({ cells }) => cells.map(change)),
    }))
    return await writeWorkbook({ sheets })
  }

  it('corrected in the workbook and uploaded again are taken and mended; the rest waits', async () => {
    const staff = STAFF + ANNA + vera + ANNA.replace('Ш1', 'Ш9')
    const files = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': staff, 'pools.csv': POOLS + inna }
    const first = await load(files)
    const { items } = await faulty(first.id)
    const summary = items.map((row: FaultyRow) => [row.file, row.sheet, row.row, row.column, row.code, row.mendedAt])
    expect(summary).toEqual([
      ['staff.xlsx', null, 3, 'Дата рождения', 'date_invalid', null],
      ['staff.xlsx', null, 4, 'Код ОО', 'organisation_unknown', null],
      ['pools.csv', null, 2, 'Фамилия', 'person_unknown', null],
    ])
    expect(items[0].cells[4]).toEqual({ place: 6, header: 'Должность', text: 'учитель' })

    const book = await readBook(await workbookOf(first.id))
    expect([...book.keys()]).toEqual(['staff', 'pools'])
    expect(book.get('pools')?.[1]?.cells[7]).toBe(formula)
    const corrections = await rewritten(book, (cell) => (cell === '31.02.1980' ? '28.02.1980' : cell))
    // As browsers name a second download.
    const second = await load({ [`faulty-rows-${first.id} (1).xlsx`]: corrections })
    expect(second.answer).toMatchObject({
      files: [
        { file: 'staff.xlsx', sheet: 'staff', accepted: 1, rejected: [{ row: 3, code: 'organisation_unknown' }] },
        { file: 'pools.csv', sheet: 'pools', accepted: 0, rejected: [{ row: 2, code: 'person_unknown' }] },
      ],
      unread: [],
    })
    expect((await faulty(first.id, '?state=mended')).items).toMatchObject([{ row: 3, mendedAt: expect.any(String) }])
    expect([(await look(first.id)).waitingRows, second.waitingRows]).toEqual([0, 2])

    const left = await readBook(await workbookOf(second.id))
    expect(left.get('staff')?.map(({ cells }) => cells[0])).toEqual(['Код ОО', 'Ш9'])
    expect(left.get('staff')?.[0]?.cells.filter((cell) => cell === 'Причина')).toHaveLength(1)
    // What they lacked is there now.
    const third = await load({
      'staff.xlsx': STAFF + ANNA.replace('Орлова;Анна;;01.05.1980', 'Иванова;Инна;;02.03.1990'),
      [`faulty-rows-${second.id}.xlsx`]: await rewritten(left, (cell) => cell),
    })
    expect(third.answer.files).toMatchObject([{ accepted: 1 }, { file: 'pools.csv', accepted: 1 }])
    expect([(await look(first.id)).waitingRows, (await look(second.id)).waitingRows]).toEqual([0, 1])
  })

  it('are mended by the same file corrected, not by other rows of that name', async () => {
    const faults = ANNA.replace(';1;', ';0;') + ANNA.replace('Ш1', 'Ш2').replace('Анна', 'Зоя')
    const first = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + faults })
    expect(first.waitingRows).toBe(2)
    await load({ 'staff.xlsx': STAFF + vera.replace('31.02', '28.02') })
    expect((await look(first.id)).waitingRows).toBe(2)
    await load({ 'staff.xlsx': STAFF + ANNA + ANNA.replace('Анна', 'Зоя') })
    expect((await look(first.id)).waitingRows).toBe(0)
  })

  it('are looked at under the eyes of the journal', async () => {
    const { id } = await load({ 'organisations.xlsx': 'Код;Краткое наименование;Тип\nШ1;Школа 1;дворец\n' })
    await faulty(id)
    await workbookOf(id)
    const journal = await services.database
      .reader(tenant)
      .selectFrom('platform.journal')
      .select(['action', 'account_id'])
      .where('object_kind', '=', 'load')
      .where('object_id', '=', id)
      .orderBy('id')
      .execute()
    expect(journal).toEqual(
      ['createLoad', 'listFaultyRows', 'getFaultyRowsWorkbook'].map((action) => ({
        action,
        account_id: methodist.account,
      })),
    )
  })
})

describe('who', () => {
  it('is of another district sees no load, a teacher may not', async () => {
    const { id } = await load({ 'organisations.xlsx': 'Код;Краткое наименование;Тип\nШ1;Школа 1;дворец\n' })
    const stranger = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])
    const teacher = await addActor(house, [{ tenant, role: 'teacher' }])
    for (const path of [`/${id}`, `/${id}/faulty-rows`, `/${id}/faulty-rows.xlsx`]) {
      expect((await stranger.ask('GET', `/api/loads${path}`)).statusCode).toBe(404)
      expect((await teacher.ask('GET', `/api/loads${path}`)).statusCode).toBe(403)
    }
    expect((await stranger.ask('GET', '/api/loads')).json()).toEqual({ items: [], total: 0 })
    expect((await upload({ 'a.csv': '1' }, {}, teacher)).statusCode).toBe(403)
    expect((await methodist.ask('GET', '/api/loads')).json()).toMatchObject({ total: 1, items: [{ id }] })
  })
})

describe('a load', () => {
  const kept = async (files: Files) => {
    const keyring = await findDistrictKey(services.database.reader(tenant), services.master, tenant)
    return await Promise.all(
      Object.entries(files).map(async ([name, content]) => {
        const storedAs = randomUUID()
        const path = join(uploadsFolder(dataFolder, tenant), storedAs)
        return { name, storedAs, path, bytes: await sealFile(path, Readable.from([Buffer.from(content)]), keyring) }
      }),
    )
  }

  it('waits for the one before it', async () => {
    const [first, second] = [
      await begun({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA }),
      await begun({ 'staff.xlsx': STAFF + ANNA }),
    ]
    expect((await ended(second)).answer.files[0]).toMatchObject({ accepted: 1, unchanged: 1 })
    expect((await ended(first)).answer.files[1]).toMatchObject({ accepted: 1, unchanged: 0 })
  })

  it('of a killed process is begun again; what that process left in the clear is removed', async () => {
    const uploads = await kept({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA })
    const left = join(dataFolder, 'loading', 'run-killed')
    await mkdir(left, { recursive: true })
    await writeFile(join(left, '0'), STAFF + ANNA)
    const before = new Date(Date.now() - 3_600_000)
    await utimes(left, before, before)
    const id = await services.database.write(tenant, async (tx) => {
      const load = await insertLoad(tx, methodist.account, uploads)
      await tx.updateTable('registry.load').set({ state: 'reading', rows_read: 1 }).where('id', '=', load).execute()
      await services.jobs.enqueue(tx, takeLoad, { tenant, load })
      // A moment ago: not dead for certain, but of this very load.
      await mkdir(join(dataFolder, 'loading', `${tenant}-${load}-killed`), { recursive: true })
      return load
    })
    const done = await ended(id)
    expect(done).toMatchObject({ state: 'done', rowsRead: 2, answer: { files: [{ accepted: 1 }, { accepted: 1 }] } })
  })

  it('whose file was lost fails and says so', async () => {
    const [upload] = await kept({ 'organisations.xlsx': ORGANISATIONS })
    if (upload === undefined) throw new Error('nothing kept')
    await rm(upload.path)
    const id = await services.database.write(tenant, async (tx) => {
      const load = await insertLoad(tx, null, [upload])
      await services.jobs.enqueue(tx, takeLoad, { tenant, load })
      return load
    })
    expect(await ended(id)).toMatchObject({ state: 'failed', fault: { code: 'upload_lost' }, answer: null })
  })
})

describe('at night', () => {
  const DAY = 24 * 3_600_000
  const night = (days: number) => tidyLoads(services, new Date(Date.now() + days * DAY))

  it('what is mended or old goes, with its files; what waits stays', async () => {
    const fault = STAFF + ANNA.replace(';1;', ';0;')
    const first = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': fault })
    const good = await load({ 'organisations.xlsx': ORGANISATIONS })
    await night(0)
    expect((await look(first.id)).files).toMatchObject([{ kept: true }, { kept: true }])
    expect((await look(good.id)).files).toMatchObject([{ kept: false }])
    expect(await stored(), 'an hour is given to requests under way').toHaveLength(3)
    await night(1)
    expect(await stored()).toHaveLength(2)
    await night(89)
    expect((await faulty(first.id)).total).toBe(1)
    await night(91)
    expect(await look(first.id)).toMatchObject({ waitingRows: 0, files: [{ kept: false }, { kept: false }] })
    expect(await stored()).toEqual([])
    expect((await methodist.ask('GET', `/api/loads/${first.id}/faulty-rows.xlsx`)).json()).toMatchObject({
      status: 409,
      code: 'no_faulty_rows',
    })
  })

  it('mended rows are removed before their time', async () => {
    const fault = STAFF + ANNA.replace(';1;', ';0;')
    const { id } = await load({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': fault })
    await load({ 'staff.xlsx': STAFF + ANNA })
    expect(await faulty(id)).toMatchObject({ total: 1, items: [{ mendedAt: expect.any(String) }] })
    await night(0)
    expect((await faulty(id)).total).toBe(0)
    expect((await look(id)).files).toMatchObject([{ kept: false }, { kept: false }])
  })

  it('a load that stands still is said to be broken off', async () => {
    const id = await services.database.write(
      tenant,
      async (tx) => await insertLoad(tx, null, [{ name: 'a', storedAs: randomUUID(), bytes: 1 }]),
    )
    await night(0)
    expect((await look(id)).state).toBe('waiting')
    await night(2)
    expect(await look(id)).toMatchObject({ state: 'failed', fault: { code: 'interrupted' } })
  })
})
