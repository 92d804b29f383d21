import { createHash } from 'node:crypto'
import { headerKey, tidy } from '../text.ts'

/** Keys are indexed; an index entry holds some 2,700 bytes, several keys of two bytes a letter among them. */
const LONGEST_KEY = 200

export type TextKey = { readonly key: string; readonly label: string }

/** The key of a value as it is stored and indexed; a very long text is cut and told apart by its hash. */
export function indexedKey(text: string): string {
  const key = headerKey(storable(text))
  if (key.length <= LONGEST_KEY) return key
  return `${key.slice(0, LONGEST_KEY - 65)}…${createHash('sha256').update(key).digest('hex')}`
}

/** What PostgreSQL can hold of a text: without NUL, blanks in order. */
export function storable(text: string): string {
  return tidy(text.includes('\0') ? text.replaceAll('\0', '') : text)
}
