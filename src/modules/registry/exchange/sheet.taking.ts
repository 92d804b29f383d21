import { copyText } from './copy.text.ts'
import type { FoundSheet } from './file.reading.ts'
import type { SheetResult } from './load.answer.ts'
import type { LoadFile } from './load.files.ts'
import type { LoadState } from './load.state.ts'
import { mergeSheet, type StagedSheet, stagingTable, TAKE_OVER, untouchedAmong } from './merge.sql.ts'
import { BROUGHT_COLUMNS, drainBrought } from './people.staging.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { createIntake, type SheetTally } from './sheet.intake.ts'
import type { Connection, Staging } from './staging.ts'
import { storeTaken } from './taken.rows.ts'

const ROWS_AT_ONCE = 8_000

type ReadSheet = StagedSheet & { readonly tally: SheetTally; updated: number; added: number }

/**
 * Takes a sheet over within the load's transaction, some thousand rows at once: while the database merges those, the
 * next are read. `sourceId` is new; `tell` hears how many rows are behind it.
 */
export async function takeSheet(
  { staging, state, loadId }: { staging: Staging; state: LoadState; loadId: number },
  file: LoadFile,
  { sheet, name, header, batches }: FoundSheet,
  sourceId: number,
  tell: (rows: number) => Promise<void>,
): Promise<SheetResult> {
  await staging.run(
    `insert into registry.source (id, load_id, file, sheet, headers) overriding system value
      values ($1, $2, $3, $4, $5)`,
    [sourceId, loadId, file.name, name, header.headers],
  )
  const [has] = await staging.run<{ any: boolean }>(`select exists (select from ${sheet.table}) as any`)
  const intake = createIntake(sheet, header, state, sourceId)
  const { tally } = intake
  const table = `load_sheet_${sourceId}`
  const read: ReadSheet = {
    ...{ sheet, sourceId, table, columns: intake.staged, isFirst: has?.any === false },
    ...{ tally, updated: 0, added: 0 },
  }
  await staging.run(stagingTable(read))
  const takeOver = async (): Promise<void> => {
    const chunk = drain(state, intake.drain())
    await staging.begin((connection) => mergeChunk(connection, read, chunk))
    await tell(tally.rows)
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
    warnings: tally.unclassified.map((row) => ({ row, code: 'position_unclassified' })),
    ignoredColumns: header.ignored,
  }
}

type Chunk = ReturnType<typeof drain>

/** COPY text of what the rows since the last call brought: people and values of lists before the records that name them. */
function drain(state: LoadState, rows: { taken: string; refused: string; changedPeople: readonly number[] }) {
  const { people, surnames } = drainBrought(state.people, state.keyring)
  const values = state.lists.drain().map(({ id, kind, key, label }) => [id, kind, copyText(key), copyText(label)])
  const positions = state.positions.drain().map(({ id, key, label }) => [id, copyText(key), copyText(label)])
  return { ...rows, people, surnames, values: lines(values), positions: lines(positions), traces: state.taken.drain() }
}

async function mergeChunk(connection: Connection, read: ReadSheet, chunk: Chunk): Promise<void> {
  await takeOver(connection, 'load_value', ['id', 'kind', 'key', 'label'], chunk.values)
  await takeOver(connection, 'load_position', ['id', 'key', 'name'], chunk.positions)
  await takeOver(connection, 'load_person', BROUGHT_COLUMNS, chunk.people)
  await takeOver(connection, 'load_surname', ['person_id', 'key'], chunk.surnames)
  await takeOver(connection, 'load_faulty', FAULTY_COLUMNS, chunk.refused)
  await storeTaken(connection, chunk.traces)
  if (chunk.taken === '') return
  const columns = read.columns.map((column) => column.name)
  await connection.copy(read.table, columns, chunk.taken)
  const [merged] = await connection.run<{ added: number; changed: number }>(mergeSheet(read))
  const rows = chunk.changedPeople
  const [alone] = rows.length === 0 ? [] : await connection.run<{ rows: number }>(untouchedAmong(read), [rows])
  read.added += merged?.added ?? 0
  read.updated += (merged?.changed ?? 0) + (alone?.rows ?? 0)
  await connection.run(`truncate ${read.table}`)
}

const FAULTY_COLUMNS = ['source_id', 'row_no', 'column_name', 'code', 'row_hash', 'sealed_cells']

/** Stages and takes over at once. */
export async function takeOver(
  connection: Connection,
  table: keyof typeof TAKE_OVER,
  columns: readonly string[],
  text: string,
): Promise<void> {
  if (text === '') return
  await connection.copy(table, columns, text)
  await connection.run(TAKE_OVER[table])
  await connection.run(`truncate ${table}`)
}

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('')

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
