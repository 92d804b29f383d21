import type { ReadingLimits } from './reading.limits.ts'
import type { RowSink } from './row.batch.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13

export type CsvScanner = {
  push(text: string): void
  /** Call once after the last piece. Faults: `file_broken` when a quote is still open. */
  finish(): void
}

/**
 * Reads CSV as Excel does: a quote counts only at the beginning of a field, a doubled one inside it is a quote,
 * text between a closing quote and the delimiter is kept, a line break in quotes stays inside its row.
 * Text after a quoted part that spans lines means a quote was never closed and rows were swallowed: `file_broken`.
 */
export function createCsvScanner(delimiter: string, sink: RowSink, limits: ReadingLimits): CsvScanner {
  const separator = delimiter.charCodeAt(0)
  let rest = ''
  let row = 0
  let column = 0
  /** A cell of the allowed length in which every character is a quote. */
  const longestField = 2 * limits.cellCharacters + 2

  function openRow(): number {
    return column === 0 ? row + 1 : row
  }

  function emit(value: string): void {
    if (column === 0) sink.startRow(++row)
    sink.text(column++, value)
  }

  /** First place at or after `from` that ends an unquoted field. */
  function fieldEnd(text: string, from: number): number {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === separator || code === lineFeed || code === carriageReturn) break
    }
    return at
  }

  /** The place of the closing quote, or -1 if it is not in `text`. A quote at its very end may be half of a doubled one. */
  function closingQuote(text: string, from: number, isLast: boolean): number {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (at + 1 === text.length) return isLast ? at : -1
      if (text.charCodeAt(at + 1) !== quote) return at
    }
    return -1
  }

  function quotedValue(text: string, from: number, close: number, end: number): string {
    const inner = text.slice(from + 1, close)
    if (end > close + 1 && /[\r\n]/.test(inner)) throw new SpreadsheetFault('quote_unclosed', { row: openRow() })
    const value = inner.includes('"') ? inner.replaceAll('""', '"') : inner
    return value.replace(/\r\n?/g, '\n') + text.slice(close + 1, end)
  }

  /** Reads whole fields and returns where the first incomplete one begins. */
  function scan(text: string, isLast: boolean): number {
    let start = 0
    while (start < text.length) {
      const isQuoted = text.charCodeAt(start) === quote
      const close = isQuoted ? closingQuote(text, start + 1, isLast) : start - 1
      if (isQuoted && close < 0) return start
      const end = fieldEnd(text, close + 1)
      const isBreak = end < text.length && text.charCodeAt(end) !== separator
      const isHalfBreak = isBreak && text.charCodeAt(end) === carriageReturn && end + 1 === text.length
      if (!isLast && (end === text.length || isHalfBreak)) return start
      emit(isQuoted ? quotedValue(text, start, close, end) : text.slice(start, end))
      start = end + 1
      if (isBreak || end === text.length) endRow()
      if (isBreak && text.charCodeAt(end) === carriageReturn && text.charCodeAt(start) === lineFeed) start++
    }
    return start
  }

  function endRow(): void {
    if (column > 0) sink.endRow()
    column = 0
  }

  return {
    push(piece) {
      const text = rest + piece
      rest = text.slice(scan(text, false))
      if (rest.length <= longestField) return
      throw new SpreadsheetFault(rest.startsWith('"') ? 'quote_unclosed' : 'cell_characters', { row: openRow() })
    },
    finish() {
      if (scan(rest, true) < rest.length) throw new SpreadsheetFault('quote_unclosed', { row: openRow() })
      endRow()
    },
  }
}
