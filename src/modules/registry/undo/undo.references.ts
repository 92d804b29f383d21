import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { Connection } from '../exchange/staging.ts'

/** A column of one table that names rows of another. */
export type Reference = {
  /** As SQL writes it. */
  readonly table: string
  /** Schema and name. */
  readonly name: string
  readonly column: string
  readonly target: string
}

/** Follow from facts and go along with them; deleted or moved by whoever deletes or moves those. */
const CACHES = new Set(['registry.person_surname'])

const PEOPLE = 'registry.person'

/** The tables whose records a load may bring, in the order in which they may go: who refers goes first. */
export function goingTables(sheets: readonly SheetDeclaration[]): readonly string[] {
  const ordered = [...sheets].sort((left, right) => right.order - left.order).map(({ table }) => table)
  const [last = [], rest = []] = [true, false].map((isLast) =>
    ordered.filter((table) => (table === 'registry.organisation') === isLast),
  )
  return [...new Set([...rest, PEOPLE, ...last])]
}

/**
 * What refers to these tables, by foreign keys and by the triggers of `registry.refer`: asked of the catalogue, so that
 * nobody can forget to tell.
 */
export async function findReferences(run: Connection['run'], tables: readonly string[]): Promise<readonly Reference[]> {
  const found = await run<Reference>(
    `select c.conrelid::regclass::text as "table", replace(c.conrelid::regclass::text, '"', '') as name,
      a.attname as "column", replace(c.confrelid::regclass::text, '"', '') as target
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id'
    where c.contype = 'f' and c.confrelid = any ($1::text[]::regclass[])
    union
    select parts[2], replace(parts[2], '"', ''), parts[1], replace(of::text, '"', '')
    from (select t.tgrelid::regclass as of, string_to_array(encode(t.tgargs, 'escape'), '\\000') as parts
      from pg_trigger t where t.tgfoid = 'registry.check_referring'::regproc and t.tgrelid = any ($1::text[]::regclass[])
    ) as triggers`,
    [tables],
  )
  return found.filter(({ name }) => !CACHES.has(name))
}
