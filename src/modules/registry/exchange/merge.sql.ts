import type { SheetDeclaration } from './sheet.declaration.ts'

/** A sheet that is read: its place, which names its staging table, and the columns its file brought. */
export type StagedSheet = {
  readonly sheet: SheetDeclaration
  readonly sourceId: number
  /** Whose rows these are. */
  readonly load: number
  readonly table: string
  readonly columns: readonly StagedTableColumn[]
}

/**
 * `isFixed`: left alone in a record that is there already; `isBeside`: no column of the record; `fills`: where it is empty
 * the record keeps what it has.
 */
export type StagedTableColumn = {
  readonly name: string
  readonly isFixed: boolean
  readonly isBeside?: boolean
  readonly fills?: boolean
}

/** Worked out once a statement; as the column's default, once a row. */
const TENANT = '(select platform.tenant())'

const recordColumns = (columns: StagedSheet['columns']): string[] =>
  columns.filter(({ isBeside }) => isBeside !== true).map(({ name }) => name)

/**
 * An empty table with the columns of the target that a file brings, of the same types. Where spans follow from the rows it
 * also tells whose birth date a row brought, and gives the rows of a first load the ids their records will have.
 */
export function stagingTable({ sheet, table, columns }: StagedSheet, isFirst: boolean): string {
  const create = `create temp table ${table} on commit drop as
    select null::int as row_no, ${recordColumns(columns).join(', ')} from ${sheet.table} where false`
  if (sheet.spansBy !== 'person_id') return create
  const withBirth = `${create}; alter table ${table} add born_on date`
  if (!isFirst) return withBirth
  // The sequence is named here, once: as pg_get_serial_sequence() in the default it would be looked up for every row.
  return `${withBirth};
    do $do$ begin execute format('alter table ${table} add id bigint default nextval(%L::regclass)',
      pg_get_serial_sequence('${sheet.table}', 'id')); end $do$`
}

/** As mergeSheet does, where all rows are new: the database need not look for records they might meet. */
export function insertSheet({ sheet, sourceId, table, columns }: StagedSheet): string {
  const hasSpans = sheet.spansBy === 'person_id'
  const names = [...(hasSpans ? ['id'] : []), ...recordColumns(columns)]
  return `insert into ${sheet.table} (${['tenant_id', ...names, 'source_id', 'source_row'].join(', ')})
    ${names.includes('id') ? 'overriding system value' : ''}
    select ${TENANT}, ${names.join(', ')}, ${sourceId}, row_no from ${table};
  ${hasSpans ? insertSpans(table, names) : ''}
  select count(*) as added, 0 as changed from ${table}`
}

/**
 * Most people have one employment, and it is their only span (as in registry.rebuild_spans; a staged list of subjects has
 * each once, in order). Who has another one as well goes to load_touched. An employment that refers to nothing would have
 * a span without organisation or position: the database refuses it.
 */
function insertSpans(table: string, names: readonly string[]): string {
  const staged = (name: string, absent = 'null'): string => (names.includes(name) ? `s.${name}` : absent)
  return `insert into load_touched select person_id from ${table} where born_on is null;
  insert into registry.person_span
    select ${TENANT}, s.person_id, s.hired_on, coalesce(${staged('dismissed_on')}, 'infinity'::date), p.pedagogical,
      o.id, o.type, p.id, s.id, array[p.id], array[o.id],
      case when p.pedagogical then ${staged('subject_ids', "'{}'::bigint[]")} else '{}'::bigint[] end, s.born_on,
      ${staged('experience_since')}, ${staged('pedagogical_education')}
    from ${table} s
    left join registry.position p on p.tenant_id = ${TENANT} and p.id = s.position_id
    left join registry.organisation o on o.tenant_id = ${TENANT} and o.id = s.organisation_id
    where s.born_on is not null;`
}

/**
 * Takes the staged rows over: new records with where they come from, changed fields of others with their origin and a
 * new version; what those were like is kept. Answers with how many were added and changed. What spans follow from goes to
 * load_touched.
 */
export function mergeSheet(staged: StagedSheet): string {
  const { sheet, sourceId, load, table, columns } = staged
  const names = recordColumns(columns)
  const changing = changesOf(sheet, columns)
  const isPerson = sheet.spansBy === 'person_id'
  return `with merged as (
    insert into ${sheet.table} as t (${['tenant_id', ...names, 'source_id', 'source_row'].join(', ')})
    ${names.includes('id') ? 'overriding system value' : ''}
    select ${TENANT}, ${names.join(', ')}, ${sourceId}, row_no from ${table}
    on conflict (${['tenant_id', ...sheet.key].join(', ')}) ${resolution(changing, sourceId)}
    returning t.id, ${isPerson ? 't.person_id' : 't.id'} as what, t.xmax = 0 as is_new, t.origins
  )${sheet.spansBy === undefined ? '' : touching(isPerson)}
  ${changing.length === 0 ? '' : keepImages({ load, target: sheet.table, fields: fieldsFrom(sourceId), of: 'merged where not is_new' })}
  select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from merged`
}

