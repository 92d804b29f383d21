import { type Cell, cellDate, cellNumber, cellSnils, cellText } from './cells.ts'
import { classified } from './classifier.ts'
import type { Header } from './header.ts'
import type { Named } from './people.ts'
import type { Value } from './state.ts'
import type { Column, Table } from './tables.ts'
import { fold } from './text.ts'

export type Refusal = { column: string; code: string }

export type Row = {
  /** Values of the columns that the sheet has, without those of persons. */
  values: Record<string, Value>
  persons: Named[]
  /** The cell that stands for each person in an answer: "СНИЛС if filled, else Фамилия". */
  personColumns: string[]
  unclassified: boolean
}

/** The cell of a column; empty where the sheet lacks the column. */
function cellOf(header: Header, cells: Cell[], name: string): Cell {
  const at = header.at.get(name)
  const cell = at === undefined ? null : (cells[at] ?? null)
  return cellText(cell) === '' ? null : cell
}

/** "`required_missing`: a required cell is empty, or the person cells are not enough". */
function missing(table: Table, header: Header, cells: Cell[]): Refusal | undefined {
  for (const column of table.columns) {
    if (column.required && cellOf(header, cells, column.name) === null)
      return { column: column.name, code: 'required_missing' }
    if (table.id === 'staff' || column.person?.part !== 'snils') continue
    const index = column.person.index
    const filled = (part: string): boolean => {
      const named = table.columns.find((other) => other.person?.index === index && other.person.part === part)
      return named !== undefined && cellOf(header, cells, named.name) !== null
    }
    if (filled('snils') || (filled('surname') && filled('name') && filled('birth'))) continue
    return { column: personColumn(table, header, cells, index), code: 'required_missing' }
  }
  return undefined
}

/**
 * "`column` is the first cell concerned (of a person: СНИЛС if filled, else Фамилия …)".
 * Reading: also where Фамилия is filled and Имя lacks; СНИЛС where the sheet has no column Фамилия.
 */
function personColumn(table: Table, header: Header, cells: Cell[], index: number): string {
  const of = (part: string): string =>
    table.columns.find((column) => column.person?.index === index && column.person.part === part)?.name ?? ''
  if (cellOf(header, cells, of('snils')) !== null || !header.at.has(of('surname'))) return of('snils')
  return of('surname')
}

/** The value of a filled cell, or the code of what is wrong with it. */
function read(column: Column, cell: Cell, limit: number | undefined): { value: Value } | { code: string } {
  const text = cellText(cell)
  if (column.kind === 'date') {
    const day = cellDate(cell)
    return day === undefined ? { code: 'date_invalid' } : { value: day }
  }
  if (column.kind === 'number') {
    const number = cellNumber(cell)
    if (number === undefined) return { code: 'number_range' }
    if (column.above !== undefined && number <= column.above) return { code: 'number_range' }
    if (column.least !== undefined && number < column.least) return { code: 'number_range' }
    // "Балл (0 … Максимум)": the leftmost faulty cell is Балл, unless Максимум is no number at all.
    if (limit !== undefined && number > limit) return { code: 'number_range' }
    return { value: number }
  }
  if (column.kind === 'snils') {
    const snils = cellSnils(cell)
    return snils === undefined ? { code: 'snils_checksum' } : { value: snils }
  }
  if (column.kind === 'closed') {
    for (const allowed of column.values ?? []) if (fold(allowed) === fold(text)) return { value: allowed }
    return { code: 'value_unknown' }
  }
  if (column.kind === 'position') return { value: classified(text).position }
  if (column.kind === 'list') return { value: subjects(text) }
  return { value: text }
}

/** "Предметы (comma-separated)": without empty ones and repetitions, in the order written. */
function subjects(text: string): string[] {
  const list: string[] = []
  for (const part of text.split(',').map((piece) => piece.trim()))
    if (part !== '' && !list.some((other) => fold(other) === fold(part))) list.push(part)
  return list
}

/** Reads a row as far as it can be judged by itself: required cells, each cell, the order of dates. */
export function readRow(table: Table, header: Header, cells: Cell[]): Row | Refusal {
  const lack = missing(table, header, cells)
  if (lack) return lack
  const all: Record<string, Value> = {}
  for (const column of table.columns) {
    if (!header.at.has(column.name)) continue
    const cell = cellOf(header, cells, column.name)
    if (cell === null) {
      all[column.name] = column.kind === 'list' ? [] : null
      continue
    }
    const limit = column.upTo === undefined ? undefined : cellNumber(cellOf(header, cells, column.upTo))
    const result = read(column, cell, limit)
    if ('code' in result) return { column: column.name, code: result.code }
    all[column.name] = result.value
  }
  if (table.span) {
    const start = all[table.span.start] ?? null
    const end = all[table.span.end] ?? null
    if (start !== null && end !== null && end < start) return { column: table.span.end, code: 'dates_order' }
  }
  return parts(table, header, cells, all)
}

function parts(table: Table, header: Header, cells: Cell[], all: Record<string, Value>): Row {
  const row: Row = { values: {}, persons: [], personColumns: [], unclassified: false }
  for (let index = 0; index < table.persons; index++) {
    const part = (name: string): string | null | undefined => {
      const column = table.columns.find((other) => other.person?.index === index && other.person.part === name)
      if (column === undefined || !header.at.has(column.name)) return undefined
      const value = all[column.name]
      return typeof value === 'string' ? value : null
    }
    const patronymic = part('patronymic')
    row.persons.push({
      snils: part('snils') ?? null,
      surname: part('surname') ?? '',
      name: part('name') ?? '',
      patronymic: patronymic === undefined ? undefined : (patronymic ?? ''),
      birth: part('birth') ?? null,
    })
    row.personColumns.push(personColumn(table, header, cells, index))
  }
  for (const column of table.columns) {
    if (column.person || !header.at.has(column.name)) continue
    row.values[column.name] = all[column.name] ?? null
    if (column.kind === 'position') row.unclassified = !classified(String(all[column.name])).known
  }
  return row
}
