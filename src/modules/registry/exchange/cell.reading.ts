import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import type { CellFault, Value } from './cell.parsing.ts'
import type { SheetHeader } from './header.match.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { storable } from './text.keys.ts'

/** A filled cell by how it reads; `value` is what its column makes of it, once the column was asked. */
export type ReadCell = { readonly text: string; value: Value | CellFault | undefined }

/** The cells of a row in their places; blank ones are undefined. */
export type ReadCells = readonly (ReadCell | undefined)[]

/** Of one column. */
type Remembered = Map<Cell, ReadCell | undefined>

const REMEMBERED = 50_000

/**
 * Reads the cells of rows. The same cells come over and over, equal days and words as one object each: what a column knows
 * of them is looked up once a cell. Not where hardly any comes twice, nor in columns that nobody reads.
 */
export function cellReader(sheet: SheetDeclaration, header: SheetHeader): (cells: readonly Cell[]) => ReadCells {
  const columns: (Remembered | undefined)[] = header.headers.map(() => undefined)
  for (const [at, { type }] of sheet.columns.entries()) {
    const place = header.places[at] ?? -1
    if (place >= 0 && !(type.is === 'person' && type.part === 'snils')) columns[place] = new Map()
  }
  return (cells) =>
    cells.map((cell, place) => {
      if (cell === null) return undefined
      const remembered = columns[place]
      return remembered === undefined ? readCell(cell) : recall(remembered, cell)
    })
}

function recall(remembered: Remembered, cell: Cell): ReadCell | undefined {
  const known = remembered.get(cell)
  if (known !== undefined || remembered.has(cell)) return known
  const read = readCell(cell)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(cell, read)
  return read
}

/** Undefined when it is blank. */
export function readCell(cell: Cell): ReadCell | undefined {
  const text = readsAs(cell)
  return isBlank(text) ? undefined : { text, value: undefined }
}

/** Nothing but blanks of any kind. */
export function isBlank(text: string): boolean {
  if (text === '') return true
  const first = text.charCodeAt(0)
  if ((first > 0x20 && first < 0x85) || (first > 0xa0 && first < 0x1680)) return false
  return storable(text) === ''
}
