import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { Cell } from './cells.ts'

export type Grid = Cell[][]

/** One file of an exchange folder; a CSV stands as sheets without a name, one for each separator tried. */
export type Book = { file: string; sheets: { name: string | null; rows: Grid }[] } | { file: string; fault: string }

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'win1251')
  }
}

function csvGrid(text: string, delimiter: string): Grid | undefined {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    return undefined
  }
}

/**
 * The example of cli.md answers `format_unsupported` for old.xls. Reading: so it is for spreadsheets of other kinds;
 * any other file, readable or not, is one whose name is not in the table.
 */
const FOREIGN = ['.xls', '.xlsm', '.xlsb', '.ods']

async function readBook(folder: string, file: string): Promise<Book> {
  const kind = extname(file).toLowerCase()
  if (FOREIGN.includes(kind)) return { file, fault: 'format_unsupported' }
  if (kind !== '.xlsx' && kind !== '.csv') return { file, sheets: [] }
  const bytes = readFileSync(join(folder, file))
  if (kind === '.csv') {
    if (bytes.length === 0) return { file, fault: 'file_broken' }
    const text = decode(bytes)
    const grids = [csvGrid(text, ';'), csvGrid(text, ',')].filter((grid) => grid !== undefined)
    return grids.length > 0
      ? { file, sheets: grids.map((rows) => ({ name: null, rows })) }
      : { file, fault: 'file_broken' }
  }
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return { file, fault: 'file_encrypted' }
  try {
    const workbook = await readXlsx(bytes)
    return { file, sheets: workbook.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows })) }
  } catch {
    return { file, fault: 'file_broken' }
  }
}

/** Every file of an exchange folder, whole in memory, ordered by name. */
export async function readFolder(folder: string): Promise<Book[]> {
  const books: Book[] = []
  const entries = readdirSync(folder, { withFileTypes: true })
  for (const name of entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort())
    books.push(await readBook(folder, name))
  return books
}