/** The fields that a row of this sheet has just changed. */
const fieldsFrom = (sourceId: number): string =>
  `array(select o.key from jsonb_each(m.origins) o where (o.value ->> 0)::bigint = ${sourceId})`

/**
 * What the records that the same statement changes were like: it sees none of its own changes. Those that the load itself
 * brought were not there before. Looked up one by one (offset): most often they are few.
 */
function keepImages({
  load,
  target,
  fields,
  of,
}: Readonly<Record<'target' | 'fields' | 'of', string>> & { load: number }): string {
  return `, imaged as (insert into registry.load_image (tenant_id, load_id, target, object_id, fields, image)
    select ${TENANT}, ${load}, '${target}', m.id, ${fields}, w.image
    from (select * from ${of}) m cross join lateral (
      select to_jsonb(t) as image from ${target} t where t.tenant_id = ${TENANT} and t.id = m.id
        and not exists (select from registry.source s
          where s.tenant_id = t.tenant_id and s.id = t.source_id and s.load_id = ${load}) offset 0) w)`
}

/** Somebody has set a value of the table by hand, or decided on it about a file: then its origin has no row. */
export const anySetByHand = (table: string): string =>
  `exists (select from ${table} where origins @? '$.* ? (@ == null || @[1] == null)')`

/**
 * These rows were taken before and say nothing new: what was set by hand since goes into them, and so stays.
 */
export function keepSetByHand({ sheet, table, columns }: StagedSheet, rows: readonly number[]): string {
  const same = sheet.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const kept = changingColumns(sheet, columns).map(
    (name) =>
      `${name} = case when t.origins -> '${name}' = 'null' or t.origins -> '${name}' -> 1 = 'null' then t.${name} else s.${name} end`,
  )
  return `update ${table} s set ${kept.join(', ')} from ${sheet.table} t where ${same}
    and t.tenant_id = (select platform.tenant()) and t.origins is not null and s.row_no = any ('{${rows.join(',')}}')`
}

/** What a file may change of a record that is there. */
const changingColumns = (sheet: SheetDeclaration, columns: StagedSheet['columns']): string[] =>
  columns.filter(({ name, isFixed }) => !isFixed && !sheet.key.includes(name)).map(({ name }) => name)

function touching(isPerson: boolean): string {
  if (isPerson) return ', touched as (insert into load_touched select what from merged)'
  return `, touched as (insert into load_touched
    select e.person_id from registry.employment e where e.tenant_id = (select platform.tenant())
      and e.organisation_id in (select what from merged where not is_new))`
}

type Change = { readonly name: string; readonly value: string }

/**
 * What the columns of a record hold after a row. Of a start and an end one may stay from before: where they would
 * contradict each other, the one the row does not say goes, for it belonged to something else.
 */
function changesOf(sheet: SheetDeclaration, columns: StagedSheet['columns']): readonly Change[] {
  const filling = new Set(columns.flatMap(({ name, fills }) => (fills === true ? [name] : [])))
  const brought = new Set(changingColumns(sheet, columns))
  const after = (name: string): string => {
    if (!brought.has(name)) return `t.${name}`
    return filling.has(name) ? `coalesce(excluded.${name}, t.${name})` : `excluded.${name}`
  }
  const values = new Map([...brought].map((name) => [name, after(name)]))
  for (const [start, end] of intervalsOf(sheet)) {
    const isSaidWhole = [start, end].every((name) => brought.has(name) && !filling.has(name))
    if (isSaidWhole || ![start, end].some((name) => brought.has(name))) continue
    for (const name of [start, end]) {
      const stale = `excluded.${name} is null and ${after(start)} > ${after(end)}`
      values.set(name, `case when ${stale} then null else ${after(name)} end`)
    }
  }
  return [...values].map(([name, value]) => ({ name, value }))
}

/** Columns of days of which one must not be before the other, where a file may bring one without the other. */
function intervalsOf({ columns, key }: SheetDeclaration): readonly (readonly [string, string])[] {
  return columns.flatMap(({ column: end, notBefore }) => {
    const start = columns.find(({ header }) => header === notBefore)
    if (start?.column === undefined || end === undefined || start.required || key.includes(start.column)) return []
    return [[start.column, end] as const]
  })
}

function resolution(changing: readonly Change[], sourceId: number): string {
  if (changing.length === 0) return 'do nothing'
  const origin = `jsonb_build_array(${sourceId}, excluded.source_row)`
  const origins = changing.map(
    ({ name, value }) => `'${name}', case when t.${name} is distinct from ${value} then ${origin} end`,
  )
  return `do update set ${changing.map(({ name, value }) => `${name} = ${value}`).join(', ')},
      origins = coalesce(t.origins, '{}') || jsonb_strip_nulls(jsonb_build_object(${origins.join(', ')})),
      version = t.version + 1
    where (${changing.map(({ name }) => `t.${name}`).join(', ')})
      is distinct from (${changing.map(({ value }) => value).join(', ')})`
}

