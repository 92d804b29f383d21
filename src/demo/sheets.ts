import type { Cell } from '../platform/spreadsheets/index.ts'
import type { Day } from './days.ts'
import type { Person } from './story.ts'

/** A row and the day on which it came to be known. */
export type Fact = { readonly on: Day; readonly cells: readonly Cell[] }

/** A sheet of the exchange folder, or a CSV file of it. */
export type Sheet = {
  readonly file: string
  readonly name: string
  readonly columns: readonly string[]
  readonly facts: readonly Fact[]
}

export const dayCell = (day: Day | null): Cell => (day === null ? null : { date: day })

export const personColumns = (suffix = ''): readonly string[] =>
  ['СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения'].map((column) => `${column}${suffix}`)

export const personCells = ({ snils, surname, given, patronymic, birth }: Person): readonly Cell[] => [
  snils,
  surname,
  given,
  patronymic,
  dayCell(birth),
]

/** What a sheet of the folder holds, header apart. */
export type MadeTable = {
  readonly file: string
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
