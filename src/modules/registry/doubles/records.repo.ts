import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { findReferences } from '../undo/undo.references.ts'
import { runOver } from '../undo/undo.repo.ts'

/** A column by which records of some module belong to people. */
export type Belonging = {
  readonly table: string
  readonly column: string
  /** The other columns of each key that tells records of one person apart. */
  readonly keys: readonly (readonly string[])[]
}

export type Moved = { readonly table: string; readonly column: string; readonly ids: readonly number[] }
export type Row = Readonly<Record<string, unknown>>
export type Dropped = { readonly table: string; readonly row: Row }

/** What only two cards can have between them. */
const BETWEEN = 'registry.people_told_apart'

/**
 * What belongs to people, as the database knows it: a module that keeps something of them cannot forget to say so here.
 * What only two cards can have between them, and what is deleted along with a card, stays out.
 */
export async function findBelongings(db: ReadDb): Promise<Belonging[]> {
  const references = await findReferences(runOver(db), ['registry.person'])
  const held = references.filter(({ name }) => name !== BETWEEN).map(({ name, column }) => ({ table: name, column }))
  const { rows } = await sql<Belonging>`
    select h."table", h."column",
      coalesce((select json_agg(k.columns) from (
        select array(select a.attname::text from unnest(i.indkey::int[]) u(attnum)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.attnum
            where a.attname not in ('tenant_id', h."column")) as columns
        from pg_index i
        where i.indrelid = h."table"::regclass and i.indisunique and exists (
          select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey::int[])
            and a.attname = h."column")) k), '[]') as keys
    from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as h ("table" text, "column" text)
    order by 1, 2`.execute(db)
  return rows
}

/** Removes the records of one person that the other has as well, by any of the keys. */
export async function dropShared(tx: Tx, belonging: Belonging, from: number, to: number): Promise<Dropped[]> {
  const { table, column, keys } = belonging
  if (keys.length === 0) return []
  const person = sql.ref(column)
  const same = sql.join(
    keys.map(
      (key) =>
        sql`(${sql.join([sql`true`, ...key.map((one) => sql`k.${sql.ref(one)} = r.${sql.ref(one)}`)], sql` and `)})`,
    ),
    sql` or `,
  )
  const { rows } = await sql<{ row: Row }>`
    delete from ${sql.table(table)} r
    where r.${person} = ${from} and exists (select from ${sql.table(table)} k where k.${person} = ${to} and (${same}))
    returning to_jsonb(r) as row`.execute(tx)
  return rows.map(({ row }) => ({ table, row }))
}

/** Gives the records of one person to another; only these `ids`, if they are named. */
export async function moveRecords(
  tx: Tx,
  { table, column }: Pick<Belonging, 'table' | 'column'>,
  { from, to, ids }: { readonly from: number; readonly to: number; readonly ids?: readonly number[] },
): Promise<Moved> {
  const person = sql.ref(column)
  const only = ids === undefined ? sql`true` : sql`id = any (${[...ids]}::bigint[])`
  const { rows } = await sql<{ id: number }>`
    update ${sql.table(table)} set ${person} = ${to} where ${person} = ${from} and ${only} returning id`.execute(tx)
  return { table, column, ids: rows.map(({ id }) => id) }
}
