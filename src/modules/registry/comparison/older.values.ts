import type { TakenSheet } from '../exchange/load.run.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { Staging } from '../exchange/staging.ts'
import { PERSON_COLUMNS } from './difference.sql.ts'

/** Values that would go back to what an older file says. */
export type Older = {
  /** The place of the sheet in the comparison. */
  readonly sheet: number
  readonly header: string
  readonly count: number
  /** The day of the latest of the values that would be lost. */
  readonly since: string
}

type Found = {
  readonly target: string
  readonly source: number
  readonly field: string
  readonly count: number
  readonly since: string
}

/**
 * Of what the load changes, what is newer than the day its file is of: from a file of a later day, or set by hand since.
 * Asked in the transaction of the trial.
 */
export async function findOlder(
  staging: Pick<Staging, 'run'>,
  load: number,
  sheets: readonly TakenSheet[],
): Promise<readonly Older[]> {
  const tables = [...new Set([...sheets.map(({ sheet }) => sheet.table), 'registry.person'])]
  const found = await staging.run<Found>(
    `select target, source, field, count(*)::int as count, max(since)::text as since
      from (${tables.map((table) => newerIn(table, load)).join('\nunion all\n')}) as n
      group by target, source, field order by source, count desc, field`,
  )
  return found.flatMap(({ target, source, field, count, since }) => {
    const sheet = sheets.findIndex(({ sourceId }) => sourceId === source)
    const header = headerOf(target, field, sheets[sheet]?.sheet)
    return header === undefined ? [] : [{ sheet, header, count, since }]
  })
}

/** The images hold what was; where what is now comes from tells whose row changed it. */
function newerIn(table: string, load: number): string {
  const origin = "i.image -> 'origins' -> f.name"
  return `select '${table}' as target, mine.id as source, f.name as field, was.day as since
    from registry.load_image i cross join lateral unnest(i.fields) f (name)
    join ${table} t on t.tenant_id = i.tenant_id and t.id = i.object_id
    join registry.source mine on mine.tenant_id = i.tenant_id and mine.id = (t.origins -> f.name ->> 0)::bigint
    cross join lateral (select case
      when coalesce(${origin} = 'null' or ${origin} -> 1 = 'null', i.image ->> 'source_id' is null) then (
        select max(r.at)::date from registry.revision r
        where r.kind = '${table.split('.')[1]}' and r.object_id = i.object_id
          and (r.person_id = coalesce((i.image ->> 'person_id')::bigint, i.object_id) or r.kind = 'organisation')
          and r.before -> f.name is distinct from r.after -> f.name)
      else (select s.day from registry.source s where s.tenant_id = i.tenant_id
        and s.id = coalesce((${origin} ->> 0)::bigint, (i.image ->> 'source_id')::bigint)) end as day) was
    where i.load_id = ${load} and i.target = '${table}' and mine.load_id = ${load} and was.day > mine.day`
}

function headerOf(target: string, field: string, sheet: SheetDeclaration | undefined): string | undefined {
  const columns = target === 'registry.person' ? PERSON_COLUMNS : (sheet?.columns ?? [])
  if (target === 'registry.person' && field === 'snils_hash') return 'СНИЛС'
  return columns.find(({ column }) => column === field)?.header
}
