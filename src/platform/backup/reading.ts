import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { type ArchiveEntry, BackupRefused, readArchive } from './archive.ts'
import { BackupContents, BackupHead, CONTENTS, FILES, HEAD, JOBS, TABLES } from './contents.ts'

type Chunks = AsyncIterable<Uint8Array>

/** Who gets what is read, in the order of the file. Bodies not asked for are skipped. */
export type Receiver = {
  head(head: BackupHead): Promise<void>
  /** All lines of a table, as COPY takes them. */
  table(name: string, lines: Chunks): Promise<void>
  jobs(lines: Chunks): Promise<void>
  file(name: string, content: Chunks): Promise<void>
}

/** Reads a backup to its end and holds it against what it says of itself. Faults: BackupRefused. */
export async function readBackup(
  path: string,
  secret: Buffer,
  receiver: Receiver,
): Promise<{ readonly head: BackupHead; readonly contents: BackupContents }> {
  const entries = readArchive(path, secret)
  const first = await entries.next()
  if (first.done === true || first.value.name !== HEAD) throw new BackupRefused(`${path} is no backup of Rost`)
  const head = await parsed(path, first.value, BackupHead)
  await receiver.head(head)
  const found: BackupContents = { tables: head.tables.map(({ name }) => nothingOf(name)), files: [] }
  found.tables.push(nothingOf(JOBS))
  let entry = await entries.next()
  while (entry.done !== true && entry.value.name !== CONTENTS) {
    const group = groupOf(entry.value.name)
    if (group.is === 'file') {
      const seen = watched(entry.value.body)
      await receiver.file(group.name, seen.chunks)
      found.files.push({ name: group.name, bytes: seen.bytes(), sha256: seen.sha256() })
      entry = await entries.next()
      continue
    }
    // A table goes on as long as entries are of it.
    let next: IteratorResult<ArchiveEntry> = entry
    const lines = async function* (): Chunks {
      while (next.done !== true && next.value.name !== CONTENTS && sameGroup(groupOf(next.value.name), group)) {
        yield* next.value.body
        next = await entries.next()
      }
    }
    const seen = watched(lines())
    await (group.is === 'jobs' ? receiver.jobs(seen.chunks) : receiver.table(group.name, seen.chunks))
    const at = found.tables.findIndex(({ name }) => name === group.name)
    if (at < 0) throw new BackupRefused(`${path} has a table it does not name: ${group.name}`)
    found.tables[at] = { name: group.name, rows: seen.lines(), bytes: seen.bytes(), sha256: seen.sha256() }
    entry = next
  }
  if (entry.done === true) throw new BackupRefused(`${path} ends before its end`)
  const contents = await parsed(path, entry.value, BackupContents)
  if (!isDeepStrictEqual(found, contents)) throw new BackupRefused(`${path} does not hold what it says it holds`)
  // To the end of the file: only there it is known that nothing was cut off.
  while ((await entries.next()).done !== true);
  return { head, contents }
}

type Group = { readonly is: 'table' | 'jobs' | 'file'; readonly name: string }

function groupOf(entry: string): Group {
  if (entry.startsWith(FILES)) return { is: 'file', name: entry.slice(FILES.length) }
  const [, name = ''] = /^(.*)\/\d{6,}$/.exec(entry) ?? []
  return name.startsWith(TABLES) ? { is: 'table', name: name.slice(TABLES.length) } : { is: 'jobs', name: JOBS }
}

const sameGroup = (one: Group, other: Group): boolean => one.is === other.is && one.name === other.name

const nothingOf = (name: string) => ({ name, rows: 0, bytes: 0, sha256: createHash('sha256').digest('hex') })

const NEWLINE = 10

/** What flows by is counted and summed up; what its reader leaves is read here. */
function watched(source: Chunks) {
  const sum = createHash('sha256')
  let [bytes, lines] = [0, 0]
  return {
    chunks: (async function* (): Chunks {
      for await (const chunk of source) {
        sum.update(chunk)
        bytes += chunk.length
        for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines++
        yield chunk
      }
    })(),
    bytes: () => bytes,
    lines: () => lines,
    sha256: () => sum.digest('hex'),
  }
}

const MOST_TEXT = 64 << 20

async function parsed<T>(path: string, { name, size, body }: ArchiveEntry, shape: z.ZodType<T>): Promise<T> {
  if (size > MOST_TEXT) throw new BackupRefused(`${path}: ${name} is too large`)
  const parts: Uint8Array[] = []
  for await (const chunk of body) parts.push(chunk)
  const read = shape.safeParse(JSON.parse(Buffer.concat(parts).toString()))
  if (!read.success) throw new BackupRefused(`${path} was made by another version of Rost (${name})`)
  return read.data
}
