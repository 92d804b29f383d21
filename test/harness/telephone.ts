import { TOTP } from 'otpauth'

/** The application on somebody's telephone: what it shows for the address it was given, so many half minutes from now. */
export function telephone(address: string): (later?: number) => string {
  const secret = new URL(address).searchParams.get('secret') ?? ''
  const totp = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 })
  return (later = 0) => totp.generate({ timestamp: Date.now() + later * 30_000 })
}
