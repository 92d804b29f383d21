import { SpreadsheetFault } from './spreadsheet.fault.ts'

const archive = Buffer.from('PK\x03\x04', 'latin1')
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const byteOrderMarks = [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]
const markup = /^\s*(<(!doctype|html|head|meta|body|style|table|\?xml|workbook)|mime-version:|\{\\rtf|%pdf)/i

/** How a compound file names the stream that holds an encrypted workbook. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** First bytes that decide what a file is, whatever its name says. */
export const sniffedBytes = 4096

/**
 * Tells from the first bytes whether a file is a ZIP archive, an OLE compound file or plain text.
 * Faults: `format_unsupported` for everything else (web pages under the name of a table, pictures, PDF).
 */
export function sniffFileKind(head: Buffer): 'archive' | 'compound' | 'text' {
  if (head.subarray(0, 4).equals(archive)) return 'archive'
  if (head.subarray(0, 8).equals(compoundFile)) return 'compound'
  const mark = byteOrderMarks.find((bytes) => head.subarray(0, bytes.length).equals(bytes))
  const text = head
    .subarray(mark?.length ?? 0)
    .toString('latin1')
    .replaceAll('\0', '')
  if (markup.test(text)) throw new SpreadsheetFault('web_page')
  const isWide = mark?.length === 2
  if (!isWide && head.some((byte) => byte < 0x20 && !isTextControl(byte))) throw new SpreadsheetFault('not_a_table')
  return 'text'
}

/** Tab, line breaks, form feed and the end-of-file mark of old systems. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a
}

/** What a compound file is refused with: a workbook under a password, or a format of before 2007. */
export function compoundFileFault(content: Buffer): SpreadsheetFault {
  return new SpreadsheetFault(content.includes(encryptedPackage) ? 'password' : 'legacy_excel')
}
