import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'

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

/**
 * What belongs to people, as the database knows it by foreign keys and by the triggers of `registry.refer`: a module that
 * keeps something of them cannot forget to say so here.
 * What only two cards can have between them, and what is deleted along with a card, stays out.
 */
export async function findBelongings(db: ReadDb): Promise<Belonging[]> {
  const { rows } = await sql<Belonging>`
    with held as (
      select c.conrelid as relation, a.attname::text as column_name
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id'
      where c.contype = 'f' and c.confrelid = 'registry.person'::regclass
      union
      select parts[2]::regclass, parts[1]
      from (select string_to_array(encode(t.tgargs, 'escape'), '\\000') as parts from pg_trigger t
        where t.tgfoid = 'registry.check_referring'::regproc and t.tgrelid = 'registry.person'::regclass) as triggers
      where parts[2]::regclass not in ('registry.people_told_apart'::regclass, 'registry.person_surname'::regclass)
    )
    select n.nspname || '.' || r.relname as "table", h.column_name as "column",
      coalesce((select json_agg(k.columns) from (
        select array(select a.attname::text from unnest(i.indkey::int[]) u(attnum)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.attnum
            where a.attname not in ('tenant_id', h.column_name)) as columns
        from pg_index i
        where i.indrelid = h.relation and i.indisunique and exists (
          select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey::int[])
            and a.attname = h.column_name)) k), '[]') as keys
    from held h join pg_class r on r.oid = h.relation join pg_namespace n on n.oid = r.relnamespace
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
