import { type Cell, cellText } from './cells.ts'
import type { Grid } from './read.ts'
import type { Column, Table } from './tables.ts'
import { fold } from './text.ts'

/** Where the columns of a table stand in a sheet. */
export type Header = {
  /** Index of the header row, counted from 0. */
  row: number
  /** Index of each named column that is there, by the table's name of it. */
  at: Map<string, number>
  /** Index of «№ п/п». */
  counter: number | undefined
  ignored: string[]
}

/** The names of the required columns that a row of headers lacks. */
export function missingColumns(table: Table, cells: Cell[]): string[] {
  const there = new Set(cells.map((cell) => fold(cellText(cell))))
  const has = (column: Column): boolean => there.has(fold(column.name))
  const missing: string[] = []
  for (const column of table.columns) if (column.required && !has(column)) missing.push(column.name)
  // "Either СНИЛС, or Фамилия, Имя and Дата рождения must be there (as headers, and filled in the row)."
  if (table.id !== 'staff')
    for (let index = 0; index < table.persons; index++) {
      const parts = table.columns.filter((column) => column.person?.index === index)
      const snils = parts.filter((column) => column.person?.part === 'snils')
      const names = parts.filter((column) => column.person?.part !== 'snils' && column.person?.part !== 'patronymic')
      if (!snils.some(has) && !names.every(has)) missing.push(...snils.map((column) => column.name))
    }
  return missing
}

/** "The header row is the first row that holds them all". */
export function findHeader(table: Table, rows: Grid): Header | undefined {
  const row = rows.findIndex((cells) => missingColumns(table, cells).length === 0)
  const cells = rows[row]
  if (!cells) return undefined
  const header: Header = { row, at: new Map(), counter: undefined, ignored: [] }
  for (const [index, cell] of cells.entries()) {
    const name = cellText(cell)
    if (name === '') continue
    const column = table.columns.find((known) => fold(known.name) === fold(name))
    // Reading: of two columns of the same name the first is taken and the other is left alone.
    if (column && !header.at.has(column.name)) header.at.set(column.name, index)
    else header.ignored.push(name)
    if (fold(name) === fold('№ п/п') && header.counter === undefined) header.counter = index
  }
  return header
}
