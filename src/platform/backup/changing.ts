import type pg from 'pg'
import type { Copying, PersonalData } from '../personal-data.ts'
import { BackupRefused } from './archive.ts'
import type { KeptTable } from './catalogue.ts'

/** What makes a backup a copy with changed names. */
export type Changing = {
  /** In the copying transaction, before the first table. */
  prepare(client: pg.Client, tables: readonly KeptTable[]): Promise<void>
  /** SELECT of what the copy has in the place of a table, of the same columns. */
  rowsOf(table: KeptTable): string
}

/** A column, by names without quotes. */
export type NamedColumn = { readonly table: string; readonly column: string }

/** Texts, values of any form and days of birth: of what is said to be of people, a copy has to know what to make of each. */
export const TELLING_COLUMNS = `select n.nspname || '.' || c.relname as "table", a.attname as "column"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and (a.attname ~ 'birth' or a.atttypid in ('text'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype,
      'bytea'::regtype, 'bytea[]'::regtype, 'varchar'::regtype))
    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_t%'
  order by 1, 2`

/** What nobody has said what a copy makes of: `schema.table.column`, or a whole table. */
export function undecided(data: readonly PersonalData[], columns: readonly NamedColumn[]): string[] {
  const declared = new Map(data.flatMap(({ tables }) => Object.entries(tables)))
  const known = new Set([...declared.keys(), ...data.flatMap(({ others }) => Object.keys(others))])
  const strange = new Set<string>()
  const told: string[] = []
  for (const { table, column } of columns) {
    if (!known.has(table)) strange.add(table)
    const entry = declared.get(table)
    const copying = entry?.copying ?? 'nothing'
    if (entry === undefined || copying === 'nothing' || !(column in entry.columns)) continue
    if (copying === 'as it is' || !decidedBy(copying).includes(column)) told.push(`${table}.${column}`)
  }
  return [...strange, ...told]
}

/** The columns whose texts go without names. */
export function unnamedColumns(data: readonly PersonalData[]): NamedColumn[] {
  return data.flatMap(({ tables, others }) =>
    [...Object.keys(tables), ...Object.keys(others)].flatMap((table) => {
      const copying = copyingOf(data, table)
      return typeof copying === 'string' ? [] : (copying.unnamed ?? []).map((column) => ({ table, column }))
    }),
  )
}

/** SELECT of a table for a copy. Faults: BackupRefused, where nobody has said what a copy makes of it. */
export function copiedRows(data: readonly PersonalData[], { name, columns }: KeptTable): string {
  const table = plain(name)
  const copying = copyingOf(data, table)
  const { set = {}, unnamed = [] } = typeof copying === 'string' ? {} : copying
  const told = columns.map((column) => {
    const value = set[plain(column)]
    if (value !== undefined) return `${value} as ${column}`
    if (!unnamed.includes(plain(column))) return `r.${column}`
    const changed = `select t.told from pg_temp.new_text t
      where t.table_name = '${table}' and t.column_name = '${plain(column)}' and t.row_at = r.ctid`
    return `coalesce((${changed}), r.${column}::text) as ${column}`
  })
  return `select ${told.join(', ')} from ${name} r where ${copying !== 'nothing'}`
}

function copyingOf(data: readonly PersonalData[], table: string): Copying {
  for (const { tables, others, othersInCopy = {} } of data) {
    if (table in tables) return tables[table]?.copying ?? 'nothing'
    if (table in others) return othersInCopy[table] ?? 'as it is'
  }
  throw new BackupRefused(`nobody has said what a copy makes of ${table}`)
}

const decidedBy = ({ set = {}, unnamed = [], kept = [] }: Exclude<Copying, string>): string[] => [
  ...Object.keys(set),
  ...unnamed,
  ...kept,
]

/** Names of ours are quoted only where they are words of SQL. */
const plain = (quoted: string): string => quoted.replaceAll('"', '')
