import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const chunkBytes = 64 * 1024

/** A file that stays the same one while it is read, even if its name is given to another. */
export type SourceFile = {
  readonly bytes: number
  /** Shorter than asked for at the end of the file. */
  read(at: number, length: number): Buffer
  chunks(at: number, length: number): Generator<Buffer>
  close(): void
}

/** Blocks; meant for the parsing thread. Throws the system's error when the file cannot be opened. */
export function openSourceFile(path: string): SourceFile {
  const fd = openSync(path, 'r')
  const bytes = fstatSync(fd).size
  function read(at: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, bytes - at)))
    let filled = 0
    while (filled < buffer.length) {
      const got = readSync(fd, buffer, filled, buffer.length - filled, at + filled)
      if (got === 0) break
      filled += got
    }
    return buffer.subarray(0, filled)
  }

  return {
    bytes,
    read,
    *chunks(at, length) {
      const end = Math.min(bytes, at + length)
      for (let from = at; from < end; from += chunkBytes) yield read(from, Math.min(chunkBytes, end - from))
    },
    close: () => closeSync(fd),
  }
}
