import type { ReadingLimits } from './reading.limits.ts'
import type { SourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'

/** One file in the archive, as the central directory describes it. */
export type ZipEntry = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  readonly compressedBytes: number
  /** Declared; what really comes out is counted while inflating. */
  readonly bytes: number
  readonly headerAt: number
  /** Where the next entry or the directory begins: this entry's data end before. */
  readonly endsBefore: number
}

/** By name in lower case, with forward slashes and without a leading one. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>

const endRecordBytes = 22
const longestComment = 0xffff
const sentinel = 0xffffffff
const mostDirectoryBytes = 8 * 1024 * 1024
/** A sheet of like rows shrinks about 30-fold, deflate can do 1032-fold. */
const mostRatio = 250
const ratioMattersFrom = 20 * 1024 * 1024

type RawEntry = Omit<ZipEntry, 'endsBefore' | 'method'> & { readonly methodCode: number; readonly flags: number }

/**
 * Reads the table of contents and refuses, before anything is inflated: archives that are cut off or damaged, entries
 * that share bytes, a password, more entries or declared bytes than the limits allow, and too good a compression.
 */
export function readZipDirectory(file: SourceFile, limits: ReadingLimits): ZipDirectory {
  const place = findDirectory(file)
  if (place.entries > limits.archiveEntries || place.bytes > mostDirectoryBytes) {
    throw new SpreadsheetFault('archive_entries', { limit: limits.archiveEntries })
  }
  const entries = readEntries(file.read(place.at, place.bytes), place.entries)
  if (entries.some((entry) => (entry.flags & 1) !== 0)) throw new SpreadsheetFault('password')
  checkDeclaredBytes(entries, limits)
  const ordered = entries.toSorted((left, right) => left.headerAt - right.headerAt)
  const directory = new Map<string, ZipEntry>()
  for (const [index, raw] of ordered.entries()) {
    const endsBefore = ordered[index + 1]?.headerAt ?? place.at
    if (raw.headerAt + 30 + raw.compressedBytes > endsBefore) damaged(raw.name)
    const key = raw.name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
    if (directory.has(key)) damaged(raw.name)
    const { methodCode, flags: _, ...entry } = raw
    if (methodCode !== 0 && methodCode !== 8) throw new SpreadsheetFault('compression_unknown', { part: raw.name })
    directory.set(key, { ...entry, method: methodCode === 0 ? 'stored' : 'deflated', endsBefore })
  }
  return directory
}

function damaged(part?: string): never {
  throw new SpreadsheetFault('archive_damaged', part === undefined ? {} : { part })
}

function findDirectory(file: SourceFile): { at: number; bytes: number; entries: number } {
  const tailAt = Math.max(0, file.bytes - endRecordBytes - longestComment)
  const tail = file.read(tailAt, file.bytes - tailAt)
  const end = tail
    .subarray(0, Math.max(0, tail.length - endRecordBytes + 4))
    .lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) return damaged()
  const record = tail.subarray(end)
  const small = { at: record.readUInt32LE(16), bytes: record.readUInt32LE(12), entries: record.readUInt16LE(10) }
  const isBig = small.at === sentinel || small.bytes === sentinel || small.entries === 0xffff
  const place = isBig ? findBigDirectory(file, tailAt + end) : small
  if (place.at + place.bytes > tailAt + end) return damaged()
  return place
}

/** ZIP64, which some writers use for small files too. */
function findBigDirectory(file: SourceFile, endAt: number): { at: number; bytes: number; entries: number } {
  if (endAt < 20) return damaged()
  const locator = file.read(endAt - 20, 20)
  if (locator.readUInt32LE(0) !== 0x07064b50) return damaged()
  const recordAt = bigNumber(locator, 8)
  if (recordAt + 56 > endAt) return damaged()
  const record = file.read(recordAt, 56)
  if (record.readUInt32LE(0) !== 0x06064b50) return damaged()
  return { entries: bigNumber(record, 32), bytes: bigNumber(record, 40), at: bigNumber(record, 48) }
}

function bigNumber(buffer: Buffer, at: number): number {
  if (at + 8 > buffer.length) return damaged()
  const value = buffer.readBigUInt64LE(at)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? damaged() : Number(value)
}

function readEntries(bytes: Buffer, count: number): RawEntry[] {
  const entries: RawEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) damaged()
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    if (extraEnd > bytes.length) damaged()
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      methodCode: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      name: bytes.toString('utf8', at + 46, nameEnd),
      ...sizes(bytes, at, bytes.subarray(nameEnd, extraEnd)),
    })
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes and place; those that do not fit 32 bits stand in the extra field 1, in this order. */
function sizes(bytes: Buffer, at: number, extra: Buffer): Pick<RawEntry, 'bytes' | 'compressedBytes' | 'headerAt'> {
  let big = extra
  while (big.length >= 4 && big.readUInt16LE(0) !== 1) big = big.subarray(4 + big.readUInt16LE(2))
  let next = 4
  const take = (small: number): number => {
    if (small !== sentinel) return small
    next += 8
    return bigNumber(big, next - 8)
  }
  const inflated = take(bytes.readUInt32LE(at + 24))
  const compressed = take(bytes.readUInt32LE(at + 20))
  return { bytes: inflated, compressedBytes: compressed, headerAt: take(bytes.readUInt32LE(at + 42)) }
}

function checkDeclaredBytes(entries: readonly RawEntry[], limits: ReadingLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > limits.inflatedBytes) throw new SpreadsheetFault('inflated_bytes', { limit: limits.inflatedBytes })
  const bomb = entries.find(
    (entry) => entry.bytes > ratioMattersFrom && entry.bytes > entry.compressedBytes * mostRatio,
  )
  if (bomb !== undefined) throw new SpreadsheetFault('archive_bomb', { part: bomb.name })
}
