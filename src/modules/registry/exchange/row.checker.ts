import { type CellFault, cellParser, type ParseCell, type Value } from './cell.parsing.ts'
import type { ReadCells } from './cell.reading.ts'
import { compareDecimals, parseDecimal } from './decimal.ts'
import type { SheetHeader } from './header.match.ts'
import type { ColumnDeclaration, PersonPart, SheetDeclaration } from './sheet.declaration.ts'
import { storable } from './text.keys.ts'

/** What a row says of a person. Absent columns say nothing; an empty patronymic is one, beside a filled name. */
export type PersonCells = Readonly<Record<PersonPart, Value | undefined>> & { readonly patronymicKnown: boolean }

export type RowFault = { readonly column: string; readonly code: RowCode }

export type RowCode =
  | 'required_missing'
  | CellFault
  | 'dates_order'
  | `${string}_unknown`
  | 'person_ambiguous'
  | 'person_conflict'
  /** Was erased at their own request: a file does not bring them back. */
  | 'person_erased'
  | 'same_person'
  | 'record_repeated'
  /** Through a profile: initials alone, which word of a name is what, what a score is of. */
  | 'name_initials'
  | 'name_unclear'
  | 'scale_unanswered'

export type CheckedRow = {
  /** By the place of the column in the declaration; undefined where the cell is empty or the column absent. */
  readonly values: readonly (Value | undefined)[]
  readonly people: readonly PersonCells[]
}

export type CheckRow = (cells: ReadCells) => CheckedRow | RowFault

/**
 * Checks a row by what its own cells say, in the order of the specification: what is required, then each cell from left
 * to right of the declaration, then the order of days.
 */
export function rowChecker(sheet: SheetDeclaration, header: SheetHeader): CheckRow {
  const columns = sheet.columns
    .map((column, at) => bindColumn(sheet, header, column, at))
    .filter(({ place }) => place >= 0)
  const missing = requirements(sheet, header)
  const order = daysInOrder(sheet)
  const people = sheet.people.map((_, person) => personReader(sheet, header, person))
  return (cells) => {
    const lacking = missing(cells)
    if (lacking !== undefined) return { column: lacking, code: 'required_missing' }
    const values = new Array<Value | undefined>(sheet.columns.length).fill(undefined)
    for (const { at, place, parse, column, bound } of columns) {
      const cell = cells[place]
      if (cell === undefined) continue
      cell.value ??= parse(cell.text)
      const { value } = cell
      if (typeof value === 'string') return { column: column.header, code: value }
      if (bound >= 0 && exceeds(value.text, cells[bound]?.text)) return { column: column.header, code: 'number_range' }
      values[at] = value
    }
    const late = order(values)
    if (late !== undefined) return { column: late, code: 'dates_order' }
    return { values, people: people.map((read) => read(values)) }
  }
}

type BoundColumn = { at: number; place: number; parse: ParseCell; column: ColumnDeclaration; bound: number }

function bindColumn(sheet: SheetDeclaration, header: SheetHeader, column: ColumnDeclaration, at: number): BoundColumn {
  const { type } = column
  const bound = type.is === 'number' && type.upTo !== undefined ? placeOf(sheet, header, type.upTo) : -1
  return { at, place: header.places[at] ?? -1, parse: cellParser(type), column, bound }
}

function placeOf(sheet: SheetDeclaration, header: SheetHeader, name: string): number {
  return header.places[sheet.columns.findIndex((column) => column.header === name)] ?? -1
}

/** The number is more than what the other cell says; where that is no number, the other cell is at fault. */
function exceeds(value: string, other: string | undefined): boolean {
  const most = parseDecimal(storable(other ?? ''))
  return most !== undefined && compareDecimals(value, most) > 0
}

/** The header of the leftmost required cell that is empty; of a person without number and without name: the surname. */
function requirements(sheet: SheetDeclaration, header: SheetHeader): (cells: ReadCells) => string | undefined {
  const checks = sheet.columns.flatMap((column, at) => {
    const place = header.places[at] ?? -1
    if (column.required) return [{ header: column.header, isMet: (cells: ReadCells) => cells[place] !== undefined }]
    const reference = column.type.is === 'person' ? sheet.people[column.type.person] : undefined
    if (reference === undefined || column.type.is !== 'person' || column.type.part !== 'snils') return []
    const { snils, surname, given, birth } = reference.headers
    const [number = -1, ...name] = [snils, surname, given, birth].map((one) => placeOf(sheet, header, one))
    const isMet = (cells: ReadCells) => cells[number] !== undefined || name.every((one) => cells[one] !== undefined)
    return [{ header: (name[0] ?? -1) < 0 ? snils : surname, isMet }]
  })
  return (cells) => checks.find((check) => !check.isMet(cells))?.header
}

/** The header of the first end that comes before its start. */
function daysInOrder(sheet: SheetDeclaration): (values: readonly (Value | undefined)[]) => string | undefined {
  const pairs = sheet.columns.flatMap((column, end) =>
    column.notBefore === undefined
      ? []
      : [{ header: column.header, end, start: sheet.columns.findIndex((one) => one.header === column.notBefore) }],
  )
  return (values) =>
    pairs.find(({ end, start }) => {
      const last = values[end]
      const first = values[start]
      return last !== undefined && first !== undefined && last.text < first.text
    })?.header
}

function personReader(
  sheet: SheetDeclaration,
  header: SheetHeader,
  person: number,
): (values: readonly (Value | undefined)[]) => PersonCells {
  const at = (part: PersonPart): number =>
    sheet.columns.findIndex(({ type }) => type.is === 'person' && type.person === person && type.part === part)
  const [snils, surname, given, patronymic, birth] = [
    at('snils'),
    at('surname'),
    at('given'),
    at('patronymic'),
    at('birth'),
  ]
  const patronymicKnown = (header.places[patronymic] ?? -1) >= 0
  return (values) => ({
    snils: values[snils],
    surname: values[surname],
    given: values[given],
    patronymic: values[patronymic],
    birth: values[birth],
    patronymicKnown,
  })
}
