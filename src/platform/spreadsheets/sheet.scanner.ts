import { type FormatKind, formatKind } from './number.formats.ts'
import type { RowSink } from './row.batch.ts'
import { dayOfIso, serialMeaning } from './serial.dates.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { ascii, endOfMarkup, numberIn, startsWith } from './xml.bytes.ts'
import { decodeEntities, decodeEscapes, textOfStringItem } from './xml.text.ts'

/** What the styles of a workbook say, by style index: kind of number, way of colouring (0: none). And which day is day 0. */
export type SheetStyles = {
  readonly kinds: readonly FormatKind[]
  readonly fills: readonly number[]
  readonly starts1904: boolean
}

export type SheetScanner = {
  push(chunk: Buffer): void
  /** Call once after the last chunk. Faults: `file_broken` when the rows have no end. */
  finish(): void
}

/** Longest piece of markup, text or inline string that may lie across chunks. */
const mostPendingBytes = 2 * 1024 * 1024

const HIDDEN = Buffer.from(' hidden="')

const digitOne = 49
const letterC = 99
const letterF = 102
const letterR = 114
const letterS = 115
const letterT = 116
const letterV = 118

/**
 * Reads the cells of one worksheet part, byte by byte: a sheet is nearly all markup, and turning it into strings first
 * costs more than the reading. Works on chunks, holds nothing but an unfinished piece, recurses nowhere.
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
  let type = 'n'

  // The attributes r, s and t of the tag at hand: where their values lie, empty if absent.
  let refFrom = 0
  let refTo = 0
  let styleFrom = 0
  let styleTo = 0
  let typeFrom = 0
  let typeTo = 0

  function damaged(): never {
    throw new SpreadsheetFault('xml_damaged', row === 0 ? { part } : { part, row })
  }

  /** Reads whole pieces and returns where the first unfinished one begins. */
  function scan(xml: Buffer): number {
    let at = 0
    while (phase !== 'after') {
      while (at < xml.length && xml[at] !== ascii.lessThan) at++
      if (at === xml.length) return at
      const end = endOfMarkup(xml, at)
      if (end < 0) return at
      const isClosing = xml[at + 1] === ascii.slash
      let name = isClosing ? at + 2 : at + 1
      let nameEnd = name
      for (; nameEnd < end; nameEnd++) {
        const byte = xml[nameEnd] ?? 0
        if (byte === ascii.colon) name = nameEnd + 1
        else if (byte <= ascii.blank || byte === ascii.slash) break
      }
      if (isClosing) {
        closeElement(xml, name, nameEnd)
        at = end + 1
        continue
      }
      const next = openElement(xml, name, nameEnd, end)
      if (next < 0) return at
      at = next
    }
    return xml.length
  }

  /** Returns where to go on, or -1 if the content of the element lies beyond `xml`. */
  function openElement(xml: Buffer, name: number, nameEnd: number, end: number): number {
    const isEmpty = xml[end - 1] === ascii.slash
    const length = nameEnd - name
    if (length === 1 && inRow) {
      if (xml[name] === letterC) openCell(xml, nameEnd, end, isEmpty)
      else if (xml[name] === letterV && inCell && !isEmpty) return readValue(xml, end + 1)
    } else if (length === 2 && inCell && !isEmpty && startsWith(xml, name, 'is')) {
      return readInlineString(xml, end + 1)
    } else if (length === 3 && phase === 'rows' && startsWith(xml, name, 'row')) {
      openRow(xml, nameEnd, end)
      if (isEmpty) closeRow()
    } else if (length === 9 && phase === 'before' && startsWith(xml, name, 'sheetData')) {
      phase = isEmpty ? 'after' : 'rows'
    }
    return end + 1
  }

  function closeElement(xml: Buffer, name: number, nameEnd: number): void {
    const length = nameEnd - name
    if (length === 1 && xml[name] === letterC) inCell = false
    else if (length === 3 && inRow && startsWith(xml, name, 'row')) closeRow()
    else if (length === 9 && phase === 'rows' && startsWith(xml, name, 'sheetData')) {
      if (inRow) damaged()
      phase = 'after'
    }
  }

  function openRow(xml: Buffer, nameEnd: number, end: number): void {
    if (inRow) damaged()
    readAttributes(xml, nameEnd, end)
    const number = refTo > refFrom ? numberIn(xml, refFrom, refTo) : row + 1
    if (!Number.isInteger(number) || number <= row) damaged()
    row = number
    column = -1
    inRow = true
    sink.startRow(row, isHidden(xml, nameEnd, end))
  }

  /** Hardly any row has the attribute, and few are as long as those that have. */
  function isHidden(xml: Buffer, from: number, to: number): boolean {
    const found = to - from < HIDDEN.length ? -1 : xml.subarray(from, to).indexOf(HIDDEN)
    if (found < 0) return false
    const value = xml[from + found + HIDDEN.length]
    return value === digitOne || value === letterT
  }

  function closeRow(): void {
    if (inCell) damaged()
    inRow = false
    sink.endRow()
  }

  function openCell(xml: Buffer, nameEnd: number, end: number, isEmpty: boolean): void {
    if (inCell) damaged()
    readAttributes(xml, nameEnd, end)
    column = refTo > refFrom ? columnIn(xml, refFrom, refTo) : column + 1
    if (column < 0) damaged()
    style = styleTo > styleFrom ? numberIn(xml, styleFrom, styleTo) : 0
    type = typeTo > typeFrom ? typeIn(xml, typeFrom, typeTo) : 'n'
    inCell = !isEmpty
  }

  function readAttributes(xml: Buffer, from: number, end: number): void {
    refFrom = refTo = styleFrom = styleTo = typeFrom = typeTo = 0
    let at = from
    while (at < end) {
      const start = xml[at] ?? 0
      if (start <= ascii.blank || start === ascii.slash) {
        at++
        continue
      }
      const key = (xml[at + 1] ?? 0) <= ascii.blank || xml[at + 1] === ascii.equals ? start : 0
      while (at < end && xml[at] !== ascii.quote && xml[at] !== ascii.apostrophe) at++
      const quote = xml[at]
      const valueFrom = ++at
      while (at < end && xml[at] !== quote) at++
      if (key === letterR) {
        refFrom = valueFrom
        refTo = at
      } else if (key === letterS) {
        styleFrom = valueFrom
        styleTo = at
      } else if (key === letterT) {
        typeFrom = valueFrom
        typeTo = at
      }
      at++
    }
  }

  /** The content of `<v>` up to its closing tag, which is read with the others. */
  function readValue(xml: Buffer, from: number): number {
    let to = from
    while (to < xml.length && xml[to] !== ascii.lessThan) to++
    if (to + 1 >= xml.length) return -1
    if (xml[to + 1] === ascii.slash) {
      if (to > from) putValue(xml, from, to)
      return to
    }
    const end = xml.indexOf('</', to, 'latin1')
    if (end < 0) return -1
    const plain = Buffer.from(textOfStringItem(`<t>${xml.toString('utf8', from, end)}</t>`))
    if (plain.length > 0) putValue(plain, 0, plain.length)
    return end
  }

  function noteFill(): void {
    const way = styles.fills[style] ?? 0
    if (way > 0) sink.fill(way)
  }

  function putValue(bytes: Buffer, from: number, to: number): void {
    noteFill()
    if (type === 's') {
      const index = numberIn(bytes, from, to)
      if (!Number.isInteger(index)) damaged()
      sink.shared(column, index)
    } else if (type === 'n') {
      putNumber(bytes, from, to)
    } else if (type === 'b') {
      sink.boolean(column, bytes[from] !== ascii.zero && bytes[from] !== letterF)
    } else {
      putText(decodeEscapes(decodeEntities(bytes.toString('utf8', from, to))))
    }
  }

  function putNumber(bytes: Buffer, from: number, to: number): void {
    const value = numberIn(bytes, from, to)
    if (!Number.isFinite(value)) {
      putText(decodeEntities(bytes.toString('utf8', from, to)))
      return
    }
    const kind = styles.kinds[style] ?? formatKind.number
    const meaning = kind === formatKind.number ? 'number' : serialMeaning(value, kind, styles.starts1904)
    if (meaning === 'number') sink.number(column, value)
    else if ('day' in meaning) sink.day(column, meaning.day)
    else sink.text(column, meaning.text)
  }

  function putText(text: string): void {
    const day = type === 'd' ? dayOfIso(text) : undefined
    if (day !== undefined) sink.day(column, day)
    else if (type === 'e') sink.error(column, text)
    else sink.text(column, text)
  }

  /** The content of `<is>`: nearly always a single `<t>`, else runs and phonetics. */
  function readInlineString(xml: Buffer, from: number): number {
    noteFill()
    const tagEnd = startsWith(xml, from, '<t') ? endOfMarkup(xml, from) : -1
    let to = tagEnd + 1
    while (tagEnd > 0 && to < xml.length && xml[to] !== ascii.lessThan) to++
    if (tagEnd > 0 && startsWith(xml, to, '</t></is>')) {
      putText(decodeEscapes(decodeEntities(xml.toString('utf8', tagEnd + 1, to))))
      return to + 4
    }
    return readRichString(xml, from)
  }

  function readRichString(xml: Buffer, from: number): number {
    let at = from
    for (;;) {
      at = xml.indexOf('</', at, 'latin1')
      const end = at < 0 ? -1 : xml.indexOf(ascii.greaterThan, at)
      if (end < 0) return -1
      const tag = xml.toString('latin1', at + 2, end).trim()
      if (tag === 'is' || tag.endsWith(':is')) break
      at = end
    }
    sink.text(column, textOfStringItem(xml.toString('utf8', from, at)))
    return at
  }

  return {
    push(chunk) {
      if (phase === 'after') return
      if (chunk.includes(0)) damaged()
      const xml = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      rest = xml.subarray(scan(xml))
      if (rest.length > mostPendingBytes)
        throw new SpreadsheetFault('cell_characters', { row, limit: mostPendingBytes })
    },
    finish() {
      if (phase !== 'after') damaged()
    },
  }
}

/** `AB12` → 27; -1 if it does not begin with one to three letters. */
function columnIn(xml: Buffer, from: number, to: number): number {
  let column = 0
  let at = from
  for (; at < to; at++) {
    const letter = (xml[at] ?? 0) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return at - from > 3 ? -1 : column - 1
}

/** Single letters stand for themselves; `str` and `inlineStr` are both text. */
function typeIn(xml: Buffer, from: number, to: number): string {
  return to - from === 1 ? String.fromCharCode(xml[from] ?? 0) : 'str'
}
