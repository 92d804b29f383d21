import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../../../platform/db/db.ts'
import type { Connection } from './staging.ts'

/** Enough to tell rows of one district apart. */
export const ROW_HASH_BYTES = 16

/** The people a row was given when it was taken; `hash` has one character a byte. */
export type TakenRow = { readonly hash: string; readonly people: readonly number[] }

/** Which rows were taken, and whom they were given: by earlier loads, and by this one. */
export type TakenRows = {
  /** As earlier loads left it. */
  before(hash: string): readonly number[] | undefined
  add(row: TakenRow): void
  /** Rows added since the last call that say more than earlier loads did. */
  drain(): readonly TakenRow[]
}

/** What earlier loads took; by batches, the later one counts. `meant` is who stays for a card that was merged. */
export async function readTaken(db: Kysely<DB>, meant: (id: number) => number): Promise<TakenRows> {
  const known = new Map<string, readonly number[]>()
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
      const other = seconds[at] ?? 0
      const hash = hashes.toString('latin1', at * ROW_HASH_BYTES, (at + 1) * ROW_HASH_BYTES)
      known.set(hash, other === 0 ? [id] : [id, other])
    }
  }
  return createTakenRows(known, meant)
}

/** A row that was given a card that is gone is not told anew: were the cards parted again, it would mean the wrong one. */
export function createTakenRows(
  known: ReadonlyMap<string, readonly number[]>,
  meant: (id: number) => number = (id) => id,
): TakenRows {
  let added: TakenRow[] = []
  return {
    before: (hash) => known.get(hash),
    add(row) {
      const before = known.get(row.hash)
      if (before?.length !== row.people.length || before.some((id, at) => meant(id) !== row.people[at])) added.push(row)
    },
    drain() {
      const drained = added
      added = []
      return drained
    },
  }
}

export async function storeTaken(connection: Connection, load: number, rows: readonly TakenRow[]): Promise<void> {
  if (rows.length === 0) return
  const hashes = Buffer.from(rows.map(({ hash }) => hash).join(''), 'latin1')
  const first = rows.map(({ people: [id] }) => id)
  const second = rows.some(({ people }) => people.length > 1) ? rows.map(({ people: [, id = 0] }) => id) : []
  await connection.run(
    `insert into registry.taken_batch (row_hashes, person_ids, second_person_ids, load_id)
      values ($1, $2::bigint[], $3::bigint[], $4)`,
    [hashes, `{${first.join(',')}}`, `{${second.join(',')}}`, load],
  )
}

const idsOf = (array: string): number[] => (array === '{}' ? [] : array.slice(1, -1).split(',').map(Number))
