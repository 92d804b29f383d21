import { randomInt } from 'node:crypto'
import type { Keyring } from '../../../platform/secrets.ts'

/** How long a slip waits in a pigeonhole. */
export const CODE_DAYS = 30
const DIGITS = 16
const HALF = 10 ** (DIGITS / 2)

/** Sixteen random digits: they need no change of the keyboard, and no two of them look alike. */
export function newCode(): string {
  return [randomInt(HALF), randomInt(HALF)].map((half) => String(half).padStart(DIGITS / 2, '0')).join('')
}

/** `1234 5678 9012 3456`: how a code is printed. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The digits of what was typed, if it can be a code at all: blanks and dashes between them do not count. */
export function codeOf(typed: string): string | undefined {
  const digits = typed.replace(/[\s\u2010-\u2015-]/g, '')
  return /^\d{16}$/.test(digits) ? digits : undefined
}

/** How a code is stored: keyed, and bound to its account. */
export function hashCode(master: Keyring, account: number, code: string): Buffer {
  return master.hash(`sign-in code ${account} ${code}`)
}
