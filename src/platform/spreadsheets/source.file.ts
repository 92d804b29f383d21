import { closeSync, createReadStream, fstatSync, openSync, type ReadStream, readSync } from 'node:fs'

/** A file that stays the same one while it is read, even if its name is given to another. */
export type SourceFile = {
  readonly bytes: number
  /** Shorter than asked for at the end of the file. */
  read(at: number, length: number): Buffer
  stream(at: number, length: number): ReadStream
  close(): void
}

/** Blocks; meant for the parsing thread. Throws the system's error when the file cannot be opened. */
export function openSourceFile(path: string): SourceFile {
  const fd = openSync(path, 'r')
  const bytes = fstatSync(fd).size
  return {
    bytes,
    read(at, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, bytes - at)))
      let filled = 0
      while (filled < buffer.length) {
        const got = readSync(fd, buffer, filled, buffer.length - filled, at + filled)
        if (got === 0) break
        filled += got
      }
      return buffer.subarray(0, filled)
    },
    stream: (at, length) => createReadStream('', { fd, autoClose: false, start: at, end: at + length - 1, highWaterMark: 65_536 }),
    close: () => closeSync(fd),
  }
}
