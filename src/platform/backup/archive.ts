import { hkdfSync } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { createTarDecoder, createTarPacker } from 'modern-tar'

/*
 * The file of a backup: a tar, compressed by zstd, encrypted by age (https://age-encryption.org/v1), all of them open
 * formats. Its passphrase follows from the operator's secret, which is not in it.
 */

/** The file cannot be restored; the message tells the operator why. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupRefused'
  }
}

export type ArchiveWriter = {
  /** `size`: of the whole body, which stands before it in the file; a body of another size is a fault. */
  add(name: string, size: number, body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** The whole file is on the disk afterwards; before, nothing has its name. */
  close(): Promise<void>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

export type ArchiveEntry = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Uint8Array> }

/** 256 bits of key are not guessed: a costly derivation would only cost time. */
const SCRYPT_LOG_N = 10
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }

const passphraseOf = (secret: Buffer): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'rost/backup', 32)).toString('base64url')

export async function createArchive(path: string, secret: Buffer): Promise<ArchiveWriter> {
  const growing = `${path}.part`
  const { readable, controller } = createTarPacker()
  // A server never packs: it need not hold in memory what does.
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N)
  encrypter.setPassphrase(passphraseOf(secret))
  const packed = createZstdCompress(COMPRESSION)
  const flows = pipeline(Readable.fromWeb(readable as WebStream<Uint8Array>), packed)
  const encrypted = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>)
  const written = pipeline(
    Readable.fromWeb(encrypted as WebStream<Uint8Array>),
    createWriteStream(growing, { mode: 0o600, flush: true }),
  )
  // Seen where it is waited for.
  flows.catch(() => {})
  written.catch((error: unknown) => controller.error(error))
  return {
    async add(name, size, body) {
      const entry = controller.add({ name, size, type: 'file' }).getWriter()
      for await (const chunk of body) await entry.write(chunk)
      await entry.close()
    },
    async close() {
      controller.finalize()
      await written
      await rename(growing, path)
      await syncFolderOf(path)
    },
    async abandon() {
      controller.error(new Error('abandoned'))
      await written.catch(() => {})
      await rm(growing, { force: true })
    },
  }
}

/** The entries in their order; the body of each is to be read before the next. Faults: BackupRefused. */
export async function* readArchive(path: string, secret: Buffer): AsyncGenerator<ArchiveEntry> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphraseOf(secret))
  const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new BackupRefused(`${path} cannot be read (${cause.code})`, { cause })
  })
  const file = handle.createReadStream()
  try {
    const decrypted = await decrypter
      .decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>)
      .catch(refuseFile(path))
    const unpacked = Readable.fromWeb(decrypted as WebStream<Uint8Array>)
    const plain = createZstdDecompress()
    // What is wrong with the file is seen by whoever reads it.
    pipeline(unpacked, plain).catch(() => {})
    const entries = (Readable.toWeb(plain) as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder())
    for await (const { header, body } of entries as WebStream<{
      header: { name: string; size: number }
      body: WebStream<Uint8Array>
    }>) {
      yield { name: header.name, size: header.size, body: refusing(path, body) }
    }
  } catch (error) {
    throw asRefused(path, error)
  } finally {
    file.destroy()
  }
}

async function* refusing(path: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw asRefused(path, error)
  }
}

const refuseFile =
  (path: string) =>
  (cause: unknown): never => {
    throw asRefused(path, cause, 'is no backup of Rost, or it was made with another secret')
  }

/** Faults of the disk keep their own words. */
function asRefused(path: string, cause: unknown, says = 'is cut off or damaged'): unknown {
  if (cause instanceof BackupRefused || (cause instanceof Error && 'syscall' in cause)) return cause
  return new BackupRefused(`${path} ${says}`, { cause })
}

async function syncFolderOf(path: string): Promise<void> {
  const folder = await open(path.replace(/[^/]*$/, '') || '.', 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
