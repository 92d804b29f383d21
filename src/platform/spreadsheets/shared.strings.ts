import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { ascii, endOfMarkup, isTagNamed } from './xml.bytes.ts'
import { textOfStringItem } from './xml.text.ts'

/** The string table of a workbook: kept as the bytes of its part, a text is decoded when a cell first shows it. */
export type SharedStrings = {
  readonly count: number
  textAt(index: number): string
}

/** Every text stands here once; two for each row that Excel can hold is more than anybody writes. */
const mostStrings = 2_097_152

/** Finds where the texts of the table lie. Faults: `file_broken` when the XML breaks off. */
export function indexSharedStrings(xml: Buffer, part: string): SharedStrings {
  // Beginning and end of each text, by turns; outside the heap, which a hostile table could fill.
  let bounds = new Int32Array(1024)
  let length = 0
  if (xml.includes(0)) throw new SpreadsheetFault('xml_damaged', { part })

  function mark(at: number, isBeginning: boolean): void {
    if ((length % 2 === 0) !== isBeginning) throw new SpreadsheetFault('xml_damaged', { part })
    if (length === bounds.length) {
      const bigger = new Int32Array(length * 2)
      bigger.set(bounds)
      bounds = bigger
    }
    bounds[length++] = at
    if (length > mostStrings * 2) throw new SpreadsheetFault('cells', { part, limit: mostStrings })
  }

  for (let open = xml.indexOf('<'); open >= 0; ) {
    const close = endOfMarkup(xml, open)
    if (close < 0) throw new SpreadsheetFault('xml_damaged', { part })
    const isClosing = xml[open + 1] === ascii.slash
    if (isTagNamed(xml, isClosing ? open + 2 : open + 1, 'si')) {
      mark(isClosing ? open : close + 1, !isClosing)
      if (!isClosing && xml[close - 1] === ascii.slash) mark(close + 1, false)
    }
    open = xml.indexOf('<', close + 1)
  }
  if (length % 2 === 1) throw new SpreadsheetFault('xml_damaged', { part })
  return {
    count: length / 2,
    textAt: (index) => textOfStringItem(xml.toString('utf8', bounds[index * 2], bounds[index * 2 + 1])),
  }
}
