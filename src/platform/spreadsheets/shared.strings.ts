import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { textOfStringItem } from './xml.text.ts'

/** The string table of a workbook: kept as the bytes of its part, a text is decoded when a cell first shows it. */
export type SharedStrings = {
  readonly count: number
  textAt(index: number): string
}

const lessThan = 60
const greaterThan = 62
const slash = 47
const exclamation = 33
const hyphen = 45

/** Faults: `file_broken` when the XML breaks off. */
export function indexSharedStrings(xml: Buffer, part: string): SharedStrings {
  const starts: number[] = []
  const ends: number[] = []
  for (let open = xml.indexOf(lessThan); open >= 0; ) {
    const isUnparsed = xml[open + 1] === exclamation
    let close = isUnparsed ? endOfUnparsed(xml, open) : xml.indexOf(greaterThan, open)
    if (close < 0) throw new SpreadsheetFault('xml_damaged', { part })
    if (!isUnparsed) {
      const isEnd = xml[open + 1] === slash
      if (isStringItem(xml, isEnd ? open + 2 : open + 1)) {
        const isWhole = xml[close - 1] === slash
        if (!isEnd) starts.push(close + 1)
        if (isEnd || isWhole) ends.push(isWhole ? close + 1 : open)
      }
    }
    close++
    if (starts.length - ends.length > 1 || ends.length > starts.length) throw new SpreadsheetFault('xml_damaged', { part })
    open = xml.indexOf(lessThan, close)
  }
  if (starts.length !== ends.length) throw new SpreadsheetFault('xml_damaged', { part })
  return {
    count: starts.length,
    textAt: (index) => textOfStringItem(xml.toString('utf8', starts[index], ends[index])),
  }
}

/** The last byte of the comment or CDATA section at `open`, or -1 if it never ends. */
function endOfUnparsed(xml: Buffer, open: number): number {
  const end = xml.indexOf(xml[open + 2] === hyphen ? '-->' : ']]>', open)
  return end < 0 ? -1 : end + 2
}

/** Whether a tag whose name begins at `at` is `si`, with or without a prefix. */
function isStringItem(xml: Buffer, at: number): boolean {
  let from = at
  for (let end = at; ; end++) {
    const byte = xml[end] ?? greaterThan
    if (byte === 58) from = end + 1
    if (byte === greaterThan || byte === slash || byte <= 32) {
      return end - from === 2 && xml[from] === 115 && xml[from + 1] === 105
    }
  }
}
