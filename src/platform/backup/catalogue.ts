import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** A table as it is copied: its name and columns, quoted for SQL. */
export type KeptTable = { readonly name: string; readonly columns: readonly string[] }

/** Every table of these schemas, with the columns that are not worked out from others. */
export async function readTables(client: Client, schemas: readonly string[]): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(format('%I', a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = any ($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by 1 order by 1`,
    [schemas],
  )
  return rows
}

export type KeptSequence = { readonly name: string; readonly last: string | null }

/** Where the sequences stand; null: no number was drawn yet. */
export async function readSequences(client: Client, schemas: readonly string[]): Promise<KeptSequence[]> {
  const { rows } = await client.query<KeptSequence>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname = any ($1) order by 1`,
    [schemas],
  )
  return rows
}

/** Statements that take away what slows copying down or reacts to it, and those that bring it back. */
export type Lightening = { readonly before: readonly string[]; readonly after: readonly string[] }

/** References, keys, all other indexes, and triggers of these schemas: references go first and come back last. */
export async function lightening(client: Client, schemas: readonly string[]): Promise<Lightening> {
  const { rows } = await client.query<{ before: string; after: string }>(
    `select before, after from (
      select case c.contype when 'f' then 1 else 2 end as turn,
        format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as before,
        format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as after
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname = any ($1) and c.contype in ('f', 'p', 'u', 'x')
      union all
      select 3, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      union all
      select 4, format('alter table %s disable trigger user', c.oid::regclass),
        format('alter table %s enable trigger user', c.oid::regclass)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind = 'r' and c.relhastriggers
    ) as l order by turn`,
    [schemas],
  )
  return { before: rows.map((row) => row.before), after: rows.map((row) => row.after).reverse() }
}
