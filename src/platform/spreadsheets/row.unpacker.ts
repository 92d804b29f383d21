import type { Cell, DateCell, Row } from './cell.values.ts'
import { cellKinds, type PackedBatch, rowMarks, rowsPerBatch } from './row.batch.ts'
import { isoOfDay } from './serial.dates.ts'

/** Most slots in one yielded batch: a thousand rows that are each filled to column XFD come in smaller portions. */
const slotsPerBatch = 128_000
const daysRemembered = 50_000

export type RowUnpacker = (batch: PackedBatch) => Generator<Row[]>

/**
 * The receiving end of one reading; give it every batch, in order. Equal days and equal texts of the string table are
 * one object over all rows.
 */
export function createRowUnpacker(): RowUnpacker {
  const shared: string[] = []
  const days = new Map<number, DateCell>()

  function dateCell(day: number): DateCell {
    const known = days.get(day)
    if (known !== undefined) return known
    const cell: DateCell = Object.freeze({ date: isoOfDay(day) })
    if (days.size < daysRemembered) days.set(day, cell)
    return cell
  }

  function cellOf(kind: number, value: number, texts: readonly string[]): Cell {
    switch (kind) {
      case cellKinds.number:
        return value
      case cellKinds.shared:
        return shared[value] ?? null
      case cellKinds.text:
        return texts[value] ?? null
      case cellKinds.day:
        return dateCell(value)
      case cellKinds.boolean:
        return value === 1
      default:
        return { error: texts[value] ?? '' }
    }
  }

  return function* unpack({ rows, marks, columns, kinds, values, texts, sharedTexts }) {
    for (const text of sharedTexts) shared.push(text)
    let marked = 0
    let out: Row[] = []
    let slots = 0
    let at = 0
    for (let next = 0; next < rows.length; next += 3) {
      const width = rows[next + 2] ?? 0
      const cells = new Array<Cell>(width).fill(null)
      for (const end = at + (rows[next + 1] ?? 0); at < end; at++) {
        cells[columns[at] ?? 0] = cellOf(kinds[at] ?? 0, values[at] ?? 0, texts)
      }
      const row = rows[next] ?? 0
      if (marks[marked] === row) {
        out.push({ row, cells, ...marksOf(marks[marked + 1] ?? 0) })
        marked += 2
      } else out.push({ row, cells })
      slots += width
      if (out.length === rowsPerBatch || slots >= slotsPerBatch) {
        yield out
        out = []
        slots = 0
      }
    }
    if (out.length > 0) yield out
  }
}

function marksOf(bits: number): Pick<Row, 'hidden' | 'noted' | 'fills'> {
  const fills = bits >> rowMarks.fills
  return {
    ...((bits & rowMarks.hidden) !== 0 && { hidden: true }),
    ...((bits & rowMarks.noted) !== 0 && { noted: true }),
    ...(fills !== 0 && { fills }),
  }
}
