import { randomInt } from 'node:crypto'
import type { Keyring } from '../../../platform/secrets.ts'

export const RECOVERY_CODES = 10
/** No letter or digit that looks like another. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const HALF = 5

/** `k3m9t-hq2wz`: 49 bits, to be written down and typed on the day the telephone is lost. */
export function newRecoveryCodes(): string[] {
  const half = (): string => Array.from({ length: HALF }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`)
}

/** The letters of what was typed, if it can be a recovery code at all. */
export function recoveryCodeOf(typed: string): string | undefined {
  const letters = typed.toLowerCase().replace(/[\s\u2010-\u2015-]/g, '')
  return /^[2-9a-z]{10}$/.test(letters) ? letters : undefined
}

/** How a recovery code is stored: keyed, and bound to its account, so that a reader of the tables cannot try them all. */
export const hashRecoveryCode = (master: Keyring, account: number, letters: string): Buffer =>
  master.hash(`recovery code ${account} ${letters}`)
