import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../../../platform/db/db.ts'
import type { Connection } from './staging.ts'
import { createWordTable, layBytes } from './word.table.ts'

/** Enough to tell rows of one district apart. */
export const ROW_HASH_BYTES = 16

const ROWS_AT_FIRST = 1_000

/** The people a row was given when it was taken; `hash` has one character a byte. */
export type TakenRow = { readonly hash: string; readonly people: readonly number[] }

/** Which rows were taken, and whom they were given: by earlier loads, and by this one. */
export type TakenRows = {
  /** As earlier loads left it. */
  before(hash: string): readonly number[] | undefined
  add(row: TakenRow): void
  /** Rows added since the last call that say more than earlier loads did. */
  drain(): TakenBatch
}

/** Rows one behind the other; `seconds` are 0 where a row was given one person. */
export type TakenBatch = {
  readonly hashes: Buffer
  readonly firsts: readonly number[]
  readonly seconds: readonly number[]
}

/** What earlier loads took; by batches, the later one counts. `meant` is who stays for a card that was merged. */
export async function readTaken(db: Kysely<DB>, meant: (id: number) => number): Promise<TakenRows> {
  const known = createKnownRows()
  const batches = await db
    .selectFrom('registry.taken_batch')
    .select([
      'row_hashes as hashes',
      sql<string>`person_ids::text`.as('first'),
      sql<string>`second_person_ids::text`.as('second'),
    ])
    .orderBy('id')
    .execute()
  for (const { hashes, first, second } of batches) {
    const seconds = idsOf(second)
    for (const [at, id] of idsOf(first).entries()) {
      known.set(hashes.toString('latin1', at * ROW_HASH_BYTES, (at + 1) * ROW_HASH_BYTES), id, seconds[at] ?? 0)
    }
  }
  return createTakenRows(meant, known)
}

type KnownRows = {
  get(hash: string): readonly number[] | undefined
  set(hash: string, first: number, second: number): void
}

function createKnownRows(): KnownRows {
  const hashes = createWordTable(ROW_HASH_BYTES / 4)
  const firsts: number[] = []
  const seconds: number[] = []
  return {
    get(hash) {
      layBytes(hashes.words, hash)
      const row = hashes.find()
      const [first, second] = [firsts[row], seconds[row]]
      if (first === undefined || second === undefined) return undefined
      return second === 0 ? [first] : [first, second]
    },
    set(hash, first, second) {
      layBytes(hashes.words, hash)
      const row = hashes.add()
      firsts[row] = first
      seconds[row] = second
    },
  }
}

/** A row that was given a card that is gone is not told anew: were the cards parted again, it would mean the wrong one. */
export function createTakenRows(
  meant: (id: number) => number = (id) => id,
  known: KnownRows = createKnownRows(),
): TakenRows {
  // Written down at once: thousands of rows, kept as objects till they are drained, would be moved about by then.
  let hashes = Buffer.allocUnsafe(ROW_HASH_BYTES * ROWS_AT_FIRST)
  let firsts: number[] = []
  let seconds: number[] = []
  return {
    before: known.get,
    add({ hash, people }) {
      const before = known.get(hash)
      if (before?.length === people.length && before.every((id, at) => meant(id) === people[at])) return
      const end = firsts.length * ROW_HASH_BYTES
      if (end === hashes.length) hashes = Buffer.concat([hashes, Buffer.allocUnsafe(end)])
      hashes.write(hash, end, 'latin1')
      const [first = 0, second = 0] = people
      firsts.push(first)
      seconds.push(second)
    },
    drain() {
      const drained = { hashes: Buffer.from(hashes.subarray(0, firsts.length * ROW_HASH_BYTES)), firsts, seconds }
      firsts = []
      seconds = []
      return drained
    },
  }
}

export async function storeTaken(connection: Connection, load: number, rows: TakenBatch): Promise<void> {
  const { hashes, firsts, seconds } = rows
  if (firsts.length === 0) return
  await connection.run(
    `insert into registry.taken_batch (row_hashes, person_ids, second_person_ids, load_id)
      values ($1, $2::bigint[], $3::bigint[], $4)`,
    [hashes, `{${firsts.join(',')}}`, seconds.some((id) => id !== 0) ? `{${seconds.join(',')}}` : '{}', load],
  )
}

const idsOf = (array: string): number[] => (array === '{}' ? [] : array.slice(1, -1).split(',').map(Number))
