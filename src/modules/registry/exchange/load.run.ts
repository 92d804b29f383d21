import { type Kysely, sql } from 'kysely'
import { type Database, type DB, sqlState } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { copyHash, copyText } from './copy.text.ts'
import { FileRefused, type FoundSheet, readFile } from './file.reading.ts'
import type { LoadResult, UnreadFile } from './load.answer.ts'
import { MatchingChanged, type ReadSheet, readRevision, takeEffect } from './load.effect.ts'
import { type LoadFile, sortFiles } from './load.files.ts'
import type { LoadState } from './load.state.ts'
import { COMMON_TABLES, stagingTable } from './merge.sql.ts'
import { stagePeople } from './people.staging.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { createIntake } from './sheet.intake.ts'
import { createStaging, type Staging } from './staging.ts'
import { type DrawIds, loadState } from './state.loading.ts'

export type LoadProgress = { readonly state: 'reading' | 'taking'; readonly file: string | null; readonly rows: number }

export type LoadTask = {
  readonly database: Database
  readonly tenant: number
  readonly keyring: Keyring
  readonly loadId: number
  readonly sheets: readonly SheetDeclaration[]
  readonly files: readonly LoadFile[]
  readonly onProgress?: (progress: LoadProgress) => Promise<void> | void
}

/** Any number that nothing else locks with; together with the tenant it admits one load at a time. */
const LOCK = 7_301_954
const TRIES = 4
const ROWS_AT_ONCE = 4_000
const REPEATABLE = new Set(['40001', '40P01'])

/**
 * Loads files into a district: reads and stages them on a connection of its own, then takes everything into effect in
 * one transaction. Killed at any moment it leaves nothing behind and may simply run again; a load that is done answers
 * what it answered. Loads of one district wait for each other.
 */
export async function runLoad(task: LoadTask): Promise<LoadResult> {
  return await task.database.dedicated(task.tenant, async (client, db) => {
    const staging = createStaging(client)
    await staging.run('set lock_timeout = 0')
    await staging.run('select pg_advisory_lock($1, $2)', [LOCK, task.tenant])
    await staging.run("set lock_timeout = '30s'")
    const load = await db
      .selectFrom('registry.load')
      .select(['state', 'answer'])
      .where('id', '=', task.loadId)
      .executeTakeFirstOrThrow()
    if (load.state === 'done') return load.answer as unknown as LoadResult
    return await untilItStands(task, staging, db)
  })
}

/** A file found to be unreadable midway, or people changed by hand meanwhile, make the load begin anew. */
async function untilItStands(task: LoadTask, staging: Staging, db: Kysely<DB>): Promise<LoadResult> {
  const refused: UnreadFile[] = []
  for (let tries = 1; ; ) {
    try {
      return await attempt(task, staging, db, refused)
    } catch (error) {
      if (error instanceof FileRefused) refused.push(error.unread)
      else if (tries++ === TRIES || !isRepeatable(error)) throw error
    }
  }
}

const isRepeatable = (error: unknown): boolean =>
  error instanceof MatchingChanged || REPEATABLE.has(sqlState(error) ?? '')

async function attempt(
  task: LoadTask,
  staging: Staging,
  db: Kysely<DB>,
  refused: readonly UnreadFile[],
): Promise<LoadResult> {
  const { known, unread } = sortFiles(task.files, task.sheets)
  const readable = known.filter(({ file }) => !refused.some((one) => one.file === file.name))
  await staging.run('discard temp')
  await staging.run(COMMON_TABLES)
  const revision = await readRevision(staging)
  const state = await loadState(db, task.sheets, task.keyring, drawFrom(task))
  const sheets: ReadSheet[] = []
  const report = progressOf(task)
  const rowsRead = (): number => sheets.reduce((sum, sheet) => sum + sheet.tally.rows, 0)
  for (const { file, sheets: declared } of readable) {
    await readFile(file, declared, async (found) => {
      const before = rowsRead()
      const tell = (rows: number) => report('reading', file.name, before + rows)
      sheets.push(await readSheet(task, staging, state, file, found, `load_sheet_${sheets.length}`, tell))
    })
  }
  await report('taking', null, rowsRead())
  await stageLists(state, staging)
  await stagePeople(state, task.keyring, staging)
  for (const { table } of sheets) await staging.run(`analyze ${table}`)
  await staging.run('analyze load_person; analyze load_surname; analyze load_person_change; analyze load_taken')
  const order = task.files.map((file) => file.name)
  const told = [...unread, ...refused].sort((left, right) => order.indexOf(left.file) - order.indexOf(right.file))
  return await takeEffect(staging, { loadId: task.loadId, revision, sheets, unread: told })
}

