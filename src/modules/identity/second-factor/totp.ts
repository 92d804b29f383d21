import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** As every application for one-time codes expects it: six digits of SHA-1, a new code each half minute (RFC 6238). */
const USUAL = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps a clock may be ahead or behind. */
const DRIFT = 1
/** Latin letters: some applications cannot show others. */
const ISSUER = 'Rost'

/** 160 random bits, as many as the hash has. */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** What an application reads from a QR code; `label` tells its owner which account it is of. */
export const totpAddress = (secret: Buffer, label: string): string =>
  new TOTP({ ...USUAL, issuer: ISSUER, label, secret: secretOf(secret) }).toString()

/** `ABCD EFGH …`: the secret as it is typed where no camera is. */
export const printedSecret = (secret: Buffer): string => secretOf(secret).base32.replace(/(.{4})(?=.)/g, '$1 ')

/** The half minute (since 1970) the code belongs to; nothing where it belongs to none around `now` (milliseconds). */
export function stepOf(secret: Buffer, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = new TOTP({ ...USUAL, secret: secretOf(secret) })
  const delta = totp.validate({ token: code, timestamp: now, window: DRIFT })
  return delta === null ? undefined : Math.floor(now / 1000 / USUAL.period) + delta
}

/** The bytes alone: the pool a Buffer lies in holds those of others. */
const secretOf = (secret: Buffer): Secret => new Secret({ buffer: new Uint8Array(secret).buffer })
