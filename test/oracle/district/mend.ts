import type { Cell } from '../cells.ts'
import { cellText } from '../cells.ts'
import type { District, MadeSheet } from '../district.ts'
import { booksOf } from '../district.ts'
import { type FileAnswer, type LoadAnswer, loadBooks } from '../load.ts'
import type { State } from '../state.ts'
import { type Table, tableOf } from '../tables.ts'
import { fold } from '../text.ts'
import { suffixesOf } from './faults.ts'
import { addDays, type Random, randomOf } from './random.ts'

/** A folder in which somebody went through the rows that were refused. */
export type Mended = {
  district: District
  /** Rows in which nothing but the cell named by the fault was changed; sheets by the names the district gives them. */
  oneCell: { file: string; sheet: string | null; row: number }[]
}

const ROUNDS = 5
const PARTS = ['СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения']

/**
 * Corrects every row that the folder's last load refused, in its place: cells as in a row that was taken, another day
 * for a record that was named twice. What is still refused after some rounds is emptied.
 * @param state the district as that load left it; it stays as it is
 */
export function mendDistrict(district: District, seed: number, state: State, answer: LoadAnswer): Mended {
  const random = randomOf(seed)
  const sheets = district.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }))
  const mended: District = { ...district, sheets }
  const oneCell: Mended['oneCell'] = []
  let told = answer
  for (let round = 0; round < ROUNDS; round++) {
    for (const sheet of sheets) {
      const about = answerAbout(told, sheet)
      const taken = rowsTaken(sheet, about)
      for (const { row, column, code } of about?.rejected ?? []) {
        const isLast = round === ROUNDS - 1 || taken.length === 0
        const changed = isLast ? empty(sheet, row) : mendRow(random, sheet, row, column, code, random.pick(taken))
        if (round === 0 && changed === 1) oneCell.push({ file: sheet.file, sheet: sheet.name, row })
        else forget(oneCell, sheet, row)
      }
    }
    told = loadBooks(structuredClone(state), booksOf(mended))
  }
  return { district: mended, oneCell }
}

function answerAbout(answer: LoadAnswer, sheet: MadeSheet): FileAnswer | undefined {
  return answer.files.find(
    (file) => file.file === sheet.file && fold(file.sheet ?? '') === fold(sheet.name === null ? '' : sheet.name),
  )
}

function forget(list: Mended['oneCell'], { file, name }: MadeSheet, row: number): void {
  const at = list.findIndex((one) => one.file === file && one.sheet === name && one.row === row)
  if (at >= 0) list.splice(at, 1)
}

function rowsTaken(sheet: MadeSheet, answer: FileAnswer | undefined): Cell[][] {
  if (answer === undefined) return []
  const others = new Set([...answer.duplicateRows, ...answer.rejected.map(({ row }) => row)])
  return sheet.rows.filter(
    (cells, index) => index > sheet.header && !others.has(index + 1) && cells.some((cell) => cellText(cell) !== ''),
  )
}

/** Answers with how many cells it changed. */
function mendRow(random: Random, sheet: MadeSheet, row: number, column: string, code: string, taken: Cell[]): number {
  const table = tableOf(sheet.table)
  const cells = sheet.rows[row - 1]
  if (!cells) return 0
  const names = (sheet.rows[sheet.header] ?? []).map((cell) => fold(cellText(cell)))
  const copy = (list: string[]): number => {
    let changed = 0
    for (const name of list) {
      const at = names.indexOf(fold(name))
      if (at < 0 || (cells[at] ?? null) === (taken[at] ?? null)) continue
      cells[at] = taken[at] ?? null
      changed++
    }
    return changed
  }
  if (code === 'dates_order') return endAtStart(table, names, cells)
  if (code === 'record_repeated') return otherDay(random, table, names, cells) || empty(sheet, row)
  const suffix = suffixesOf(table).findLast(
    (one) => column.endsWith(one) && PARTS.includes(column.slice(0, column.length - one.length)),
  )
  if (suffix === undefined || !code.includes('person')) return copy([column])
  const isSame = code === 'same_person'
  return copy(PARTS.map((part) => part + (isSame ? (suffixesOf(table).at(-1) ?? '') : suffix)))
}

function endAtStart({ span }: Table, names: string[], cells: Cell[]): number {
  if (span === undefined) return 0
  cells[names.indexOf(fold(span.end))] = cells[names.indexOf(fold(span.start))] ?? null
  return 1
}

function otherDay(random: Random, table: Table, names: string[], cells: Cell[]): number {
  const day = table.columns.find((column) => column.kind === 'date' && table.key.includes(column.name))
  if (day === undefined) return 0
  cells[names.indexOf(fold(day.name))] = addDays('2025-06-01', random.int(0, 200))
  return 1
}

function empty(sheet: MadeSheet, row: number): number {
  sheet.rows[row - 1] = (sheet.rows[row - 1] ?? []).map(() => null)
  return 0
}
