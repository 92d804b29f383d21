import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { isMine, MINE } from './undo.obstacles.ts'

/** The columns behind a field of a person, where they are not the field itself. */
const BESIDE: Readonly<Record<string, string>> = {
  surname: 'surname_key',
  given_name: 'given_key',
  patronymic: 'patronymic_key',
  snils_hash: 'sealed_snils',
}

/** The tables whose changes a card tells, and what their revisions are of. */
const TOLD: Readonly<Record<string, { kind: string; person: string; organisation: string }>> = {
  'registry.person': { kind: 'person', person: 't.id', organisation: 'null::bigint' },
  'registry.employment': { kind: 'employment', person: 't.person_id', organisation: 't.organisation_id' },
  'registry.organisation': { kind: 'organisation', person: 'null::bigint', organisation: 't.id' },
}

export const UNDO_TABLES = `create temp table undo_person (id bigint) on commit drop;
  create temp table undo_touched (person_id bigint) on commit drop`

export const GOING_PEOPLE = `insert into undo_person select id from registry.person where source_id in (${MINE})`

/** Whose spans follow from what goes or changes. */
export const TOUCHED = `insert into undo_touched
  select person_id from registry.employment where source_id in (${MINE})
  union
  select e.person_id from registry.load_image i
    join registry.employment e on e.tenant_id = i.tenant_id and e.id = i.object_id
    where i.load_id = any ($1::bigint[]) and i.target = 'registry.employment'
  union
  select i.object_id from registry.load_image i
    where i.load_id = any ($1::bigint[]) and i.target = 'registry.person' and 'birth_on' = any (i.fields)
  union
  select e.person_id from registry.load_image i
    join registry.employment e on e.tenant_id = i.tenant_id and e.organisation_id = i.object_id
    where i.load_id = any ($1::bigint[]) and i.target = 'registry.organisation'
  except select id from undo_person`

/** The columns that files fill in the tables, as far as a field of `origins` may be called so. */
export function fieldsOf(table: string, sheets: readonly SheetDeclaration[]): readonly string[] {
  if (table === 'registry.person') return ['surname', 'given_name', 'patronymic', 'birth_on', 'sex', 'snils_hash']
  const ofTable = sheets.filter((sheet) => sheet.table === table)
  const columns = ofTable.flatMap((sheet) =>
    sheet.columns.flatMap(({ column }) => (column === undefined || sheet.key.includes(column) ? [] : [column])),
  )
  return [...new Set(columns)]
}

/**
 * The fields the loads $1 changed become what they were, with where they came from; of several changes the first knows.
 * What a card tells of gets a revision, made by the account $3 in taking back the load $2.
 */
export function restoring(table: string, fields: readonly string[]): string {
  const told = TOLD[table]
  const columns = [...fields, ...(table === 'registry.person' ? fields.flatMap((field) => BESIDE[field] ?? []) : [])]
  const fieldOf = (column: string): string =>
    Object.entries(BESIDE).find(([, beside]) => table === 'registry.person' && beside === column)?.[0] ?? column
  const set = columns.map(
    (column) => `${column} = case when '${fieldOf(column)}' = any (b.fields) then w.${column} else t.${column} end`,
  )
  const named = columns.map((column) => `('${fieldOf(column)}', '${column}')`)
  return `with first as (
      select distinct on (i.object_id, f.name) i.object_id, f.name, i.image
      from registry.load_image i
      join ${table} t on t.tenant_id = i.tenant_id and t.id = i.object_id
      cross join lateral unnest(i.fields) f (name)
      where i.load_id = any ($1::bigint[]) and i.target = '${table}' and not ${isMine('t.source_id')}
      order by i.object_id, f.name, i.id
    ), back as materialized (
      select object_id, array_agg(distinct name) as fields,
        jsonb_object_agg(c.col, image -> c.col) as image,
        coalesce(jsonb_object_agg(name, image -> 'origins' -> name) filter (where image -> 'origins' ? name), '{}') as origins
      from first join (values ${named.join(', ')}) as c (field, col) on c.field = first.name
      group by object_id
    )${
      told === undefined
        ? ''
        : `, was as materialized (
      select t.id, to_jsonb(t) as image from ${table} t join back b on b.object_id = t.id)`
    }, restored as (
      update ${table} t set ${set.join(', ')},
        origins = nullif((coalesce(t.origins, '{}') - b.fields) || b.origins, '{}'), version = t.version + 1
      from back b cross join lateral jsonb_populate_record(null::${table}, b.image) w
      where t.tenant_id = (select platform.tenant()) and t.id = b.object_id
      returning t.id${told === undefined ? '' : `, ${told.person} as person, ${told.organisation} as organisation, to_jsonb(t) as image`}
    )${
      told === undefined
        ? ''
        : `, told as (
      insert into registry.revision (kind, object_id, person_id, organisation_id, before, after, account_id, load_id)
      select '${told.kind}', r.id, r.person, r.organisation, was.image, r.image, $3, $2
      from restored r join was on was.id = r.id)`
    }
    select count(*)::int as count, $2::bigint, $3::bigint from restored`
}

/** Places of work that go while the person stays are told on the card. */
export const TELL_REMOVED = `insert into registry.revision
    (kind, object_id, person_id, organisation_id, before, account_id, load_id)
  select 'employment', e.id, e.person_id, e.organisation_id, to_jsonb(e), $3::bigint, $2::bigint
  from registry.employment e
  where e.source_id in (${MINE}) and e.person_id not in (select id from undo_person)`

export const removing = (table: string): string => `delete from ${table} where source_id in (${MINE})`

/** What the loads left beside records: traces, rows to be mended, former surnames, images. */
export const FORGET: readonly string[] = [
  'delete from registry.taken_batch where load_id = any ($1::bigint[])',
  'delete from registry.person_surname where load_id = any ($1::bigint[])',
  // For what was overtaken twice the later one still stands.
  `update registry.faulty_row f set overtaken_by = n.overtaken_by from registry.faulty_row n
    where n.tenant_id = f.tenant_id and n.id = f.overtaken_by and n.source_id in (${MINE})`,
  `delete from registry.faulty_row where source_id in (${MINE})`,
  'update registry.faulty_row set mended_at = null, mended_by = null where mended_by = any ($1::bigint[])',
  'delete from registry.load_image where load_id = any ($1::bigint[])',
  'update registry.gone_decision set undone_at = now() where load_id = any ($1::bigint[]) and undone_at is null',
]

/** Values of lists and positions that the loads brought and nobody uses or has touched. */
export function removeUnused(sheets: readonly SheetDeclaration[]): readonly string[] {
  const uses = sheets.flatMap(({ table, columns }) =>
    columns.flatMap(({ column, type }) => (column === undefined ? [] : [{ table, column, is: type.is }])),
  )
  const unused = (of: readonly string[]): string =>
    uses
      .filter(({ is }) => of.includes(is))
      .map(({ table, column, is }) =>
        is === 'open-list'
          ? `and t.id not in (select unnest(u.${column}) from ${table} u)`
          : `and t.id not in (select u.${column} from ${table} u where u.${column} is not null)`,
      )
      .join('\n')
  return [
    `delete from registry.classifier_value t where t.load_id = any ($1::bigint[]) and t.version = 1
      and t.retired_at is null ${unused(['open', 'open-list', 'sex'])}`,
    `delete from registry.position t where t.load_id = any ($1::bigint[]) and t.version = 1 and t.pedagogical is null
      and not exists (select from registry.position_alias a where a.position_id = t.id) ${unused(['position'])}`,
  ]
}
