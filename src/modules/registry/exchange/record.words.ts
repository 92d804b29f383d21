import type { ColumnDeclaration, SheetDeclaration } from './sheet.declaration.ts'

/** The columns of a sheet that its table keeps. */
export const columnsOf = ({ columns }: SheetDeclaration): readonly ColumnDeclaration[] =>
  columns.filter(({ column }) => column !== undefined)

/** SQL of a full name; `person` is an alias of registry.person. */
export const NAME = (person: string): string =>
  `concat_ws(' ', ${person}.surname, ${person}.given_name, ${person}.patronymic)`

/** SQL of whom a record is of, or what it is called. */
export function labelOf(sheet: SheetDeclaration, row: string, all: readonly SheetDeclaration[]): string {
  const people = sheet.people.map(
    ({ column }) =>
      `(select ${NAME('p')} from registry.person p where p.tenant_id = ${row}.tenant_id and p.id = ${row}.${column})`,
  )
  if (people.length > 0) return `concat_ws(' — ', ${people.join(', ')})`
  const first = columnsOf(sheet).slice(0, 2)
  return `concat_ws(' ', ${first.map((column) => inWords(column, row, all)).join(', ')})`
}

/** SQL of a value as a file would say it; `row` is the alias of the record. */
export function inWords(
  { type, column }: ColumnDeclaration,
  row: string,
  all: readonly SheetDeclaration[],
  join?: (table: string, name: string, id: string) => string,
): string {
  const value = `${row}.${column}`
  const labelIn = (table: string, name: string): string =>
    join?.(table, name, value) ??
    `(select l.${name} from ${table} l where l.tenant_id = platform.tenant() and l.id = ${value})`
  switch (type.is) {
    case 'date':
      return `to_char(${value}, 'DD.MM.YYYY')`
    case 'yes-no':
      return `case when ${value} then 'да' when not ${value} then 'нет' end`
    case 'number':
      return `replace(trim_scale(${value}::numeric)::text, '.', ',')`
    case 'closed': {
      const cases = Object.entries(type.values).map(([said, stored]) => `when '${stored}' then '${said}'`)
      return `case ${value} ${cases.join(' ')} end`
    }
    case 'open':
    case 'sex':
      return labelIn('registry.classifier_value', 'label')
    case 'open-list':
      return `case when cardinality(${value}) > 0 then (
        select string_agg(l.label, ', ' order by l.label) from registry.classifier_value l
        where l.tenant_id = platform.tenant() and l.id = any (${value})) end`
    case 'position':
      return labelIn('registry.position', 'name')
    case 'code': {
      const defining = all.find(({ defines }) => defines === type.of)
      return defining === undefined ? `${value}::text` : labelIn(defining.table, 'code')
    }
    default:
      return `${value}::text`
  }
}
