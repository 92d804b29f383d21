import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import type { listFaultyRows } from './loads.contract.ts'
import type { Overtaken } from './row.mending.ts'

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
  sql<string>`coalesce(s.declared_file, s.file)`.as('declaredFile'),
  sql<string | null>`case when s.declared_file is null then s.sheet else s.declared_sheet end`.as('declaredSheet'),
  'f.row_no as row',
  'f.column_name as column',
  'f.code',
  'f.mended_at as mendedAt',
  'f.left_out_at as leftOutAt',
  'f.sealed_cells as sealed',
] as const

type SealedRow = Omit<OpenedRow, 'cells' | 'headers'> & { readonly sealed: Buffer }

/** Rows opened. Those of one sheet share its headers: of a spoilt file they may be thousands. */
async function opened(db: ReadDb, rows: readonly SealedRow[], keyring: Keyring): Promise<OpenedRow[]> {
  const ids = [...new Set(rows.map(({ sourceId }) => sourceId))]
  const sources = await db
    .selectFrom('registry.source')
    .select(['id', 'headers'])
    .where('id', 'in', [...ids, 0])
    .execute()
  const headers = new Map(sources.map((source) => [source.id, source.headers]))
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    headers: headers.get(row.sourceId) ?? [],
    cells: JSON.parse(keyring.open(sealed, 'faulty_row').toString()),
  }))
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
    .$if(state === 'waiting', (qb) => qb.where('f.waits', '=', true))
    .$if(state === 'mended', (qb) => qb.where('f.mended_at', 'is not', null))
    .$if(state === 'left-out', (qb) => qb.where('f.mended_at', 'is', null).where('f.left_out_at', 'is not', null))
    .$if(state === 'overtaken', (qb) =>
      qb.where('f.mended_at', 'is', null).where('f.left_out_at', 'is', null).where('f.overtaken_by', 'is not', null),
    )
  const { limit, offset } = pageOf(query)
  const direction = query.sort?.[0] === '-row' ? 'desc' : 'asc'
  const sorted = base.select(shown).orderBy('s.id').orderBy('f.row_no', direction).orderBy('f.id')
  const rows = await sorted.limit(limit).offset(offset).execute()
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { items: await opened(db, rows, keyring), total }
}

/** The rows of a load that wait to be mended, in the order of its sheets. */
export async function findWaitingRows(db: ReadDb, load: number, most: number, keyring: Keyring): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('s.load_id', '=', load)
    .where('f.waits', '=', true)
    .orderBy('s.id')
    .orderBy('f.row_no')
    .orderBy('f.id')
    .limit(most)
    .execute()
  return await opened(db, rows, keyring)
}

/**
 * The rows of earlier loads that are not mended, of files read under this name (without regard to case): the first of
 * those after an id. One that was overtaken is settled along with the later one.
 */
export async function findWaitingBefore(
  db: ReadDb,
  load: number,
  { name, after, most }: { readonly name: string; readonly after: number; readonly most: number },
  keyring: Keyring,
): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('s.load_id', '<', load)
    .where(sql<boolean>`lower(coalesce(s.declared_file, s.file)) = ${name}`)
    .where('f.mended_at', 'is', null)
    .where('f.overtaken_by', 'is', null)
    .where('f.id', '>', after)
    .orderBy('f.id')
    .limit(most)
    .execute()
  return await opened(db, rows, keyring)
}

/** Rows by their ids, opened. */
export async function findOpenedRows(db: ReadDb, ids: readonly number[], keyring: Keyring): Promise<OpenedRow[]> {
  const rows = await faultyRows(db)
    .select(shown)
    .where('f.id', 'in', [...ids, 0])
    .execute()
  return await opened(db, rows, keyring)
}

/** Marks rows as mended by a load, and those along with them that wait in their stead no more. */
export async function markMended(tx: Tx, ids: readonly number[], load: number): Promise<void> {
  await sql`
    with recursive done (id) as (
      select unnest(${[...ids]}::bigint[])
      union
      select f.id from registry.faulty_row f join done on f.overtaken_by = done.id
    )
    update registry.faulty_row f set mended_at = now(), mended_by = ${load}
    from done where f.id = done.id and f.mended_at is null`.execute(tx)
}

/** Where a row of a load stands. */
export type Place = { readonly file: string; readonly sheet: string | null; readonly row: number }

/** Marks rows in whose stead one of this load waits from now on. One somebody left out stays so. */
export async function markOvertaken(tx: Tx, rows: readonly Overtaken<Place>[], load: number): Promise<void> {
  if (rows.length === 0) return
  const asked = JSON.stringify(rows.map(({ id, by }) => ({ id, ...by })))
  await sql`
    update registry.faulty_row f set overtaken_by = n.id
    from jsonb_to_recordset(${asked}::jsonb) as o (id bigint, file text, sheet text, row int)
    join registry.source s on s.load_id = ${load} and s.file = o.file and s.sheet is not distinct from o.sheet
    join registry.faulty_row n on n.tenant_id = s.tenant_id and n.source_id = s.id and n.row_no = o.row
    where f.id = o.id and f.waits`.execute(tx)
}

/** The later loads in which rows of this one wait, and how many in each. */
export async function findOvertaking(
  db: ReadDb,
  load: number,
): Promise<{ readonly load: number; readonly createdAt: Date; readonly rows: number }[]> {
  const { rows } = await sql<{ load: number; createdAt: Date; rows: number }>`
    select l.id as load, l.created_at as "createdAt", count(*)::int as rows
    from registry.source s
    join registry.faulty_row f on f.tenant_id = s.tenant_id and f.source_id = s.id
    join registry.faulty_row n on n.tenant_id = f.tenant_id and n.id = f.overtaken_by
    join registry.source t on t.tenant_id = n.tenant_id and t.id = n.source_id
    join registry.load l on l.tenant_id = t.tenant_id and l.id = t.load_id
    where s.load_id = ${load} and f.mended_at is null and f.left_out_at is null
    group by l.id, l.created_at order by l.id`.execute(db)
  return rows
}
