import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import type { listFaultyRows } from './loads.contract.ts'

/** A row that was not taken, opened. */
export type OpenedRow = {
  readonly id: number
  readonly load: number
  readonly sourceId: number
  readonly file: string
  readonly sheet: string | null
  /** The sheet of the exchange folder it was read as: as recognised, else as named. */
  readonly declaredFile: string
  readonly declaredSheet: string | null
  /** The file's own headers, by place. */
  readonly headers: readonly string[]
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly mendedAt: Date | null
  readonly leftOutAt: Date | null
  readonly cells: readonly Cell[]
}

function faultyRows(db: ReadDb) {
  return db
    .selectFrom('registry.faulty_row as f')
    .innerJoin('registry.source as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.id', '=', 'f.source_id'),
    )
}

const shown = [
  'f.id',
  's.load_id as load',
  's.id as sourceId',
  's.file',
  's.sheet',
  's.headers',
  sql<string>`coalesce(s.declared_file, s.file)`.as('declaredFile'),
  sql<string | null>`case when s.declared_file is null then s.sheet else s.declared_sheet end`.as('declaredSheet'),
  'f.row_no as row',
  'f.column_name as column',
  'f.code',
  'f.mended_at as mendedAt',
  'f.left_out_at as leftOutAt',
  'f.sealed_cells as sealed',
] as const

function opener(keyring: Keyring) {
  return <R extends { readonly sealed: Buffer }>({ sealed, ...row }: R): Omit<R, 'sealed'> & { cells: Cell[] } => ({
    ...row,
    cells: JSON.parse(keyring.open(sealed, 'faulty_row').toString()),
  })
}

type ListQuery = NonNullable<(typeof listFaultyRows)['$in']>['query']

/** A page of the faulty rows of a load in the order of its sheets. */
export async function findFaultyRows(
  db: ReadDb,
  load: number,
  query: ListQuery,
  keyring: Keyring,
): Promise<{ items: OpenedRow[]; total: number }> {
  const { file, state } = query
  const base = faultyRows(db)
    .where('s.load_id', '=', load)
    .$if(file !== undefined, (qb) => qb.where('s.file', '=', file ?? ''))
    .$if(state !== undefined, (qb) => qb.where('f.mended_at', state === 'mended' ? 'is not' : 'is', null))
    .$if(state === 'waiting', (qb) => qb.where('f.left_out_at', 'is', null))
    .$if(state === 'left-out', (qb) => qb.where('f.left_out_at', 'is not', null))
  const { limit, offset } = pageOf(query)
  const direction = query.sort?.[0] === '-row' ? 'desc' : 'asc'
  const sorted = base.select(shown).orderBy('s.id').orderBy('f.row_no', direction).orderBy('f.id')
  const rows = await sorted.limit(limit).offset(offset).execute()
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { items: rows.map(opener(keyring)), total }
}

/** The rows of a load that wait to be mended, in the order of its sheets. */
export async function findWaitingRows(db: ReadDb, load: number, most: number, keyring: Keyring): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('s.load_id', '=', load)
    .where('f.mended_at', 'is', null)
    .where('f.left_out_at', 'is', null)
    .orderBy('s.id')
    .orderBy('f.row_no')
    .orderBy('f.id')
    .limit(most)
    .execute()
  return rows.map(opener(keyring))
}

/** The rows of earlier loads that wait to be mended, of files read under these names (without regard to case). */
export async function findWaitingBefore(
  db: ReadDb,
  load: number,
  files: readonly string[],
  keyring: Keyring,
): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('s.load_id', '<', load)
    .where(sql<boolean>`lower(coalesce(s.declared_file, s.file)) = any (${[...files]}::text[])`)
    .where('f.mended_at', 'is', null)
    .execute()
  return rows.map(opener(keyring))
}

/** Rows by their ids, opened. */
export async function findOpenedRows(db: ReadDb, ids: readonly number[], keyring: Keyring): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('f.id', 'in', [...ids, 0])
    .execute()
  return rows.map(opener(keyring))
}

export async function markMended(tx: Tx, ids: readonly number[], load: number): Promise<void> {
  await sql`update registry.faulty_row set mended_at = now(), mended_by = ${load}
    where id = any (${[...ids]}::bigint[]) and mended_at is null`.execute(tx)
}
