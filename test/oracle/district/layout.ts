import type { Cell } from '../cells.ts'
import type { Column, Table } from '../tables.ts'
import { suffixesOf } from './faults.ts'
import type { Draft } from './making.ts'
import type { Random } from './random.ts'
import { respell, spell, type Writing } from './spelling.ts'

/** A sheet as it is written: rows from its very first line on. */
export type Grid = { header: number; rows: Cell[][] }

const COUNTER = '№ п/п'
const FURTHER = ['Телефон', 'Примечание', 'E-mail']

/** The named columns that the sheet gets: all, or with some optional ones left out. */
function chosenColumns(random: Random, table: Table, loose: boolean, moot: boolean): Column[] {
  if (!loose) return table.columns
  const dropped = new Set<string>()
  for (const column of table.columns)
    if (!column.required && !column.person && random.chance(0.1)) dropped.add(column.name)
  for (const suffix of table.id === 'staff' ? [] : suffixesOf(table)) {
    const way = random.next()
    if (way < 0.1) dropped.add(`СНИЛС${suffix}`)
    else if (way < 0.2) for (const part of ['Фамилия', 'Имя', 'Отчество', 'Дата рождения']) dropped.add(part + suffix)
    else if (way < 0.3 && moot) dropped.add(`Отчество${suffix}`)
  }
  return table.columns.filter((column) => !dropped.has(column.name))
}

function furtherCell(random: Random, name: string, index: number): Cell {
  if (name === COUNTER) return index + 1
  if (name === 'Телефон') return `8 921 ${random.int(1_000_000, 9_999_999)}`
  return name === 'E-mail' ? null : random.pick([null, null, 'проверено', ' '])
}

/** Rows above the header: titles, blank lines, a line that looks like a header but is none. */
function titles(random: Random, names: string[], width: number): Cell[][] {
  const rows: Cell[][] = []
  const line = (text: Cell): Cell[] => [text, ...Array.from({ length: width - 1 }, () => null)]
  if (random.chance(0.7)) rows.push(line('Сведения по району; форма 1, лист «А»'))
  if (random.chance(0.5)) rows.push(line('по состоянию на 31.12.2025'))
  if (random.chance(0.3)) rows.push([names[0] ?? null, ...Array.from({ length: width - 1 }, () => null)])
  if (random.chance(0.6)) rows.push(line(null))
  return rows
}

/** Writes drafts as a sheet. */
export function layOut(writing: Writing, table: Table, drafts: Draft[], loose: boolean, repeats: number): Grid {
  const { random, csv, moot } = writing
  const columns = chosenColumns(random, table, loose, moot)
  const staff = table.id === 'staff'
  const further = loose ? [COUNTER, ...FURTHER].filter(() => random.chance(0.4)) : staff ? [COUNTER, 'Телефон'] : []
  const plain = [...(staff && !loose ? [COUNTER] : []), ...columns.map((column) => column.name)]
  const names = loose ? random.shuffle([...plain, ...further]) : [...new Set([...plain, ...further])]
  const byName = new Map(columns.map((column) => [column.name, column]))
  const text = (cell: Cell): Cell => (csv ? (cell === null ? '' : String(cell)) : cell)

  const second = loose && random.chance(0.2) ? random.pick(columns).name : undefined
  const body: Cell[][] = drafts.map((draft, index) =>
    names.map((name) => {
      const column = byName.get(name)
      return column ? spell(writing, column, draft[name]) : text(furtherCell(random, name, index))
    }),
  )
  const counter = names.indexOf(COUNTER)
  for (let i = 0; i < repeats && body.length > 0; i++) {
    const copy = [...random.pick(body)]
    if (counter >= 0) copy[counter] = text(body.length + 1)
    body.splice(random.int(0, body.length), 0, copy)
  }
  if (loose && random.chance(0.2)) body.push(names.map((_, index) => text(index === 0 ? 'Итого' : null)))
  if (loose && random.chance(0.2)) body.splice(random.int(0, body.length), 0, names.map(text))
  if (second !== undefined) for (const row of body) row.push(text(random.pick([null, 'то же', 'иное'])))
  // A note beside the table.
  if (loose && random.chance(0.2)) random.pick(body.length > 0 ? body : [[]]).push(text(null), text('проверить'))
  if (loose)
    for (let i = random.int(0, 3); i > 0; i--) {
      const blank = names.map((_, index) => text(index === counter ? 77 : random.pick([null, ' '])))
      body.splice(random.int(0, body.length), 0, blank)
    }
  const above = loose ? titles(random, names, names.length).map((row) => row.map(text)) : []
  const spelled = names.map((name) =>
    loose && byName.has(name) && random.chance(0.2) ? respell(random, name, false) : name,
  )
  // Of two columns of one name the first is meant.
  if (second !== undefined) spelled.push(second.toUpperCase())
  return { header: above.length, rows: [...above, spelled, ...body] }
}
