import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Encoded = Buffer
const head = (major: number, n: number): Encoded => {
  if (n < 24) return Buffer.from([(major << 5) | n])
  return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
}
const int = (n: number): Encoded => (n < 0 ? head(1, -1 - n) : head(0, n))
const bytes = (b: Uint8Array): Encoded => Buffer.concat([head(2, b.length), b])
const text = (s: string): Encoded => Buffer.concat([head(3, Buffer.byteLength(s)), Buffer.from(s)])
const map = (...pairs: [Encoded, Encoded][]): Encoded => Buffer.concat([head(5, pairs.length), ...pairs.flat()])
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

export type Asked = { readonly rpId: string; readonly challenge: string }
/** What differs from an honest answer. */
export type Otherwise = {
  readonly origin?: string
  readonly challenge?: string
  readonly rpId?: string
  readonly counter?: number
  readonly unverified?: boolean
  readonly type?: string
}

/** A device with one passkey (ES256), as the standard describes it; `origin` is of the page its browser shows. */
export function authenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let used = 0
  const told = (kind: string, asked: Asked, otherwise: Otherwise): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: otherwise.type ?? kind,
        challenge: otherwise.challenge ?? asked.challenge,
        origin: otherwise.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const dataOf = (asked: Asked, otherwise: Otherwise, flags: number, more: Uint8Array): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(otherwise.counter ?? ++used)
    const shown = flags | PRESENT | (otherwise.unverified ? 0 : VERIFIED)
    return Buffer.concat([sha256(otherwise.rpId ?? asked.rpId), Buffer.from([shown]), counter, more])
  }
  return {
    id: id.toString('base64url'),
    /** Answers `navigator.credentials.create`. */
    make(asked: Asked, otherwise: Otherwise = {}) {
      const key = map(
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), bytes(Buffer.from(x, 'base64url'))],
        [int(-3), bytes(Buffer.from(y, 'base64url'))],
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const data = dataOf(asked, otherwise, ATTESTED, attested)
      const object = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(data)])
      return {
        id: id.toString('base64url'),
        response: {
          clientDataJSON: told('webauthn.create', asked, otherwise).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      }
    },
    /** Answers `navigator.credentials.get`. */
    show(asked: Asked, otherwise: Otherwise = {}) {
      const client = told('webauthn.get', asked, otherwise)
      const data = dataOf(asked, otherwise, 0, Buffer.alloc(0))
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id: id.toString('base64url'),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

export type Authenticator = ReturnType<typeof authenticator>
