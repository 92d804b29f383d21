import { columnsOf, inWords, labelOf, NAME } from '../exchange/record.words.ts'
import type { ColumnDeclaration, RecordsTitle, SheetDeclaration } from '../exchange/sheet.declaration.ts'

/** Records by which a table belongs to people, as somebody is told them who has to say whose they are. */
export type PersonRecords = {
  /** Schema and name. */
  readonly table: string
  readonly column: string
  readonly title: RecordsTitle
  /** SQL over the record `t`: what it is in words, and from when until when; never what is closed to who may merge cards. */
  readonly label: string
  readonly on: string
  readonly until: string
  /** The table keeps from which row a record comes. */
  readonly isLoaded: boolean
}

/** Roles of accounts that are of somebody. */
const grants: PersonRecords = {
  table: 'registry.grant',
  column: 'person_id',
  title: { ru: 'Вход в систему', en: 'Accounts' },
  label: `(select concat_ws(', ', a.name, (select o.name from registry.organisation o
      where o.tenant_id = t.tenant_id and o.id = t.organisation_id))
    from identity.account a where a.id = t.account_id)`,
  on: 't.from_on',
  until: 't.to_on',
  isLoaded: false,
}

const OTHER: RecordsTitle = { ru: 'Другие записи', en: 'Other records' }

/** Of a table nobody has told of. */
export const otherRecords = (table: string, column: string): PersonRecords => ({
  ...{ table, column, title: OTHER, label: `'№ ' || t.id`, on: 'null', until: 'null', isLoaded: false },
})

/** What all sheets bring of people, what the registry keeps itself, and what later modules do. */
export function allRecords(
  sheets: readonly SheetDeclaration[],
  others: readonly PersonRecords[],
): readonly PersonRecords[] {
  return [...sheets.flatMap((sheet) => ofSheet(sheet, sheets)), grants, ...others]
}

function ofSheet(sheet: SheetDeclaration, all: readonly SheetDeclaration[]): PersonRecords[] {
  const { table, people, told = [] } = sheet
  const columns = told.flatMap((header) => columnsOf(sheet).filter((column) => column.header === header))
  const [on, until] = columns.filter(({ type }) => type.is === 'date')
  const words = columns.filter(({ type }) => type.is !== 'date').map((column) => said(column, all))
  return people.map(({ column, title }) => {
    const others = people
      .filter((other) => other.column !== column)
      .map(
        (other) =>
          `(select ${NAME('p')} from registry.person p where p.tenant_id = t.tenant_id and p.id = t.${other.column})`,
      )
    return {
      ...{ table, column, title, isLoaded: true },
      label: `concat_ws(', ', ${[...others, ...words].join(', ')})`,
      on: on === undefined ? 'null' : `t.${on.column}`,
      until: until === undefined ? 'null' : `t.${until.column}`,
    }
  })
}

/** What a code stands for is told by the code and the name of the thing. */
function said(column: ColumnDeclaration, all: readonly SheetDeclaration[]): string {
  const { type } = column
  const defining = type.is === 'code' ? all.find(({ defines }) => defines === type.of) : undefined
  if (defining === undefined) return inWords(column, 't', all)
  return `(select ${labelOf(defining, 'd', all)} from ${defining.table} d
    where d.tenant_id = t.tenant_id and d.id = t.${column.column})`
}
