import { type Cell, cellText } from './cells.ts'
import { findHeader, type Header, missingColumns } from './header.ts'
import { applyPerson, createPerson, type Meant, meant } from './people.ts'
import { type Book, readFolder } from './read.ts'
import { type Refusal, type Row, readRow } from './row.ts'
import type { State, Stored, Value } from './state.ts'
import { TABLES, type Table } from './tables.ts'
import { fold } from './text.ts'

/** The answer about one sheet, as `load --json` has it; without messages. */
export type FileAnswer = {
  file: string
  sheet: string | null
  rows: number
  accepted: number
  updated: number
  unchanged: number
  duplicates: number
  duplicateRows: number[]
  rejected: { row: number; column: string; code: string }[]
  warnings: { row: number; code: string }[]
  ignoredColumns: string[]
}

export type LoadAnswer = { files: FileAnswer[]; unread: { file: string; code: string }[] }

/** What one load knows of its own earlier rows. */
type Run = { stated: Map<number, string> }

/**
 * Equality of two values of one column. "Both are compared like headers, as whole values".
 * Reading: this holds for every text cell; of the comma-separated subjects the order says nothing.
 */
function same(a: Value, b: Value): boolean {
  return comparable(a) === comparable(b)
}

function comparable(value: Value): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(fold).sort().join(',')
  return typeof value === 'number' ? String(value) : fold(value)
}

/** The row's cells as they read, all but «№ п/п», in an order that does not depend on where the columns stand. */
function cellsAsRead(header: Header, headerCells: Cell[], cells: Cell[]): string {
  const pairs: string[] = []
  for (const [index, cell] of cells.entries()) {
    if (index === header.counter || cellText(cell) === '') continue
    pairs.push(JSON.stringify([fold(cellText(headerCells[index])), cellText(cell)]))
  }
  return pairs.sort().join()
}

function isBlank(header: Header, cells: Cell[]): boolean {
  return cells.every((cell, index) => index === header.counter || cellText(cell) === '')
}

type Outcome =
  | { result: 'new' | 'updated' | 'unchanged'; unclassified: boolean }
  | { result: 'duplicate' }
  | { result: 'rejected'; refusal: Refusal }

function rejected(column: string | undefined, code: string): Outcome {
  return { result: 'rejected', refusal: { column: column ?? '', code } }
}

/** Who is meant by each person of the row, or the first refusal, mentor before mentee. */
function whom(state: State, run: Run, table: Table, row: Row, kept: number[] | undefined): Meant[] | Outcome {
  const found: Meant[] = []
  for (const [index, named] of row.persons.entries()) {
    const who = meant(state, named, run.stated, kept?.[index], table.id === 'staff')
    if (typeof who === 'string' && who !== 'new') return rejected(row.personColumns[index], who)
    found.push(who)
  }
  return found
}

/**
 * "`column` is the first cell concerned". Reading for `record_repeated`: the leftmost cell of what makes the record the
 * same, a person standing where its cells stand in the table.
 */
function keyColumn(table: Table, row: Row): string {
  for (const column of table.columns) {
    if (table.key.includes(column.name)) return column.name
    if (column.person) return row.personColumns[column.person.index] ?? ''
  }
  return ''
}

function takeRow(
  state: State,
  run: Run,
  table: Table,
  row: Row,
  named: Map<string, Record<string, Value>>,
  mark: string,
): Outcome {
  if (table.reference) {
    // "a code that no loaded row has": a refused row is not loaded; one loaded by an earlier load counts.
    const code = row.values[table.reference.column] ?? null
    if (!state.records[table.reference.to].has(comparable(code)))
      return rejected(table.reference.column, table.reference.code)
  }
  const people = whom(state, run, table, row, state.taken.get(mark))
  if (!Array.isArray(people)) return people
  const ids = people.map((who) => (typeof who === 'string' ? -1 : who.id))
  if (ids.length === 2 && ids[0] === ids[1]) return rejected(row.personColumns[0], 'same_person')

  // "`record_repeated`: the record was named by an earlier row of the sheet with other values"; "so is [a duplicate] a
  // row that names the same record with the same values and the person in another spelling". Reading: the earlier row
  // is one that was taken, for a refused row changes nothing; the values are those of the table's columns.
  const keyOf = (): string => [...ids, ...table.key.map((name) => comparable(row.values[name] ?? null))].join('|')
  const earlier = named.get(keyOf())
  if (earlier && Object.keys(row.values).some((name) => !same(earlier[name] ?? null, row.values[name] ?? null)))
    return rejected(keyColumn(table, row), 'record_repeated')

  // Nothing was changed above this line. Reading: a duplicate is no refused row, so the person it names receives the
  // number ("that one is meant and receives the number") and the other surname.
  let personChanged = false
  for (const [index, who] of people.entries()) {
    const cells = row.persons[index]
    if (!cells || (typeof who === 'string' && who !== 'new')) continue
    if (who === 'new') ids[index] = createPerson(state, cells, run.stated)
    else personChanged = applyPerson(state, cells, who.id, who.kept, run.stated) || personChanged
  }
  state.taken.set(mark, ids)
  if (earlier) return { result: 'duplicate' }
  named.set(keyOf(), row.values)
  const result = store(state, table, keyOf(), ids, row.values)
  // "new, updated and unchanged alike". Reading: a row that changes its person only (a surname, a birth date, a number)
  // is updated as well.
  return { result: result === 'unchanged' && personChanged ? 'updated' : result, unclassified: row.unclassified }
}

