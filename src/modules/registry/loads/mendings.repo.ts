import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import { markMended } from './faulty-rows.repo.ts'
import type { Mending } from './mendings.contract.ts'

export type Outcome = Mending['rows'][number]['outcome']

/** A row as it stood when somebody sent it mended. */
export type HeldRow = { readonly id: number; readonly isOver: boolean; readonly isChecked: boolean }

/** A check that has not ended in so long never will. */
const CHECKED_WITHIN = '1 day'

/**
 * The rows of a load, held until the end of the transaction: whether they wait, and whether somebody has them checked now.
 * They are looked at by a statement after the one that waits for them: that one still sees what was so before.
 */
export async function holdRows(tx: Tx, load: number, ids: readonly number[]): Promise<readonly HeldRow[]> {
  const asked = sql`
    from registry.faulty_row f
    join registry.source s on s.tenant_id = f.tenant_id and s.id = f.source_id
    where s.load_id = ${load} and f.id = any (${[...ids]}::bigint[])
    order by f.id`
  await sql`select f.id ${asked} for update of f`.execute(tx)
  const { rows } = await sql<HeldRow>`
    select f.id, not f.waits as "isOver", exists (
        select from registry.mending m join registry.load l on l.tenant_id = m.tenant_id and l.id = m.load_id
        where m.tenant_id = f.tenant_id and m.faulty_row_id = f.id and m.outcome = 'checking'
          and l.state <> 'failed' and l.created_at > now() - ${CHECKED_WITHIN}::interval) as "isChecked"
    ${asked}`.execute(tx)
  return rows
}

export type TypedRow = { readonly row: number; readonly cells: readonly Cell[] }

/** Adds the load that checks the rows of another; returns its id. */
export async function insertMendingLoad(tx: Tx, account: number | null, mends: number): Promise<number> {
  const { id } = await tx
    .insertInto('registry.load')
    .values({ account_id: account, mends })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertMendings(
  tx: Tx,
  load: number,
  rows: readonly { readonly id: number; readonly cells: readonly Cell[] }[],
  keyring: Keyring,
): Promise<void> {
  const values = rows.map(({ id, cells }) => ({
    load_id: load,
    faulty_row_id: id,
    sealed_cells: keyring.seal(Buffer.from(JSON.stringify(cells)), 'mended_row'),
  }))
  await tx.insertInto('registry.mending').values(values).execute()
}

/** A row to be checked, and where it stood. */
export type MendedRow = TypedRow & {
  readonly id: number
  readonly faultyRow: number
  readonly outcome: Outcome
  readonly sourceId: number
  readonly file: string
  readonly sheet: string | null
  readonly headers: readonly string[]
  readonly declaredFile: string
  readonly declaredSheet: string | null
}

/** The rows a load checks, in the order of their sheets; none where it is a load of files. */
export async function findMendedRows(db: ReadDb, load: number, keyring: Keyring): Promise<readonly MendedRow[]> {
  const rows = await db
    .selectFrom('registry.mending as m')
    .innerJoin('registry.faulty_row as f', (join) =>
      join.onRef('f.tenant_id', '=', 'm.tenant_id').onRef('f.id', '=', 'm.faulty_row_id'),
    )
    .innerJoin('registry.source as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.id', '=', 'f.source_id'),
    )
    .select(['m.id', 'f.id as faultyRow', 'f.row_no as row', 's.id as sourceId', 's.file', 's.sheet', 's.headers'])
    .select([sql<Outcome>`m.outcome`.as('outcome'), 'm.sealed_cells as sealed'])
    .select(sql<string>`coalesce(s.declared_file, s.file)`.as('declaredFile'))
    .select(
      sql<string | null>`case when s.declared_file is null then s.sheet else s.declared_sheet end`.as('declaredSheet'),
    )
    .where('m.load_id', '=', load)
    .orderBy('s.id')
    .orderBy('f.row_no')
    .orderBy('f.id')
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    cells: JSON.parse(keyring.open(sealed, 'mended_row').toString()),
  }))
}

export type Settled = {
  readonly id: number
  readonly outcome: Exclude<Outcome, 'checking' | 'failed'>
  readonly column: string | null
  readonly code: string | null
}

/**
 * Keeps what became of the rows: those taken are mended, with all that wait elsewhere word for word alike; what the
 * check refused waits where it waited, not once more under the load that checked it.
 */
export async function settleMendings(tx: Tx, load: number, settled: readonly Settled[]): Promise<void> {
  for (const { id, outcome, column, code } of settled) {
    await tx.updateTable('registry.mending').set({ outcome, column_name: column, code }).where('id', '=', id).execute()
  }
  const { rows: alike } = await sql<{ id: number }>`
    select w.id from registry.mending m
    join registry.faulty_row f on f.tenant_id = m.tenant_id and f.id = m.faulty_row_id
    join registry.faulty_row w on w.tenant_id = m.tenant_id and w.row_hash = f.row_hash and w.mended_at is null
    where m.load_id = ${load} and m.outcome = 'taken'`.execute(tx)
  await markMended(
    tx,
    alike.map(({ id }) => id),
    load,
  )
  await sql`delete from registry.faulty_row f using registry.source s
    where s.tenant_id = f.tenant_id and s.id = f.source_id and s.load_id = ${load}`.execute(tx)
}

export type StoredMending = {
  readonly id: number
  readonly state: Mending['state']
  readonly rows: readonly {
    readonly id: number
    readonly outcome: Outcome
    readonly column: string | null
    readonly code: string | null
  }[]
}

export async function findMending(db: ReadDb, load: number): Promise<StoredMending | undefined> {
  const found = await db
    .selectFrom('registry.load')
    .select(['id', sql<Mending['state']>`state`.as('state')])
    .where('id', '=', load)
    .where('mends', 'is not', null)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const rows = await db
    .selectFrom('registry.mending')
    .select(['faulty_row_id as id', sql<Outcome>`outcome`.as('outcome'), 'column_name as column', 'code'])
    .where('load_id', '=', load)
    .orderBy('id')
    .execute()
  return { ...found, rows }
}

export type Tried = { readonly column: string | null; readonly code: string; readonly cells: readonly Cell[] }

/** What was typed last over rows and not taken, by the row. */
export async function findTried(db: ReadDb, rows: readonly number[], keyring: Keyring): Promise<Map<number, Tried>> {
  const found = await db
    .selectFrom('registry.mending')
    .distinctOn('faulty_row_id')
    .select(['faulty_row_id as row', 'column_name as column', 'code', 'outcome', 'sealed_cells as sealed'])
    .where('faulty_row_id', 'in', [...rows, 0])
    .where('outcome', 'in', ['refused', 'repeated'])
    .orderBy('faulty_row_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    found.map(({ row, column, code, outcome, sealed }) => [
      row,
      { column, code: code ?? outcome, cells: JSON.parse(keyring.open(sealed, 'mended_row').toString()) },
    ]),
  )
}

/** The load a faulty row is of; undefined where there is none. */
export async function findRow(
  db: ReadDb,
  id: number,
): Promise<{ readonly id: number; readonly mendedAt: Date | null; readonly leftOutAt: Date | null } | undefined> {
  return await db
    .selectFrom('registry.faulty_row')
    .select(['id', 'mended_at as mendedAt', 'left_out_at as leftOutAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function setLeftOut(tx: Tx, id: number, at: Date | null): Promise<void> {
  await tx.updateTable('registry.faulty_row').set({ left_out_at: at }).where('id', '=', id).execute()
}
