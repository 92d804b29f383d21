import type { TakenSheet } from '../exchange/load.run.ts'
import { columnsOf, inWords, labelOf, NAME } from '../exchange/record.words.ts'
import type { ColumnDeclaration, SheetDeclaration } from '../exchange/sheet.declaration.ts'

export const DIFFERENCE_COLUMNS = [
  ...[
    'kind',
    'sheet',
    'row_no',
    'label',
    'object_id',
    'person_id',
    'fields',
    'cells',
    'column_name',
    'code',
    'sealed_cells',
  ],
] as const

/** The fields of a person, and the headers under which a file brings them. */
export const PERSON_COLUMNS: readonly ColumnDeclaration[] = [
  { header: 'Фамилия', required: false, type: { is: 'text' }, column: 'surname' },
  { header: 'Имя', required: false, type: { is: 'text' }, column: 'given_name' },
  { header: 'Отчество', required: false, type: { is: 'text' }, column: 'patronymic' },
  { header: 'Дата рождения', required: false, type: { is: 'date' }, column: 'birth_on' },
  {
    header: 'Пол',
    required: false,
    type: { is: 'closed', values: { женский: 'female', мужской: 'male' } },
    column: 'sex',
  },
]

/**
 * All that would differ, in the transaction of the trial: a select of DIFFERENCE_COLUMNS. `sheets` are those of the load
 * in their order, `people` the sheet under which changes of people are shown.
 */
export function selectDifferences(
  load: number,
  sheets: readonly TakenSheet[],
  all: readonly SheetDeclaration[],
  day: string,
): string {
  const at = (source: string): string =>
    `array_position('{${sheets.map(({ sourceId }) => sourceId).join(',')}}'::bigint[], ${source}) - 1`
  const tables = new Map(sheets.map(({ sheet }) => [sheet.table, sheet]))
  // What is new last: of very many differences those are left out that say least.
  const parts = [
    ...[...tables.values()].map((sheet) => changed(load, sheet, at, all)),
    changedPeople(load, at, all),
    ...sheets.map(({ sourceId }, place) => faulty(sourceId, place)),
    ...sheets.flatMap(({ sheet, sourceId }, place) =>
      sheet.spansBy === 'person_id' ? [gone(sheet, sourceId, place, all, day)] : [],
    ),
    ...sheets.map(({ sheet, sourceId }, place) => added(sheet, sourceId, place, all)),
  ]
  return `select * from (${parts.map((part) => `(${part})`).join('\nunion all\n')})
    as d (${DIFFERENCE_COLUMNS.join(', ')})`
}

/** Records whose row is the first to name them. */
function added(sheet: SheetDeclaration, source: number, place: number, all: readonly SheetDeclaration[]): string {
  const labels: string[] = []
  // Joined rather than looked up row by row: most often everything is new, or nothing.
  const join = (table: string, name: string, id: string): string => {
    const as = `l${labels.length}`
    labels.push(`left join ${table} ${as} on ${as}.tenant_id = (select platform.tenant()) and ${as}.id = ${id}`)
    return `${as}.${name}`
  }
  const cells = columnsOf(sheet).map((column) => inWords(column, 't', all, join))
  const people = sheet.people.map(({ column }) => join('registry.person', 'id', `t.${column}`).replace(/\.id$/, ''))
  const label =
    people.length > 0
      ? `concat_ws(' — ', ${people.map(NAME).join(', ')})`
      : `concat_ws(' ', ${cells.slice(0, 2).join(', ')})`
  return `select 'new', ${place}, t.source_row, ${label}, null::bigint, null::bigint,
      null::jsonb, array[${cells.map((cell) => `(${cell})::text`).join(', ')}], null::text, null::text, null::bytea
    from ${sheet.table} t ${labels.join(' ')} where t.source_id = ${source}`
}

/** The headers of what is new in a sheet, as its cells stand. */
export const headersOf = (sheet: SheetDeclaration): readonly string[] => columnsOf(sheet).map(({ header }) => header)

