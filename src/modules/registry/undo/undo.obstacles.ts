import type { LoadResult } from '../exchange/load.answer.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { Connection } from '../exchange/staging.ts'
import { declarationOf } from '../loads/file.names.ts'
import type { FactHolder } from './fact.holder.ts'
import { findReferences, goingTables } from './undo.references.ts'

export type ObstacleReason = 'changed_since' | 'referred' | 'confirmed'

/** Something built on a load since; `what` is a table, or the kind of a FactHolder. */
export type Obstacle = {
  readonly reason: ObstacleReason
  readonly what: string
  /** The load that did it; null: somebody by hand. */
  readonly load: number | null
  readonly count: number
  /** Some of the people it is about. */
  readonly people: readonly number[]
  readonly link: string | null
  readonly label: string | null
}

/** The loads taken back as one: a load, and those of its rows mended on its page. */
export async function findFamily(run: Connection['run'], load: number): Promise<readonly number[]> {
  const rows = await run<{ id: number }>(
    `select id from registry.load where (id = $1 or mends = $1) and state = 'done' order by id`,
    [load],
  )
  return rows.map(({ id }) => id)
}

/** Subqueries over the loads of the parameter $1. */
export const MINE = 'select s.id from registry.source s where s.load_id = any ($1::bigint[])'
export const isMine = (column: string): string => `coalesce(${column} in (${MINE}), false)`

/** All that keeps the loads from being taken back, put together by what it is and who did it. */
export async function findObstacles(
  run: Connection['run'],
  family: readonly number[],
  { sheets, holders }: { readonly sheets: readonly SheetDeclaration[]; readonly holders: readonly FactHolder[] },
): Promise<readonly Obstacle[]> {
  const tables = goingTables(sheets)
  const references = await findReferences(run, tables)
  const people = peopleColumns(sheets)
  const parts = [
    ...tables.flatMap((table) => [broughtAndChanged(table, people), changedTwice(table, people)]),
    ...references.map((reference) => referring(reference, tables, people)),
    ...holders.map(holding),
  ]
  const found = await run<Obstacle>(
    `select reason, what, load, count(*)::int as count, link, label,
      to_json((array_agg(distinct person) filter (where person is not null))[1:5]) as people
    from (${parts.join('\nunion all\n')}) as o (reason, what, load, person, link, label)
    group by reason, what, load, link, label order by reason, what, load`,
    [family],
  )
  const confirmed = await confirming(run, family, sheets)
  return [...found.map((one) => ({ ...one, people: one.people ?? [] })), ...confirmed]
}

/** By table, the column that names the first person of a record. */
function peopleColumns(sheets: readonly SheetDeclaration[]): ReadonlyMap<string, string> {
  const columns = sheets.flatMap(({ table, people: [first] }) =>
    first === undefined ? [] : ([[table, first.column]] as const),
  )
  return new Map([...columns, ['registry.person', 'id']])
}

const personOf = (table: string, people: ReadonlyMap<string, string>): string => {
  const column = people.get(table)
  return column === undefined ? 'null::bigint' : `t.${column}`
}

const LOAD_OF = (source: string): string => `(select s.load_id from registry.source s where s.id = ${source})`

/** Records the loads brought, of which another load or somebody by hand has changed a value. */
function broughtAndChanged(table: string, people: ReadonlyMap<string, string>): string {
  return `select 'changed_since', '${table}', ${LOAD_OF('o.source')}, ${personOf(table, people)}, null::text, null::text
    from ${table} t cross join lateral (
      select (e.value ->> 0)::bigint as source from jsonb_each(t.origins) e
      where not ${isMine('(e.value ->> 0)::bigint')} limit 1) o
    where t.source_id in (${MINE}) and t.origins is not null`
}

/** Fields the loads changed that are no longer theirs. */
function changedTwice(table: string, people: ReadonlyMap<string, string>): string {
  return `(select distinct on (t.id) 'changed_since', '${table}', ${LOAD_OF('(t.origins -> f.name ->> 0)::bigint')},
      ${personOf(table, people)}, null::text, null::text
    from registry.load_image i
    join ${table} t on t.tenant_id = i.tenant_id and t.id = i.object_id
    cross join lateral unnest(i.fields) f (name)
    where i.load_id = any ($1::bigint[]) and i.target = '${table}' and not ${isMine('t.source_id')}
      and not ${isMine('(t.origins -> f.name ->> 0)::bigint')})`
}

/** Records that refer to what would go and would not go themselves. */
function referring(
  { table, name, column, target }: { table: string; name: string; column: string; target: string },
  tables: readonly string[],
  people: ReadonlyMap<string, string>,
): string {
  const isLoaded = tables.includes(name)
  const person = target === 'registry.person' ? `t.${column}` : personOf(name, people)
  return `select 'referred', '${name}', ${isLoaded ? LOAD_OF('t.source_id') : 'null'}, ${person}, null, null
    from ${table} t
    where t.${column} in (select g.id from ${target} g where g.source_id in (${MINE}))
      ${isLoaded ? `and not ${isMine('t.source_id')}` : ''}`
}

function holding({ kind, select }: FactHolder): string {
  const people = `select g.id from registry.person g where g.source_id in (${MINE})`
  return `select 'referred', '${kind}', null::bigint, h.person, h.link, h.label
    from (${select(people)}) as h (person, link, label)`
}

type Answered = { readonly id: number; readonly answer: LoadResult }

/**
 * Later loads that found records of the same sheets as they are: they say the same, and it would be gone. Nobody knows which
 * records those were.
 */
async function confirming(
  run: Connection['run'],
  family: readonly number[],
  sheets: readonly SheetDeclaration[],
): Promise<readonly Obstacle[]> {
  const loads = await run<Answered>(
    `select l.id, l.answer from registry.load l
    where l.state = 'done' and l.undoes is null and l.id >= $1 and not exists (
      select from registry.load u where u.tenant_id = l.tenant_id and u.undoes = coalesce(l.mends, l.id) and u.state = 'done')`,
    [Math.min(...family)],
  )
  const sheetOf = ({ file, sheet, recognised }: LoadResult['files'][number]): SheetDeclaration | undefined =>
    declarationOf(sheets, recognised?.file ?? file, recognised === undefined ? sheet : recognised.sheet)
  const done = loads
    .filter(({ id }) => family.includes(id))
    .flatMap(({ answer }) => answer.files.filter((file) => file.accepted > file.unchanged).map(sheetOf))
  return loads
    .filter(({ id }) => !family.includes(id))
    .flatMap(({ id, answer }) =>
      answer.files.flatMap((file): Obstacle[] => {
        const sheet = sheetOf(file)
        if (sheet === undefined || file.unchanged === 0 || !done.includes(sheet)) return []
        const count = file.unchanged
        return [{ reason: 'confirmed', what: sheet.table, load: id, count, people: [], link: null, label: null }]
      }),
    )
}
