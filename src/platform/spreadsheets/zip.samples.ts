import { constants, crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive put together by hand, with whatever the headers shall say. */
export type RawEntry = {
  readonly name: string
  /** As it lies in the archive. */
  readonly data: Buffer
  readonly method?: number
  readonly flags?: number
  /** Declared, true or not. */
  readonly bytes: number
  readonly crc?: number
  /** Directory points here instead of where the entry is. */
  readonly headerAt?: number
}

export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(entry.flags ?? 0, 6)
    local.writeUInt16LE(entry.method ?? 8, 8)
    local.writeUInt32LE(entry.crc ?? 0, 14)
    local.writeUInt32LE(entry.data.length, 18)
    local.writeUInt32LE(entry.bytes, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(entry.headerAt ?? at, 42)
    locals.push(local, name, entry.data)
    directory.push(central, name)
    at += 30 + name.length + entry.data.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, index, end])
}

export function deflated(name: string, text: string): RawEntry {
  const content = Buffer.from(text)
  return { name, data: deflateRawSync(content, { level: 1 }), bytes: content.length, crc: crc32(content) }
}

/** Deflated data that inflates to `head` and then `mebibytes` of blanks; made without ever holding them. */
export function inflatingTo(head: string, mebibytes: number): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH, level: 9 }
  const mebibyte = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), flush)
  const parts = [deflateRawSync(Buffer.from(head), flush), ...Array.from({ length: mebibytes }, () => mebibyte)]
  return Buffer.concat([...parts, Buffer.from([3, 0])])
}

/** The archive with a ZIP64 end, as some writers make it for small files too. */
export function asZip64(archive: Buffer): Buffer {
  const end = Buffer.from(archive.subarray(-22))
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(archive.length - 22), 8)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(0xffffffff, 12)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([archive.subarray(0, -22), record, locator, end])
}
