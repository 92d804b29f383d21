import type { Value } from './cell.parsing.ts'
import type { LoadState } from './load.state.ts'
import type { CheckedRow } from './row.checker.ts'
import type { StagedColumn } from './sheet.columns.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { createWordTable, layId } from './word.table.ts'

export type RecordReader = {
  /** The record of the sheet that a row names, if one named it before. */
  find(values: CheckedRow['values'], people: readonly number[]): number | undefined
  /** Keeps what the first row that names a record says of it. */
  keep(values: CheckedRow['values'], people: readonly number[]): void
  saysSame(record: number, values: CheckedRow['values']): boolean
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
  /** What tells records apart: two words a person, and the numbers of the values. */
  const records = createWordTable(sheet.people.length * 2 + keyed.length)
  /** What the rows say, in the numbers of their values, one row behind the other. */
  let said = new Int32Array(valued.length * 1_000)
  let kept = 0
  function layDown(values: CheckedRow['values'], people: readonly number[]): void {
    for (const [at, id] of people.entries()) layId(records.words, at * 2, id)
    for (const [nth, { at }] of keyed.entries()) records.words[people.length * 2 + nth] = numberAt(at, values)
  }
  return {
    find(values, people) {
      layDown(values, people)
      const record = records.find()
      return record < 0 ? undefined : record
    },
    keep(values, people) {
      layDown(values, people)
      records.add()
      if (kept + valued.length > said.length) {
        const more = new Int32Array(said.length * 2)
        more.set(said)
        said = more
      }
      for (const { at } of valued) said[kept++] = numberAt(at, values)
    },
    saysSame: (record, values) =>
      valued.every(({ at }, nth) => said[record * valued.length + nth] === numberAt(at, values)),
    firstHeader(checked) {
      const person = sheet.people[0]
      const first = sheet.columns.find(({ type, column }) => type.is === 'person' || isKey(column))
      if (person === undefined || first === undefined || first.type.is !== 'person') return first?.header ?? ''
      return checked.people[0]?.snils === undefined ? person.headers.surname : person.headers.snils
    },
  }
}