/** Records of which the load left an image: what was before, and what is now. */
function changed(
  load: number,
  sheet: SheetDeclaration,
  at: (source: string) => string,
  all: readonly SheetDeclaration[],
): string {
  return imaged(load, sheet.table, columnsOf(sheet), at, labelOf(sheet, 't', all), firstPerson(sheet, 't'), all)
}

function changedPeople(load: number, at: (source: string) => string, all: readonly SheetDeclaration[]): string {
  return imaged(load, 'registry.person', PERSON_COLUMNS, at, NAME('t'), 't.id', all, NUMBER)
}

/** That a number came or became another one is told, not which. */
const NUMBER = `case when 'snils_hash' = any (i.fields) then jsonb_build_object('СНИЛС',
  jsonb_build_array(case when i.image ->> 'snils_hash' is not null then '•••' end, '•••')) else '{}' end`

function imaged(
  load: number,
  table: string,
  columns: readonly ColumnDeclaration[],
  at: (source: string) => string,
  label: string,
  person: string,
  all: readonly SheetDeclaration[],
  more = "'{}'::jsonb",
): string {
  const pairs = columns.map((column) =>
    pair(column, inWords(column, 'w', all), inWords(column, 't', all), `'${column.column}' = any (i.fields)`),
  )
  const origin = 't.origins -> i.fields[1]'
  return `select 'changed', ${at(`(${origin} ->> 0)::bigint`)}, (${origin} ->> 1)::int, ${label}, t.id, ${person},
      ${objectOf(pairs)} || ${more}, null::text[], null::text, null::text, null::bytea
    from registry.load_image i
    join ${table} t on t.tenant_id = i.tenant_id and t.id = i.object_id
    cross join lateral jsonb_populate_record(null::${table}, i.image) w
    where i.load_id = ${load} and i.target = '${table}'`
}

const faulty = (source: number, place: number): string =>
  `select 'faulty', ${place}, f.row_no, null::text, null::bigint, null::bigint, null::jsonb, null::text[], f.column_name, f.code, f.sealed_cells
    from registry.faulty_row f where f.source_id = ${source}`

/**
 * Places of work that have not ended by the day, in organisations of which the file speaks, and no row of it names;
 * the code says whether it names the person elsewhere.
 */
function gone(
  sheet: SheetDeclaration,
  source: number,
  place: number,
  all: readonly SheetDeclaration[],
  day: string,
): string {
  const shown = columnsOf(sheet).filter(({ column }) =>
    ['organisation_id', 'position_id', 'rate', 'hired_on'].includes(column ?? ''),
  )
  const pairs = shown.map((column) => pair(column, inWords(column, 't', all), 'null'))
  return `select 'gone', ${place}, null::int, ${labelOf(sheet, 't', all)}, t.id, t.person_id, ${objectOf(pairs)}, null::text[], null::text,
      case when exists (select from registry.employment e join load_named n on n.id = e.id
          where e.person_id = t.person_id and e.organisation_id = t.organisation_id) then 'same_organisation'
        when exists (select from registry.employment e join load_named n on n.id = e.id
          where e.person_id = t.person_id) then 'elsewhere' else 'nowhere' end, null::bytea
    from registry.employment t
    where t.organisation_id in (
        select e.organisation_id from registry.employment e join load_named n on n.id = e.id where n.source_id = ${source})
      and not exists (select from load_named n where n.id = t.id)
      and t.hired_on <= '${day}'::date and (t.dismissed_on is null or t.dismissed_on >= '${day}'::date)`
}

const firstPerson = ({ people: [first] }: SheetDeclaration, row: string): string =>
  first === undefined ? 'null::bigint' : `${row}.${first.column}`

/** `"header": [before, after]`, or null where neither is. */
function pair({ header }: ColumnDeclaration, before: string, after: string, when = 'true'): string {
  return `'${header}', case when ${when} then nullif(jsonb_build_array(${before}, ${after}), '[null, null]') end`
}

const objectOf = (pairs: readonly string[]): string => `jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))`
