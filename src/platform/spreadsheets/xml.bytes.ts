import { SpreadsheetFault } from './spreadsheet.fault.ts'

/** The ASCII codes that the byte scanners look for. */
export const ascii = {
  blank: 32,
  exclamation: 33,
  quote: 34,
  apostrophe: 39,
  hyphen: 45,
  point: 46,
  slash: 47,
  zero: 48,
  colon: 58,
  lessThan: 60,
  equals: 61,
  greaterThan: 62,
  question: 63,
  bracket: 91,
} as const

/**
 * The last byte of the tag, comment, CDATA section or instruction that begins at `open`; -1 if it lies beyond `xml`.
 * Faults: `file_broken` for a DOCTYPE: no spreadsheet needs one, and entities are how XML is turned against its reader.
 */
export function endOfMarkup(xml: Buffer, open: number): number {
  const first = xml[open + 1]
  if (first === ascii.question) return endOf(xml, '?>', open)
  if (first === ascii.exclamation) {
    const second = xml[open + 2]
    if (second === undefined) return -1
    if (second === ascii.hyphen) return endOf(xml, '-->', open + 4)
    if (second === ascii.bracket) return endOf(xml, ']]>', open)
    throw new SpreadsheetFault('doctype')
  }
  let quote = 0
  for (let at = open + 1; at < xml.length; at++) {
    const byte = xml[at]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === ascii.greaterThan) return at
    else if (byte === ascii.quote || byte === ascii.apostrophe) quote = byte
  }
  return -1
}

function endOf(xml: Buffer, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length - 1
}

/** Whether the tag whose name begins at `at` has this local name; a prefix before it does not count. */
export function isTagNamed(xml: Buffer, at: number, name: string): boolean {
  let from = at
  for (let end = at; ; end++) {
    const byte = xml[end] ?? ascii.greaterThan
    if (byte === ascii.colon) from = end + 1
    if (byte === ascii.greaterThan || byte === ascii.slash || byte <= ascii.blank) {
      return end - from === name.length && startsWith(xml, from, name)
    }
  }
}

/** Whether the ASCII text stands at `at`. */
export function startsWith(xml: Buffer, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (xml[at + index] !== text.charCodeAt(index)) return false
  return true
}

const tenTo = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

/**
 * The decimal number in `bytes[from, to)`, NaN if it is none. Up to 15 digits the division of two exact
 * numbers rounds exactly as parsing the text would; everything longer is left to `Number`.
 */
export function numberIn(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === ascii.hyphen
  let digits = 0
  let decimals = -1
  let value = 0
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ascii.zero
    if (digit >= 0 && digit <= 9 && digits < 15) {
      value = value * 10 + digit
      digits++
      if (decimals >= 0) decimals++
    } else if (bytes[at] === ascii.point && decimals < 0) {
      decimals = 0
    } else {
      const text = bytes.toString('latin1', from, to).trim()
      return text === '' ? Number.NaN : Number(text)
    }
  }
  if (digits === 0) return Number.NaN
  const magnitude = decimals > 0 ? value / (tenTo[decimals] ?? 1) : value
  return isNegative ? -magnitude : magnitude
}
