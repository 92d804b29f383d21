/** Whether an answer accounts for every row of the files it was given. */
import { createHeaderSearch } from '../../src/modules/registry/exchange/header.match.ts'
import type { LoadAnswer } from '../../src/modules/registry/index.ts'
import { rowsOf } from '../../src/modules/registry/profiles/row.runs.ts'
import { type Cell, type Row, readsAs, SpreadsheetFault } from '../../src/platform/spreadsheets/index.ts'
import { sheetsOf } from '../../src/platform/spreadsheets/spreadsheet.samples.ts'
import { sheets as declared } from '../../src/sheets.ts'
import type { Mutated } from './mutated.files.ts'

type Told = LoadAnswer['files'][number]
type Sheets = Awaited<ReturnType<typeof sheetsOf>>

/** What of a cell alone is wrong with it: whatever else is known, it is so every time. */
const OF_CELLS = new Set(['required_missing', 'date_invalid', 'number_range', 'snils_checksum', 'email_invalid'])
  .add('value_unknown')
  .add('dates_order')
/** Rows that may stand above those of a header, and the header. */
const HEAD_ROWS = 63

/** The sheets of a file, or why it cannot be read. */
export async function read({ bytes, name }: Mutated): Promise<Sheets | string> {
  try {
    return await sheetsOf(bytes, name)
  } catch (error) {
    if (error instanceof SpreadsheetFault) return error.code
    throw error
  }
}

/** What an answer owes of a file; empty where it accounts for everything. */
export function owed({ name }: Mutated, sheets: Sheets | string, { files, unread }: LoadAnswer): string[] {
  const told = files.filter(({ file }) => file === name)
  const refused = unread.filter(({ file }) => file === name)
  const faults: string[] = []
  if (told.length + refused.length === 0) faults.push('nothing is said of the file')
  for (const { code, message } of refused) if (!isSaid(message, code)) faults.push(`${code} has no words`)
  if (typeof sheets === 'string') {
    if (told.length > 0) faults.push(`taken though it is ${sheets}`)
    return faults
  }
  for (const one of told) faults.push(...owedOf(one, sheets).map((fault) => `${one.sheet ?? ''}: ${fault}`))
  return faults
}

const isSaid = (message: string, code: string): boolean => message.length > 5 && !message.includes(code)

/** Blanks of any kind, and what a database cannot hold. */
const BLANK = /^[\s\0\u200b\u2060]*$/
const filledRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ cells }) => cells.some((cell) => !BLANK.test(readsAs(cell))))

function owedOf(told: Told, sheets: Sheets): string[] {
  const faults: string[] = []
  const found = told.sheet === null ? sheets[0] : sheets.find(({ name }) => name === told.sheet)
  if (found === undefined) return ['a sheet the file does not have']
  const { rows, accepted, duplicates, duplicateRows, rejected, warnings, profiled } = told
  if (rows !== accepted + duplicates + rejected.length) faults.push(`${rows} rows are not those told of`)
  if (duplicates !== duplicateRows.length) faults.push('duplicates are not listed')
  const skipped = (profiled?.skipped ?? []).map(({ row }) => row)
  const listed = [...duplicateRows, ...skipped, ...rejected.map(({ row }) => row)]
  if (new Set(listed).size !== listed.length) faults.push('a row has two ends')
  const there = new Set(found.rows.map(({ row }) => row))
  const remarked = (profiled?.remarks ?? []).flatMap((remark) => [...rowsOf(remark.rows)])
  for (const row of [...listed, ...remarked]) if (!there.has(row)) faults.push(`row ${row} is not there`)
  for (const { code, message } of [...rejected, ...warnings, ...(profiled?.remarks ?? [])])
    if (!isSaid(message, code)) faults.push(`${code} has no words`)
  return [...faults, ...uncounted(told, found.rows, skipped.length)]
}

/** Rows below the header of which nothing is said. */
function uncounted({ file, sheet, recognised, rows, profiled }: Told, all: readonly Row[], skipped: number): string[] {
  const known = recognised ?? { file: file.toLowerCase(), sheet }
  const sheets = declared.filter((one) => one.file === known.file)
  const declaration = sheets.find((one) => sheets.length === 1 || one.sheet === known.sheet) ?? sheets[0]
  if (declaration === undefined) return ['nobody knows what it is taken for']
  const search = createHeaderSearch(declaration)
  const at = all.findIndex(({ cells }) => search.offer(cells.map(readsAs)) !== undefined)
  const ordinal = all[at]?.cells.findIndex((cell) => readsAs(cell).toLowerCase() === '№ п/п') ?? -1
  // Through a profile, words where the numbers stand are a section or a total.
  const isOnlyNumber = (cell: Cell, place: number): boolean =>
    place === ordinal && (profiled === undefined || typeof cell !== 'string' || /^[\d\s.]*$/.test(cell))
  const bare = all.map((row) => ({
    ...row,
    cells: row.cells.map((cell, place) => (isOnlyNumber(cell, place) ? null : cell)),
  }))
  const owed = filledRows(bare).length - rows - skipped
  if (profiled === undefined || (at >= 0 && at < 10)) {
    const above = filledRows(bare.slice(0, at + 1)).length
    return owed === above ? [] : [`${owed - above} rows below the header are not told of`]
  }
  return owed >= 1 && owed <= HEAD_ROWS ? [] : [`${owed} rows are not told of`]
}

/** Rows that are refused as they are and taken through a profile, of which it says nothing. */
export function silentlyRepaired({ name }: Mutated, plain: LoadAnswer, profiled: LoadAnswer): string[] {
  const of = (answer: LoadAnswer) => answer.files.filter(({ file }) => file === name)
  return of(plain).flatMap(({ sheet, recognised, rejected }) => {
    const same = of(profiled).find((one) => one.sheet === sheet)
    if (same?.profiled === undefined || recognised?.file !== same.recognised?.file) return []
    const { remarks, skipped } = same.profiled
    const named = new Set([
      ...remarks.flatMap(({ rows }) => [...rowsOf(rows)]),
      ...skipped.map(({ row }) => row),
      ...same.duplicateRows,
      ...same.rejected.map(({ row }) => row),
    ])
    return rejected
      .filter(({ row, code }) => OF_CELLS.has(code) && !named.has(row))
      .map(({ row, code, column }) => `row ${row} was refused for ${code} (${column}) and is taken without a word`)
  })
}
