import type { MadeDistrict } from '../../src/demo/district.ts'
import type { MadeTable } from '../../src/demo/sheets.ts'

type Cell = MadeTable['rows'][number][number]

/** A row by its columns. */
export type Line = (column: string) => Cell

/** The rows of a sheet. */
export function linesOf({ tables }: MadeDistrict, file: string, name?: string): Line[] {
  const table = tables.find((one) => one.file === file && (name === undefined || one.name === name))
  if (table === undefined) throw new Error(`no ${file}`)
  return table.rows.map((row) => (column) => row[table.columns.indexOf(column)] ?? null)
}

/** `YYYY-MM-DD`, or nothing where the cell holds no date. */
export const dayOf = (cell: Cell): string | undefined =>
  typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : undefined
