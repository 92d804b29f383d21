import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Keyring } from './secrets.ts'

/** A sealed file that was cut, changed, renamed or sealed with another key. */
export class SealBroken extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed file does not open', options)
    this.name = 'SealBroken'
  }
}

const MARK = Buffer.from('RSF1')
/** A key of 32 bytes as a keyring seals it. */
const WRAPPED = 60
const CHUNK = 65_536
const TAG = 16
const COUNTER_AT = 7
const LAST_AT = 11

const contextOf = (path: string): string => `file/${basename(path)}`

/**
 * Writes the content sealed to a new file with mode 0600, its folder made if need be; nothing is held in memory or
 * written in the clear. Answers with the bytes of the content. A key of its own, wrapped by the keyring, seals it in
 * chunks of 64 KiB by AES-256-GCM; the nonce holds the chunk's number and whether it is the last, so that chunks can be
 * neither moved nor cut off (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 */
export async function sealFile(path: string, content: AsyncIterable<Uint8Array>, keyring: Keyring): Promise<number> {
  const key = randomBytes(32)
  let bytes = 0
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(
    content,
    async function* seal(source: AsyncIterable<Uint8Array>) {
      yield Buffer.concat([MARK, keyring.seal(key, contextOf(path))])
      for await (const { chunk, number, isLast } of chunksOf(source, CHUNK)) {
        bytes += chunk.length
        const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast))
        yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
      }
    },
    createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }),
  )
  return bytes
}

/** Writes the content of a sealed file to a new one, mode 0600. Faults: SealBroken; what was written then is of no use. */
export async function unsealFile(path: string, target: string, keyring: Keyring): Promise<void> {
  const source = createReadStream(path, { highWaterMark: CHUNK + TAG })
  await pipeline(
    source,
    (bytes) => opened(bytes, path, keyring),
    createWriteStream(target, { mode: 0o600, flags: 'wx' }),
  )
}

async function* opened(source: AsyncIterable<Uint8Array>, path: string, keyring: Keyring): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]()
  const { head, rest } = await takeHead(parts)
  const key = guarded(() => {
    if (!head.subarray(0, MARK.length).equals(MARK)) throw new Error('not a sealed file')
    return keyring.open(head.subarray(MARK.length), contextOf(path))
  })
  for await (const { chunk, number, isLast } of chunksOf(resumed(rest, parts), CHUNK + TAG)) {
    yield guarded(() => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: TAG })
      decipher.setAuthTag(chunk.subarray(-TAG))
      return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()])
    })
  }
}

function guarded<T>(open: () => T): T {
  try {
    return open()
  } catch (cause) {
    throw new SealBroken({ cause })
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, COUNTER_AT)
  nonce.writeUInt8(isLast ? 1 : 0, LAST_AT)
  return nonce
}

async function takeHead(parts: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; rest: Buffer }> {
  let held: Buffer = Buffer.alloc(0)
  while (held.length < MARK.length + WRAPPED) {
    const next = await parts.next()
    if (next.done === true) break
    held = Buffer.concat([held, next.value])
  }
  return { head: held.subarray(0, MARK.length + WRAPPED), rest: held.subarray(MARK.length + WRAPPED) }
}

async function* resumed(first: Uint8Array, parts: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) yield next.value
}

type Chunk = { readonly chunk: Buffer; readonly number: number; readonly isLast: boolean }

/** Equal chunks, the last one shorter or equal; of nothing one empty chunk. */
async function* chunksOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer = Buffer.alloc(0)
  let number = 0
  for await (const part of source) {
    held = held.length === 0 ? Buffer.from(part.buffer, part.byteOffset, part.byteLength) : Buffer.concat([held, part])
    // What fills a chunk exactly is held back: it may be the last.
    for (; held.length > size; held = held.subarray(size)) {
      yield { chunk: held.subarray(0, size), number: number++, isLast: false }
    }
  }
  yield { chunk: held, number, isLast: true }
}
