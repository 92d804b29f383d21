import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { SourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { ZipEntry } from './zip.directory.ts'

const chunkBytes = 256 * 1024
const smallestChunkBytes = 1024

/**
 * The content of an entry in chunks, counted and checked: one byte more than the directory declares ends it
 * (`file_too_large`: a directory that lies is a bomb), one less or another checksum is damage (`file_broken`).
 * The checksum is known only at the end; what came before must not be kept when this throws.
 */
export async function* inflateEntry(file: SourceFile, entry: ZipEntry): AsyncGenerator<Buffer> {
  const dataAt = findData(file, entry)
  let count = 0
  let crc = 0
  for await (const chunk of entry.bytes === 0 ? [] : chunksOf(file, entry, dataAt)) {
    count += chunk.length
    if (count > entry.bytes) throw new SpreadsheetFault('archive_bomb', { part: entry.name, limit: entry.bytes })
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (count !== entry.bytes || crc !== entry.crc) throw new SpreadsheetFault('archive_damaged', { part: entry.name })
}

/** The whole content of an entry, for parts that must be held; at most `limit` bytes. */
export async function inflateWhole(file: SourceFile, entry: ZipEntry, limit: number): Promise<Buffer> {
  if (entry.bytes > limit) throw new SpreadsheetFault('inflated_bytes', { part: entry.name, limit })
  const content = Buffer.alloc(entry.bytes)
  let at = 0
  for await (const chunk of inflateEntry(file, entry)) at += chunk.copy(content, at)
  return content
}

function findData(file: SourceFile, entry: ZipEntry): number {
  const header = file.read(entry.headerAt, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    throw new SpreadsheetFault('archive_damaged', { part: entry.name })
  }
  const dataAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (dataAt + entry.compressedBytes > entry.endsBefore)
    throw new SpreadsheetFault('archive_damaged', { part: entry.name })
  return dataAt
}

async function* chunksOf(file: SourceFile, entry: ZipEntry, dataAt: number): AsyncGenerator<Buffer> {
  if (entry.compressedBytes === 0) return
  const compressed = file.chunks(dataAt, entry.compressedBytes)
  if (entry.method === 'stored') {
    yield* compressed
    return
  }
  // Most parts are small, and a thread that reads one workbook after another holds their chunks for long: nothing else
  // in it is so large that it would be collected.
  const chunkSize = Math.min(chunkBytes, Math.max(smallestChunkBytes, entry.bytes + 1))
  const inflate = createInflateRaw({ chunkSize })
  const source = Readable.from(compressed)
  source.on('error', (error) => inflate.destroy(error))
  try {
    yield* source.pipe(inflate)
  } catch (error) {
    if (isZlibError(error)) throw new SpreadsheetFault('archive_damaged', { part: entry.name })
    throw error
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}
