import type { ReadingLimits } from './reading.limits.ts'
import { cellKinds, type PackedBatch, type RowSink, rowMarks, rowsPerBatch } from './row.batch.ts'
import type { SharedStrings } from './shared.strings.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

const cellsPerBatch = 16_000
/** Room for a small sheet; it doubles as it fills. */
const cellsAtFirst = 1_000
const charactersPerBatch = 1_000_000

/** Which texts of the string table have crossed to the reader. Of one reading only: an abandoned one takes texts along. */
type SharedTexts = {
  readonly strings: SharedStrings
  /** By index in the table: 0 not crossed, -1 empty, else its number on the other side plus one. */
  readonly numbers: Int32Array
  crossed: number
}

export type RowPacker = RowSink & {
  /** Batches that are full by now, of whole rows; each is handed out once. */
  full(): Generator<PackedBatch>
  /** What is left after the last row. */
  rest(): Generator<PackedBatch>
}

/** More ways of colouring share a bit: bits of a number are few, and so are colours that mean something. */
const fillBits = 28

/**
 * Packs the rows of one sheet, leaves out blank ones, and holds them to the limits.
 * @param noted numbers of rows with a note on a cell
 */
export function createRowPacker(
  limits: ReadingLimits,
  strings?: SharedStrings,
  noted: ReadonlySet<number> = new Set(),
): RowPacker {
  const shared: SharedTexts | undefined = strings && { strings, numbers: new Int32Array(strings.count), crossed: 0 }
  let rows: number[] = []
  let marks: number[] = []
  let marksOfRow = 0
  let texts: string[] = []
  let sharedTexts: string[] = []
  let columns = new Uint16Array(cellsAtFirst)
  let kinds = new Uint8Array(cellsAtFirst)
  let values = new Float64Array(cellsAtFirst)
  let count = 0
  let row = 0
  let firstOfRow = 0
  let width = 0
  let total = 0
  let characters = 0
  let charactersBefore = 0
  const ready: PackedBatch[] = []

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

  /** What a batch holds in texts, shared ones when they cross. */
  function weigh(text: string): void {
    if (text.length > limits.cellCharacters) {
      throw new SpreadsheetFault('cell_characters', { row, limit: limits.cellCharacters })
    }
    characters += text.length
    if (characters - charactersBefore <= limits.rowCharacters) return
    throw new SpreadsheetFault('row_characters', { row, limit: limits.rowCharacters })
  }

  function putText(column: number, kind: number, value: string): void {
    if (value === '') return
    weigh(value)
    put(column, kind, texts.length)
    texts.push(value)
  }

  function cross(table: SharedTexts, index: number): number {
    const text = table.strings.textAt(index)
    weigh(text)
    if (text !== '') {
      sharedTexts.push(text)
      table.crossed++
    }
    const number = text === '' ? -1 : table.crossed
    table.numbers[index] = number
    return number
  }

  function pack(): PackedBatch {
    const batch: PackedBatch = {
      rows: Int32Array.from(rows),
      marks,
      columns: columns.slice(0, count),
      kinds: kinds.slice(0, count),
      values: values.slice(0, count),
      texts,
      sharedTexts,
    }
    rows = []
    marks = []
    texts = []
    sharedTexts = []
    count = 0
    characters = 0
    return batch
  }

  return {
    startRow(number, isHidden = false) {
      if (number > limits.rows) throw new SpreadsheetFault('rows', { limit: limits.rows })
      row = number
      marksOfRow = (isHidden ? rowMarks.hidden : 0) | (noted.has(number) ? rowMarks.noted : 0)
      width = 0
      firstOfRow = count
      charactersBefore = characters
    },
    fill(way) {
      marksOfRow |= 1 << (rowMarks.fills + ((way - 1) % fillBits))
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
      if (marksOfRow !== 0) marks.push(row, marksOfRow)
      const isFull = rows.length >= rowsPerBatch * 3 || count >= cellsPerBatch || characters >= charactersPerBatch
      if (isFull) ready.push(pack())
    },
    *full() {
      for (let batch = ready.shift(); batch !== undefined; batch = ready.shift()) yield batch
    },
    *rest() {
      if (rows.length > 0) yield pack()
    },
  }
}