async function readSheet(
  task: LoadTask,
  staging: Staging,
  state: LoadState,
  file: LoadFile,
  { sheet, name, header, batches }: FoundSheet,
  table: string,
  tell: (rows: number) => Promise<void>,
): Promise<ReadSheet> {
  const [sourceId = 0] = await drawFrom(task)('registry.source', 1)
  const intake = createIntake(sheet, header, state, sourceId)
  const read: ReadSheet = {
    sheet,
    sourceId,
    table,
    columns: intake.staged,
    file: file.name,
    name,
    headers: header.headers,
    ignored: header.ignored,
    tally: intake.tally,
  }
  await staging.run(stagingTable(read))
  const columns = intake.staged.map((column) => column.name)
  const flush = async (): Promise<void> => {
    const { taken, refused } = intake.drain()
    await staging.append(table, columns, taken)
    await staging.append(
      'load_faulty',
      ['source_id', 'row_no', 'column_name', 'code', 'row_hash', 'sealed_cells'],
      refused,
    )
    await tell(intake.tally.rows)
  }
  let waiting = 0
  for await (const rows of batches) {
    for (const row of rows) {
      const ready = intake.check(row)
      if (ready === undefined) continue
      if (!hasIds(state, sheet, ready.needs)) await reserveIds(state, sheet, ready.needs)
      intake.take(ready)
    }
    waiting += rows.length
    if (waiting < ROWS_AT_ONCE) continue
    await flush()
    waiting = 0
  }
  await flush()
  await staging.settle()
  return read
}

function hasIds(state: LoadState, sheet: SheetDeclaration, needs: number): boolean {
  const { ids } = state
  const ownsIds = sheet.defines === undefined || ids.record(sheet.defines).has(1)
  return ownsIds && ids.value.has(needs) && ids.position.has(1) && (sheet.bringsPeople !== true || ids.person.has(1))
}

async function reserveIds({ ids }: LoadState, sheet: SheetDeclaration, needs: number): Promise<void> {
  if (sheet.defines !== undefined && !ids.record(sheet.defines).has(1)) await ids.record(sheet.defines).reserve(1)
  if (!ids.value.has(needs)) await ids.value.reserve(needs)
  if (!ids.position.has(1)) await ids.position.reserve(1)
  if (sheet.bringsPeople === true && !ids.person.has(1)) await ids.person.reserve(1)
}

async function stageLists(state: LoadState, staging: Staging): Promise<void> {
  const values = state.lists.added.map(({ id, kind, key, label }) => [id, kind, copyText(key), copyText(label)])
  await staging.append('load_value', ['id', 'kind', 'key', 'label'], lines(values))
  const positions = state.positions.added.map(({ id, key, label }) => [id, copyText(key), copyText(label)])
  await staging.append('load_position', ['id', 'key', 'name'], lines(positions))
  const taken = state.takenNow.map(({ hash, people: [first, second] }) => [
    copyHash(hash),
    copyText(first),
    copyText(second),
  ])
  await staging.append('load_taken', ['row_hash', 'person_id', 'second_person_id'], lines(taken))
}

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('')

/** Sequences are drawn from elsewhere: the load's own connection is busy copying. */
function drawFrom({ database, tenant }: LoadTask): DrawIds {
  return async (table, count) =>
    await database.write(tenant, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`.execute(tx)
      return rows.map((row) => row.id)
    })
}

type Report = (state: LoadProgress['state'], file: string | null, rows: number) => Promise<void>

const BETWEEN_REPORTS = 1_000

/** How far the load is, in its own row (seen by others at once) and to who started it; once a second is enough. */
function progressOf({ database, tenant, loadId, onProgress }: LoadTask): Report {
  let told = { state: '', at: 0 }
  return async (state, file, rows) => {
    const now = performance.now()
    if (told.state === state && now - told.at < BETWEEN_REPORTS) return
    told = { state, at: now }
    await onProgress?.({ state, file, rows })
    await database.write(tenant, async (tx) => {
      await tx.updateTable('registry.load').set({ state, rows_read: rows }).where('id', '=', loadId).execute()
    })
  }
}
