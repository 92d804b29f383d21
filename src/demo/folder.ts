import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cell, type ColumnKind, writeCsv, writeWorkbook } from '../platform/spreadsheets/index.ts'
import type { MadeTable } from './sheets.ts'

/** Writes the tables as the files of an exchange folder. */
export async function writeFolder(folder: string, tables: readonly MadeTable[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(
    [...Map.groupBy(tables, ({ file }) => file)].map(async ([file, sheets]) => {
      await writeFile(join(folder, file), await bytesOf(file, sheets))
    }),
  )
}

async function bytesOf(file: string, tables: readonly MadeTable[]): Promise<Buffer> {
  const [first] = tables
  if (file.endsWith('.csv') && first !== undefined) return writeCsv({ header: first.columns, rows: first.rows })
  return await writeWorkbook({
    sheets: tables.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map((header, at) => ({ header, width: header.length + 4, kind: kindOf(rows, at) })),
      rows,
    })),
  })
}

function kindOf(rows: readonly (readonly Cell[])[], at: number): ColumnKind {
  const cell = rows.find((row) => row[at] !== null)?.[at]
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return 'date'
  return typeof cell === 'number' ? 'number' : 'text'
}
