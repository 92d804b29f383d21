import { isUtf8 } from 'node:buffer'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'

const chunkBytes = 256 * 1024

/**
 * Tells the encoding of a text file from its bytes, all of them: Cyrillic may first appear on the last line.
 * Faults: `file_broken` when the text is UTF-8 with damaged places, which as windows-1251 would be gibberish.
 */
export function detectEncoding(content: Buffer): TextEncoding {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  if (isUtf8(content)) return 'utf-8'
  const isMarkedUtf8 = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf
  if (isMarkedUtf8 || looksLikeUtf8(content)) throw new SpreadsheetFault('text_damaged')
  return 'windows-1251'
}

/**
 * Cyrillic in UTF-8 is pairs of a lead byte (D0, D1) and a byte of 80–BF. In windows-1251 those leads are Р and С
 * and the second byte is a sign, so that hardly any text has them in a row.
 */
function looksLikeUtf8(content: Buffer): boolean {
  let high = 0
  let paired = 0
  for (let at = 0; at < content.length; at++) {
    const byte = content[at] ?? 0
    if (byte < 0x80) continue
    high++
    const next = content[at + 1] ?? 0
    if ((byte === 0xd0 || byte === 0xd1) && next >= 0x80 && next < 0xc0) paired += 2
  }
  return paired > high * 0.6
}

/** The text in pieces, without its byte order mark. */
export function* decodeInChunks(content: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < content.length; at += chunkBytes) {
    const text = decoder.decode(content.subarray(at, at + chunkBytes), { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
