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

/** Ids for a `bigint[]` column. */
export function copyIds(ids: readonly number[]): string {
  return `{${ids.join(',')}}`
}
