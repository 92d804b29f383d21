import { inflateRawSync } from 'node:zlib'

/** The text of a Word file: its document is the part of that name, packed in the archive. */
export function wordsOf(file: Buffer): string {
  const name = Buffer.from('word/document.xml')
  for (let at = file.indexOf('PK\x03\x04'); at >= 0; at = file.indexOf('PK\x03\x04', at + 4)) {
    const length = file.readUInt16LE(at + 26)
    const start = at + 30 + length + file.readUInt16LE(at + 28)
    if (!file.subarray(at + 30, at + 30 + length).equals(name)) continue
    return inflateRawSync(file.subarray(start))
      .toString()
      .replace(/<[^>]+>/g, '')
  }
  throw new Error('no document in the file')
}
