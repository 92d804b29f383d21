import { setImmediate } from 'node:timers/promises'
import { sealKept, storeKept } from '../profiles/kept.cells.ts'
import { copyText } from './copy.text.ts'
import type { FoundSheet } from './file.reading.ts'
import type { SheetResult } from './load.answer.ts'
import type { LoadFile } from './load.files.ts'
import type { LoadState } from './load.state.ts'
import {
  anySetByHand,
  COMMON_TABLES,
  type CommonTable,
  insertSheet,
  keepSetByHand,
  mergeSheet,
  nameRecords,
  type StagedSheet,
  stagingTable,
  untouchedAmong,
} from './merge.sql.ts'
import { anyMovedByHand, knowsMoves, leadToMoved, leaveRemoved } from './moved.sql.ts'
import { drainBrought } from './people.staging.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { createIntake, type SheetIntake } from './sheet.intake.ts'
import { type Connection, hasAny, type Staging } from './staging.ts'
import { storeTaken } from './taken.rows.ts'

const ROWS_AT_ONCE = 8_000
/** Fewer are not worth their statements, even while the database has nothing to do. */
const ROWS_AT_LEAST = 2_000
const ROWS_BETWEEN_ANSWERS = 100

type ReadSheet = StagedSheet & {
  /** The district had no such record before: no row of the sheet can meet one, for each names another. */
  readonly isFirst: boolean
  /** Some of the records have values that were set by hand. */
  readonly isSetByHand: boolean
  /** Some were led elsewhere, or removed, by hand. */
  isMoved: boolean
  /** Nothing of it will stand; which records the rows name is kept. */
  readonly isTrial: boolean
  added: number
  updated: number
}

/**
 * Takes a sheet over within the load's transaction, some thousand rows at once: while the database merges those, the
 * next are read. `sourceId` is new; `tell` hears how many rows are behind it.
 */
export async function takeSheet(
  { staging, state, loadId, isTrial }: { staging: Staging; state: LoadState; loadId: number; isTrial: boolean },
  file: Pick<LoadFile, 'name'>,
  { sheet, name, header, batches, trace }: FoundSheet,
  sourceId: number,
  tell: (rows: number) => Promise<void>,
): Promise<SheetResult> {
  await staging.run(
    `insert into registry.source (id, load_id, file, sheet, headers) overriding system value
      values ($1, $2, $3, $4, $5)`,
    [sourceId, loadId, file.name, name, header.headers],
  )
  const isFirst = !(await hasAny(staging, sheet.table, 'id'))
  const isSetByHand = !isFirst && (await isTrue(staging, anySetByHand(sheet.table)))
  const intake = createIntake(sheet, header, state, sourceId)
  const { tally } = intake
  const table = `load_sheet_${sourceId}`
  const read: ReadSheet = {
    ...{ sheet, sourceId, load: loadId, table, columns: intake.staged },
    ...{ isFirst, isSetByHand, isMoved: false, isTrial, added: 0, updated: 0 },
  }
  read.isMoved = !isFirst && knowsMoves(read) && (await isTrue(staging, anyMovedByHand))
  await staging.run(stagingTable(read, isFirst))
  const takeOver = async (): Promise<void> => {
    const chunk = drain(state, intake.drain())
    const kept = sealKept(state.keyring, trace?.drain() ?? [])
    await staging.begin(async (connection) => {
      await mergeChunk(connection, read, chunk)
      await storeKept(connection, sourceId, kept)
    })
    await tell(tally.rows)
  }
  let waiting = 0
  for await (const rows of batches) {
    for (const [at, row] of rows.entries()) {
      // The connection is busy meanwhile, and what it answers must not wait for a thousand rows.
      if (at % ROWS_BETWEEN_ANSWERS === 0) await setImmediate()
      const ready = intake.check(row)
      if (ready === undefined) continue
      if (!hasIds(state, sheet, ready.needs)) await reserveIds(state, sheet, ready.needs)
      intake.take(ready)
    }
    waiting += rows.length
    if (waiting < (staging.isIdle() ? ROWS_AT_LEAST : ROWS_AT_ONCE)) continue
    await takeOver()
    waiting = 0
  }
  await takeOver()
  await staging.run(`drop table ${table}`)
  return {
    file: file.name,
    sheet: name,
    rows: tally.rows,
    accepted: tally.accepted,
    updated: read.updated,
    unchanged: tally.accepted - read.added - read.updated,
    duplicates: tally.duplicates.length,
    duplicateRows: tally.duplicates,
    rejected: tally.rejected,
    warnings: tally.unclassified.map((warned) => ({ ...warned, code: 'position_unclassified' })),
    ignoredColumns: header.ignored,
    ...(trace && { profiled: trace.told() }),
  }
}

async function isTrue(staging: Staging, condition: string): Promise<boolean> {
  const [row] = await staging.run<{ any: boolean }>(`select ${condition} as any`)
  return row?.any === true
}

type Chunk = ReturnType<typeof drain>

/** What the rows since the last call brought. */
function drain(state: LoadState, rows: ReturnType<SheetIntake['drain']>) {
  const { people, surnames } = drainBrought(state.people, state.keyring)
  const values = state.lists.drain().map(({ id, kind, key, label }) => [id, kind, copyText(key), copyText(label)])
  const positions = state.positions.drain().map(({ id, key, label }) => [id, copyText(key), copyText(label)])
  return { ...rows, people, surnames, values: lines(values), positions: lines(positions), traces: state.taken.drain() }
}

/** Stages a chunk and takes it over, people and values of lists before the records that name them. */
async function mergeChunk(connection: Connection, read: ReadSheet, chunk: Chunk): Promise<void> {
  const staged: readonly (readonly [CommonTable, Buffer])[] = [
    ['load_value', chunk.values],
    ['load_position', chunk.positions],
    ['load_person', chunk.people],
    ['load_surname', chunk.surnames],
    ['load_faulty', chunk.refused],
  ]
  for (const [table, text] of staged) await connection.copy(table, COMMON_TABLES[table].columns, text)
  await connection.copy(
    read.table,
    read.columns.map((column) => column.name),
    chunk.taken,
  )
  await storeTaken(connection, read.load, chunk.traces)
  const filled = staged.flatMap(([table, text]) => (text.length === 0 ? [] : [table]))
  const before = filled.map((table) => COMMON_TABLES[table].takeOver(read.load))
  const moved = read.isMoved ? [leadToMoved(read), leaveRemoved(read, chunk.known)] : []
  const keep = read.isSetByHand && chunk.known.length > 0 ? [keepSetByHand(read, chunk.known)] : []
  const merge = read.isFirst ? [insertSheet(read)] : [mergeSheet(read), untouchedAmong(read, chunk.changedPeople)]
  const named = read.isTrial ? [nameRecords(read)] : []
  const empty = `truncate ${[...filled, read.table].join(', ')}`
  const answers = await connection.runAll<{ added: number; changed: number }>([
    ...before,
    ...moved,
    ...keep,
    ...merge,
    ...named,
    empty,
  ])
  for (const { added, changed } of answers.flat()) {
    read.added += added
    read.updated += changed
  }
}

const lines = (rows: readonly (readonly (string | number)[])[]): Buffer =>
  Buffer.from(rows.map((row) => `${row.join('\t')}\n`).join(''))

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
