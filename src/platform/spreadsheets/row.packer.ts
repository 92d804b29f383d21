import type { ReadingLimits } from './reading.limits.ts'
import { cellKinds, type PackedBatch, type RowSink, rowsPerBatch } from './row.batch.ts'
import type { SharedStrings } from './shared.strings.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

const cellsPerBatch = 16_000

/** Which texts of the string table have crossed to the reader, over all sheets and repeated readings. */
export type SharedTexts = {
  readonly strings: SharedStrings
  /** By index in the table: 0 not crossed, -1 empty, else its number on the other side plus one. */
  readonly numbers: Int32Array
  crossed: number
}

export function createSharedTexts(strings: SharedStrings): SharedTexts {
  return { strings, numbers: new Int32Array(strings.count), crossed: 0 }
}

export type RowPacker = RowSink & {
  /** Whether there is enough to be worth a message. */
  isFull(): boolean
  /** Everything since the last call, or undefined if that is nothing. */
  take(): PackedBatch | undefined
}

/** Packs the rows of one sheet, leaves out blank ones, and holds them to the limits. */
export function createRowPacker(limits: ReadingLimits, shared?: SharedTexts): RowPacker {
  let rows: number[] = []
  let texts: string[] = []
  let sharedTexts: string[] = []
  let columns = new Uint16Array(cellsPerBatch * 2)
  let kinds = new Uint8Array(cellsPerBatch * 2)
  let values = new Float64Array(cellsPerBatch * 2)
  let count = 0
  let row = 0
  let firstOfRow = 0
  let width = 0
  let total = 0

  function grow(): void {
    const bigger = { columns: new Uint16Array(count * 2), kinds: new Uint8Array(count * 2) }
    bigger.columns.set(columns)
    bigger.kinds.set(kinds)
    const biggerValues = new Float64Array(count * 2)
    biggerValues.set(values)
    columns = bigger.columns
    kinds = bigger.kinds
    values = biggerValues
  }

  function put(column: number, kind: number, value: number): void {
    if (column >= limits.columns) throw new SpreadsheetFault('columns', { row, limit: limits.columns })
    if (count === values.length) grow()
    columns[count] = column
    kinds[count] = kind
    values[count] = value
    count++
    if (column >= width) width = column + 1
  }

  function checkLength(text: string): void {
    if (text.length <= limits.cellCharacters) return
    throw new SpreadsheetFault('cell_characters', { row, limit: limits.cellCharacters })
  }

  function putText(column: number, kind: number, value: string): void {
    if (value === '') return
    checkLength(value)
    put(column, kind, texts.length)
    texts.push(value)
  }

  function cross(table: SharedTexts, index: number): number {
    const text = table.strings.textAt(index)
    checkLength(text)
    if (text !== '') {
      sharedTexts.push(text)
      table.crossed++
    }
    const number = text === '' ? -1 : table.crossed
    table.numbers[index] = number
    return number
  }

  return {
    startRow(number) {
      if (number > limits.rows) throw new SpreadsheetFault('rows', { limit: limits.rows })
      row = number
      width = 0
      firstOfRow = count
    },
    number: (column, value) => put(column, cellKinds.number, value),
    text: (column, value) => putText(column, cellKinds.text, value),
    shared(column, index) {
      const known = shared?.numbers[index]
      if (shared === undefined || known === undefined) throw new SpreadsheetFault('xml_damaged', { row })
      const number = known === 0 ? cross(shared, index) : known
      if (number > 0) put(column, cellKinds.shared, number - 1)
    },
    day: (column, daysSince1970) => put(column, cellKinds.day, daysSince1970),
    boolean: (column, value) => put(column, cellKinds.boolean, value ? 1 : 0),
    error: (column, code) => putText(column, cellKinds.error, code),
    endRow() {
      if (count === firstOfRow) return
      total += width
      if (total > limits.cells) throw new SpreadsheetFault('cells', { row, limit: limits.cells })
      rows.push(row, count - firstOfRow, width)
    },
    isFull: () => rows.length >= rowsPerBatch * 3 || count >= cellsPerBatch,
    take() {
      if (rows.length === 0) return undefined
      const batch: PackedBatch = {
        rows: Int32Array.from(rows),
        columns: columns.slice(0, count),
        kinds: kinds.slice(0, count),
        values: values.slice(0, count),
        texts,
        sharedTexts,
      }
      rows = []
      texts = []
      sharedTexts = []
      count = 0
      return batch
    },
  }
}
