import { type Cell, cellDate, cellNumber, cellSnils, cellText } from '../cells.ts'
import type { District, MadeSheet } from '../district.ts'
import { type Column, tableOf } from '../tables.ts'
import { fold } from '../text.ts'
import { alter } from './faults.ts'
import type { Draft } from './making.ts'
import { makeSnilsOf } from './people.ts'
import { addDays, type Random, randomOf } from './random.ts'
import { spell } from './spelling.ts'
import { SURNAMES } from './words.ts'

type Correction = (row: Cell[]) => void

/** What can be corrected in the rows of a sheet, by the columns that it has. */
function corrections(random: Random, sheet: MadeSheet): Correction[] {
  const table = tableOf(sheet.table)
  const names = (sheet.rows[sheet.header] ?? []).map((cell) => fold(cellText(cell)))
  const at = (name: string): number => names.indexOf(fold(name))
  const writing = { random, csv: sheet.name === null, spelling: false, moot: false }
  const put = (row: Cell[], column: Column, value: Draft[string]): void => {
    row[at(column.name)] = spell(writing, column, value)
  }
  const list: Correction[] = []
  for (const column of table.columns) {
    if (at(column.name) < 0) continue
    const { person } = column
    if (!person && !table.key.includes(column.name))
      list.push((row) => {
        const cell = row[at(column.name)] ?? null
        const value =
          column.kind === 'date' ? cellDate(cell) : column.kind === 'number' ? cellNumber(cell) : cellText(cell)
        const draft: Draft = { [column.name]: value === '' ? null : (value ?? null) }
        alter(random, draft, column)
        put(row, column, draft[column.name] ?? null)
      })
    if (!person) continue
    const snilsAt = at(column.name.replace(/^(Фамилия|Имя|Отчество|Дата рождения)/, 'СНИЛС'))
    const hasSnils = (row: Cell[]): boolean => snilsAt >= 0 && cellSnils(row[snilsAt] ?? null) !== undefined
    if (person.part === 'surname')
      list.push((row) => {
        if (hasSnils(row)) put(row, column, `${random.pick(SURNAMES)}а`)
      })
    if (person.part === 'birth')
      list.push((row) => {
        const birth = cellDate(row[at(column.name)] ?? null)
        if (birth !== undefined && hasSnils(row)) put(row, column, addDays(birth, random.pick([-1, 1, 365])))
      })
    if (person.part === 'snils')
      list.push((row) => {
        const empty = cellText(row[at(column.name)]) === ''
        if (empty) put(row, column, makeSnilsOf(random))
        else if (random.chance(0.3)) put(row, column, null)
      })
  }
  return list
}

function correctSheet(random: Random, sheet: MadeSheet, share: number): MadeSheet {
  const above = sheet.rows.slice(0, sheet.header + 1)
  let body = sheet.rows.slice(sheet.header + 1)
  const possible = corrections(random, sheet)
  // Organisations stay as a rule, for a corrected folder would otherwise tell little else.
  body = body.filter(() => !random.chance(sheet.table === 'organisations' ? share / 10 : share / 3))
  body = body.map((row) => {
    if (!random.chance(share) || possible.length === 0) return row
    const changed = [...row]
    random.pick(possible)(changed)
    return changed
  })
  if (random.chance(share)) body = random.shuffle(body)
  const rows = [...above, ...body]
  return { ...sheet, rows: random.chance(share) ? withoutColumn(random, sheet, rows) : rows }
}

/** The sheet without one optional column: "an absent column changes nothing". */
function withoutColumn(random: Random, sheet: MadeSheet, rows: Cell[][]): Cell[][] {
  const optional = tableOf(sheet.table).columns.filter((column) => !column.required && !column.person)
  if (optional.length === 0) return rows
  const name = fold(random.pick(optional).name)
  const at = (rows[sheet.header] ?? []).findIndex((cell) => fold(cellText(cell)) === name)
  return at < 0 ? rows : rows.map((row) => row.filter((_, index) => index !== at))
}

/**
 * The folder as its owner might send it again: values, surnames, birth dates and numbers corrected, rows gone, cells
 * cleared, columns left out.
 * @param share how many of the rows are touched
 */
export function correctDistrict(district: District, seed: number, share = 0.1): District {
  const random = randomOf(seed)
  return { ...district, files: [], sheets: district.sheets.map((sheet) => correctSheet(random, sheet, share)) }
}