/** Writes the record: "An empty cell clears an optional value; an absent column changes nothing." */
function store(
  state: State,
  table: Table,
  key: string,
  persons: number[],
  values: Record<string, Value>,
): 'new' | 'updated' | 'unchanged' {
  // "an open value is shown and keyed as first loaded". Reading: trimmed outside, inner blanks as they stand; first in
  // the order of loads and rows, of rows that were taken.
  for (const subject of Array.isArray(values.Предметы) ? values.Предметы : [])
    if (!state.subjects.has(fold(subject))) state.subjects.set(fold(subject), subject)
  const stored: Stored | undefined = state.records[table.id].get(key)
  if (!stored) {
    state.records[table.id].set(key, { key, persons, values: { ...values } })
    return 'new'
  }
  let changed = false
  for (const [name, value] of Object.entries(values)) {
    // "an open value is shown and keyed as first loaded": another spelling of the same value is no change.
    if (same(stored.values[name] ?? null, value)) continue
    stored.values[name] = value
    changed = true
  }
  return changed ? 'updated' : 'unchanged'
}

function loadSheet(
  state: State,
  run: Run,
  table: Table,
  file: string,
  sheet: string | null,
  rows: Cell[][],
): FileAnswer {
  const header = findHeader(table, rows)
  if (!header) throw new Error('a sheet without header came through')
  const answer: FileAnswer = {
    file,
    sheet,
    rows: 0,
    accepted: 0,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    duplicateRows: [],
    rejected: [],
    warnings: [],
    ignoredColumns: header.ignored,
  }
  const seen = new Set<string>()
  const named = new Map<string, Record<string, Value>>()
  for (const [index, cells] of rows.entries()) {
    if (index <= header.row || isBlank(header, cells)) continue
    answer.rows++
    const read = cellsAsRead(header, rows[header.row] ?? [], cells)
    const outcome = seen.has(read)
      ? ({ result: 'duplicate' } as const)
      : judge(state, run, table, readRow(table, header, cells), named, JSON.stringify([file, sheet, read]))
    seen.add(read)
    count(answer, index + 1, outcome)
  }
  return answer
}

function judge(
  state: State,
  run: Run,
  table: Table,
  row: Row | Refusal,
  named: Map<string, Record<string, Value>>,
  mark: string,
): Outcome {
  return 'code' in row ? { result: 'rejected', refusal: row } : takeRow(state, run, table, row, named, mark)
}

function count(answer: FileAnswer, row: number, outcome: Outcome): void {
  if (outcome.result === 'duplicate') {
    answer.duplicates++
    answer.duplicateRows.push(row)
    return
  }
  if (outcome.result === 'rejected') {
    answer.rejected.push({ row, ...outcome.refusal })
    return
  }
  answer.accepted++
  if (outcome.result === 'updated') answer.updated++
  if (outcome.result === 'unchanged') answer.unchanged++
  // "taken with the warning": only rows that stand are warned about, again at every load.
  if (outcome.unclassified) answer.warnings.push({ row, code: 'position_unclassified' })
}

/** The sheet of a book that a table is read from; nothing where its columns are missing. */
function sheetFor(table: Table, book: Book): { name: string | null; rows: Cell[][] } | undefined {
  if ('fault' in book) return undefined
  for (const sheet of book.sheets) {
    if (table.sheet !== null && fold(sheet.name ?? '') !== fold(table.sheet)) continue
    if (sheet.rows.some((cells) => missingColumns(table, cells).length === 0)) return sheet
  }
  return undefined
}

/**
 * Loads the files of one folder into the state, row by row, in the order of the table.
 * "`file_unknown` (its name is not in the table …)". Reading: the whole name counts, so learning.xlsx is unknown.
 */
export function loadBooks(state: State, books: Book[]): LoadAnswer {
  const run: Run = { stated: new Map() }
  const answer: LoadAnswer = { files: [], unread: [] }
  const named = (table: Table, file: string): boolean => fold(table.file) === fold(file)
  for (const book of books) {
    const tables = TABLES.filter((table) => named(table, book.file))
    // The example of cli.md answers `format_unsupported` for old.xls: the format is looked at before the name.
    if ('fault' in book && (tables.length > 0 || book.fault === 'format_unsupported'))
      answer.unread.push({ file: book.file, code: book.fault })
    else if (tables.length === 0) answer.unread.push({ file: book.file, code: 'file_unknown' })
    // "A missing required column is a fault of the file": of a file with two sheets both are left, also for a missing sheet.
    else if (tables.some((table) => !sheetFor(table, book)))
      answer.unread.push({ file: book.file, code: 'columns_missing' })
  }
  const refused = new Set(answer.unread.map((unread) => unread.file))
  for (const table of TABLES)
    for (const book of books) {
      const sheet = named(table, book.file) && !refused.has(book.file) ? sheetFor(table, book) : undefined
      if (sheet) answer.files.push(loadSheet(state, run, table, book.file, sheet.name, sheet.rows))
    }
  return answer
}

/** Loads an exchange folder into the state. */
export async function loadFolder(state: State, folder: string): Promise<LoadAnswer> {
  return loadBooks(state, await readFolder(folder))
}
