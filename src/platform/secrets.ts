import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  randomFillSync,
} from 'node:crypto'

const NONCE = 12
const TAG = 16

/** Seals small values (numbers of people, wrapped keys, faulty rows) and makes keyed hashes for matching. */
export type Keyring = {
  /** AES-256-GCM; `context` is bound to the value: a sealed value moved elsewhere does not open. */
  seal(plain: Buffer, context: string): Buffer
  open(sealed: Buffer, context: string): Buffer
  /** HMAC-SHA-256, for finding equal values without storing them. */
  hash(value: string): Buffer
  /** The same as a text, several times as quick: hexadecimal digits, or one character a byte (`binary`). */
  hashText(value: string, form: HashForm): string
}

type HashForm = 'hex' | 'binary'

const nonces = Buffer.alloc(NONCE * 512)
let used = nonces.length

/** Random bytes in bulk: one call for 512 nonces, each given out once, and to be used before the next is asked for. */
function nextNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  used += NONCE
  return nonces.subarray(used - NONCE, used)
}

/** Two keys, one for sealing and one for hashing, derived from one secret. */
export function createKeyring(secret: Buffer, purpose: string): Keyring {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `rost/${purpose}/${use}`, 32))
  // As a key object: handed over as bytes, a key is taken apart again at each call.
  const sealingKey = createSecretKey(derive('seal'))
  const hashText = keyedHash(derive('hash'))
  return {
    seal(plain, context) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context))
      const sealed = Buffer.allocUnsafe(NONCE + plain.length + TAG)
      sealed.set(nonce)
      sealed.set(cipher.update(plain), NONCE)
      // Of this cipher the end adds nothing.
      cipher.final()
      sealed.set(cipher.getAuthTag(), NONCE + plain.length)
      return sealed
    },
    open(sealed, context) {
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG))
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    },
    hash: (value) => Buffer.from(hashText(value, 'binary'), 'latin1'),
    hashText,
  }
}

const BLOCK = 64
const DIGEST = 32

/**
 * HMAC-SHA-256 out of two plain hashes (RFC 2104), for keys of up to a block: an Hmac object takes ten times as long. What
 * is hashed is put together in memory that is used again, and the digests are texts: to make a Buffer of each takes longer
 * than to hash.
 */
function keyedHash(key: Buffer): (value: string, form: HashForm) => string {
  const pad = (byte: number, room: number): Buffer => {
    const padded = Buffer.alloc(BLOCK, byte).map((padding, at) => padding ^ (key[at] ?? 0))
    return Buffer.concat([padded, Buffer.alloc(room)])
  }
  let inner = pad(0x36, 1024)
  const outer = pad(0x5c, DIGEST)
  return (value, form) => {
    const most = value.length * 3
    if (inner.length < BLOCK + most) inner = pad(0x36, most)
    const end = BLOCK + inner.write(value, BLOCK)
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK, 'latin1')
    return hash('sha256', outer, form)
  }
}

/** A random key for a district, wrapped by the master keyring so that the master can be turned without re-encrypting rows. */
export function newWrappedKey(master: Keyring, context: string): Buffer {
  return master.seal(randomBytes(32), context)
}
