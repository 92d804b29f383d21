import type { Value } from './cell.parsing.ts'
import type { LoadState } from './load.state.ts'
import type { CheckedRow } from './row.checker.ts'
import type { StagedColumn } from './sheet.columns.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

export type RecordReader = {
  /** What tells the record from others of the sheet. */
  recordKey(values: readonly (Value | undefined)[], people: readonly number[]): string
  /** Keeps what a row says beside its key; answers with the place for `saysSame`. */
  keep(values: CheckedRow['values']): number
  saysSame(place: number, values: CheckedRow['values']): boolean
  /** Where a fault of the whole record is shown. */
  firstHeader(checked: CheckedRow): string
}

/** How rows of a sheet are told to name the same record, and to say the same of it. */
export function recordReader(
  sheet: SheetDeclaration,
  columns: readonly StagedColumn[],
  state: LoadState,
): RecordReader {
  const staged = new Set(columns.map((column) => column.name))
  const isKey = (column: string | undefined): boolean =>
    column !== undefined && (sheet.key.includes(column) || sheet.key.includes(`${column}_key`))
  const places = sheet.columns.map(({ column, type }, at) => ({ at, column, type }))
  const keyed = places.filter(({ column }) => isKey(column))
  const valued = places.filter(
    ({ column, type }) => !isKey(column) && type.is !== 'person' && (column === undefined || staged.has(column)),
  )
  const keyOf = (at: number, values: readonly (Value | undefined)[]): string => {
    const key = values[at]?.key ?? ''
    if (sheet.columns[at]?.type.is !== 'position') return key
    return state.positions.find(key)?.key ?? key
  }
  /** Keys of columns by number: what is kept for every row is short then. */
  const numbers = new Map([['', 0]])
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const numberAt = (at: number, values: readonly (Value | undefined)[]): number => {
    const value = values[at]
    if (value === undefined) return 0
    value.number ??= numberOf(keyOf(at, values))
    return value.number
  }
  /** What the rows say, in the numbers of their values, one row behind the other. */
  let said = new Int32Array(valued.length * 1_000)
  let kept = 0
  return {
    recordKey(values, people) {
      let key = ''
      for (const id of people) key += `${id} `
      for (const { at } of keyed) key += `${numberAt(at, values)} `
      return key
    },
    keep(values) {
      if (kept + valued.length > said.length) {
        const more = new Int32Array(said.length * 2)
        more.set(said)
        said = more
      }
      const from = kept
      for (const { at } of valued) said[kept++] = numberAt(at, values)
      return from
    },
    saysSame: (place, values) => valued.every(({ at }, nth) => said[place + nth] === numberAt(at, values)),
    firstHeader(checked) {
      const person = sheet.people[0]
      const first = sheet.columns.find(({ type, column }) => type.is === 'person' || isKey(column))
      if (person === undefined || first === undefined || first.type.is !== 'person') return first?.header ?? ''
      return checked.people[0]?.snils === undefined ? person.headers.surname : person.headers.snils
    },
  }
}