/**
 * Of these rows of the sheet, how many name a record that this transaction has neither added nor changed: they are
 * updated for what they say of people.
 */
export function untouchedAmong({ sheet, table }: StagedSheet, rows: readonly number[]): string {
  const same = sheet.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  return `select 0 as added, count(*) as changed from ${table} s join ${sheet.table} t on ${same}
    where t.tenant_id = (select platform.tenant()) and s.row_no = any ('{${rows.join(',')}}')
      and t.xmin::text <> (pg_current_xact_id()::text::bigint % 4294967296)::text`
}

/** Which records the rows name, whether they say anything new of them or not. */
export function nameRecords({ sheet, sourceId, table }: StagedSheet): string {
  const same = sheet.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  return `insert into load_named select ${sourceId}, t.id from ${table} s join ${sheet.table} t on ${same}
    where t.tenant_id = ${TENANT}`
}

const NAME = ['surname', 'given_name', 'patronymic', 'surname_key', 'given_key', 'patronymic_key']
const PERSON = ['id', ...NAME, 'birth_on', 'sex']
const BROUGHT = [...PERSON, 'snils_hash', 'sealed_snils', 'source_id', 'source_row', 'origins']
const CHANGED = [...PERSON, 'snils_hash', 'sealed_snils', 'origins']
const BY_LOAD = 'load_id'
const FAULTY = ['source_id', 'row_no', 'column_name', 'code', 'row_hash', 'sealed_cells']

type StagingTable = {
  readonly columns: readonly string[]
  readonly create: string
  /** How what stands in it is taken over by a load. */
  takeOver(load: number): string
}

export type CommonTable = 'load_value' | 'load_position' | 'load_person' | 'load_surname' | 'load_faulty'

/** What all sheets stage beside their rows, in the order in which it is taken over. */
export const COMMON_TABLES: Readonly<Record<CommonTable, StagingTable>> = {
  load_value: like('load_value', 'registry.classifier_value', ['id', 'kind', 'key', 'label'], BY_LOAD),
  load_position: like('load_position', 'registry.position', ['id', 'key', 'name'], BY_LOAD),
  load_person: like('load_person', 'registry.person', BROUGHT),
  load_surname: like(
    'load_surname',
    'registry.person_surname',
    ['person_id', 'key'],
    BY_LOAD,
    'on conflict do nothing',
  ),
  load_faulty: like('load_faulty', 'registry.faulty_row', FAULTY),
}

/** `from`: a column of the target that says which load brought the row, where it has no source. */
function like(
  table: CommonTable,
  target: string,
  columns: readonly string[],
  from?: typeof BY_LOAD,
  onConflict = '',
): StagingTable {
  const list = columns.join(', ')
  return {
    columns,
    create: `select ${list} from ${target} where false`,
    takeOver: (load) => `insert into ${target} (tenant_id, ${list}${from === undefined ? '' : `, ${from}`})
      overriding system value
      select ${TENANT}, ${list}${from === undefined ? '' : `, ${load}`} from ${table} ${onConflict}`,
  }
}

/** The temporary tables of a load, gone with its transaction. */
export const TEMPORARY_TABLES = [
  ...Object.entries(COMMON_TABLES).map(([name, { create }]) => `create temp table ${name} on commit drop as ${create}`),
  `create temp table load_person_change on commit drop as select ${CHANGED.join(', ')} from registry.person where false`,
  'create temp table load_touched (person_id bigint) on commit drop',
  'create temp table load_named (source_id bigint, id bigint) on commit drop',
].join(';\n')

export const CHANGED_COLUMNS: readonly string[] = CHANGED

/** Null in a change means unchanged, an empty text cleared. What the people were like is kept. */
export const changePeopleOf = (load: number): string => `with changed as (
    update registry.person p set
      surname = coalesce(c.surname, p.surname),
      surname_key = coalesce(c.surname_key, p.surname_key),
      given_name = coalesce(c.given_name, p.given_name),
      given_key = coalesce(c.given_key, p.given_key),
      patronymic = case when c.patronymic is null then p.patronymic else nullif(c.patronymic, '') end,
      patronymic_key = coalesce(c.patronymic_key, p.patronymic_key),
      birth_on = coalesce(c.birth_on, p.birth_on),
      sex = case when c.sex is null then p.sex else nullif(c.sex, '') end,
      snils_hash = coalesce(c.snils_hash, p.snils_hash),
      sealed_snils = coalesce(c.sealed_snils, p.sealed_snils),
      origins = coalesce(p.origins, '{}') || c.origins,
      version = p.version + 1
    from load_person_change c where p.tenant_id = (select platform.tenant()) and p.id = c.id
    returning p.id, c.origins, c.origins ? 'birth_on' as is_other_age
  )${keepImages({ load, target: 'registry.person', fields: 'array(select jsonb_object_keys(m.origins))', of: 'changed' })}
  insert into load_touched select id from changed where is_other_age`
