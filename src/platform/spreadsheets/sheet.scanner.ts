import { type FormatKind, formatKind } from './number.formats.ts'
import type { RowSink } from './row.batch.ts'
import { dayOfIso, serialMeaning } from './serial.dates.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { decodeEntities, decodeEscapes, textOfStringItem } from './xml.text.ts'

/** What the number formats of a workbook say: kind by style index, and which day is day 0. */
export type SheetStyles = { readonly kinds: readonly FormatKind[]; readonly starts1904: boolean }

export type SheetScanner = {
  push(chunk: Buffer): void
  /** Call once after the last chunk. Faults: `file_broken` when the sheet has no end. */
  finish(): void
}

/** Longest tag, text or inline string that may lie across chunks. */
const mostPendingBytes = 2 * 1024 * 1024

const code = { tab: 9, blank: 32, quote: 34, apostrophe: 39, slash: 47, colon: 58, lessThan: 60, equals: 61, greaterThan: 62 }
const letter = { b: 98, c: 99, d: 100, e: 101, i: 105, n: 110, r: 114, s: 115, t: 116, v: 118, w: 119 }

/**
 * Reads the cells of one worksheet part, byte by byte: a sheet is nearly all markup, and turning it into strings first
 * costs more than the reading. Works on chunks, keeps nothing but the row at hand, recurses nowhere.
 * Names may have a prefix (`<x:row>`). Blank rows are counted and not reported.
 */
export function createSheetScanner(sink: RowSink, styles: SheetStyles, part: string): SheetScanner {
  let rest: Buffer = Buffer.alloc(0)
  let phase: 'before' | 'rows' | 'after' = 'before'
  let row = 0
  let column = -1
  let inRow = false
  let inCell = false
  let style = 0
  let type = letter.n

  function damaged(): never {
    throw new SpreadsheetFault('xml_damaged', row === 0 ? { part } : { part, row })
  }
