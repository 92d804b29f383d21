const SPECIAL = /[\\\t\n\r\b\f\v]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

/** A value in PostgreSQL's COPY text format. */
export function copyText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number') return String(value)
  if (!SPECIAL.test(value)) return value
  return value.replace(/[\\\t\n\r\b\f\v]/g, (char) => ESCAPES[char] ?? char)
}

/** Bytes for a `bytea` column. */
export function copyBytes(value: Buffer | undefined): string {
  return value === undefined ? '\\N' : `\\\\x${value.toString('hex')}`
}

/** Bytes in hexadecimal digits, for a `bytea` column. */
export function copyHex(digits: string | undefined): string {
  return digits === undefined ? '\\N' : `\\\\x${digits}`
}

/** COPY text that grows by lines. */
export type CopyLines = {
  /** With its line end. */
  add(line: string): void
  /** What was added since the last call. */
  drain(): Buffer
}

const FIRST_BYTES = 16 * 1024

/** Each line is written out at once: the pieces of thousands of rows would have to be kept, and moved about, till then. */
export function createCopyLines(): CopyLines {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES)
  let end = 0
  return {
    add(line) {
      const most = line.length * 3
      if (bytes.length - end < most) {
        const bigger = Buffer.allocUnsafe(Math.max(bytes.length * 2, end + most))
        bytes.copy(bigger, 0, 0, end)
        bytes = bigger
      }
      end += bytes.write(line, end)
    },
    drain() {
      const drained = bytes.subarray(0, end)
      if (end > 0) bytes = Buffer.allocUnsafe(bytes.length)
      end = 0
      return drained
    },
  }
}

/** Ids for a `bigint[]` column. */
export function copyIds(ids: readonly number[]): string {
  return `{${ids.join(',')}}`
}
