import type pg from 'pg'

const OWN_SCHEMAS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'job') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%'`

/** The migrated schema as text, made from the catalogue: what a reviewer reads instead of the sum of all migrations. */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const list = async (sql: string): Promise<string[]> =>
    (await client.query<{ line: string }>(sql)).rows.map((row) => row.line)
  const sections = [
    await list(
      `select 'create schema ' || n.nspname || ';' as line from pg_namespace n where ${OWN_SCHEMAS} order by 1`,
    ),
    await list(FUNCTIONS),
    await list(TABLES),
    await list(VIEWS),
    await list(INDEXES),
    await list(POLICIES),
    await list(GRANTS),
  ]
  return `-- Generated from the migrations by scripts/generate.ts; do not edit.\n\n${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OWN_SCHEMAS} order by n.nspname, p.proname, p.oid::regprocedure::text`

const TABLES = `
  select 'create ' || case c.relpersistence when 'u' then 'unlogged ' else '' end || 'table ' || n.nspname || '.' || c.relname || E' (\n' || (
    select string_agg('  ' || part, E',\n' order by kind, ordinal, part) from (
      select 1 as kind, a.attnum as ordinal, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attidentity <> '' then ' generated always as identity' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        || case when a.attnotnull then ' not null' else '' end as part
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, 0, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
    ) as parts
  ) || E'\n)' || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ';'
  || case when c.relrowsecurity then E'\nalter table ' || n.nspname || '.' || c.relname || ' enable row level security;' else '' end || E'\n' as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${OWN_SCHEMAS} order by n.nspname, c.relname`

const VIEWS = `
  select 'create view ' || n.nspname || '.' || c.relname || E' as\n' || pg_get_viewdef(c.oid) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and ${OWN_SCHEMAS} order by n.nspname, c.relname`

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OWN_SCHEMAS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by n.nspname, c.relname, 1`

const POLICIES = `
  select 'create policy ' || p.policyname || ' on ' || p.schemaname || '.' || p.tablename || ' for ' || lower(p.cmd)
    || ' to ' || array_to_string(p.roles, ', ') || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, '') || ';' as line
  from pg_policies p order by p.schemaname, p.tablename, p.policyname`

const GRANTS = `
  select 'grant ' || lower(string_agg(g.privilege_type, ', ' order by g.privilege_type)) || ' on ' || g.table_schema || '.' || g.table_name || ' to ' || g.grantee || ';' as line
  from information_schema.role_table_grants g
  where g.grantee in ('rost_app', 'rost_region') and g.table_schema not in ('public', 'job')
  group by g.table_schema, g.table_name, g.grantee order by g.table_schema, g.table_name, g.grantee`
