import type { Cell } from '../platform/spreadsheets/index.ts'
import { addDays, yearOf } from './days.ts'
import { nameOf } from './names.ts'
import { snilsOf } from './people.ts'
import type { Random } from './random.ts'
import type { MadeTable } from './sheets.ts'
import type { Story } from './story.ts'

type Cells = readonly Cell[]
type Table = MadeTable & { readonly rows: Cells[] }

/** Cells by their column, as texts people type. */
type Change = Readonly<Record<string, Cell>>

type Fault = {
  readonly file: string
  readonly sheet?: string
  /** The reason of exchange.md that the row gets. */
  readonly code: string
  /** The row is of somebody whom the district does not know. */
  readonly stranger?: true
  /** Somebody has found out since what it should have been. */
  readonly mended?: true
  readonly change?: (row: (column: string) => Cell) => Change
}

const dayOf = (cell: Cell): string =>
  typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : '2020-01-01'

const wrongSnils = (cell: Cell): string => {
  const text = typeof cell === 'string' ? cell : ''
  return `${text.slice(0, -1)}${(Number(text.slice(-1)) + 3) % 10}`
}

const staff = { file: 'staff.xlsx', stranger: true } as const
const noBirth = { ...staff, code: 'required_missing', change: () => ({ 'Дата рождения': null }) } as const
const badSnils = {
  ...staff,
  code: 'snils_checksum',
  change: (row: (column: string) => Cell) => ({ СНИЛС: wrongSnils(row('СНИЛС')) }),
} as const

/** What goes wrong in spreadsheets typed by people: one of each kind, the common ones more than once. */
const FAULTS: readonly Fault[] = [
  { ...noBirth, mended: true },
  { ...noBirth, mended: true },
  noBirth,
  { ...badSnils, mended: true },
  badSnils,
  { ...staff, code: 'date_invalid', mended: true, change: () => ({ Принят: '1.9.2025' }) },
  { ...staff, code: 'date_invalid', change: () => ({ 'Педагогический стаж с': 'с 2011 года' }) },
  {
    ...staff,
    code: 'dates_order',
    change: (row) => ({ Уволен: { date: addDays(dayOf(row('Принят')), -31) } }),
  },
  { ...staff, code: 'organisation_unknown', mended: true, change: () => ({ 'Код ОО': 'Ш800' }) },
  { ...staff, code: 'number_range', mended: true, change: () => ({ Ставка: 0 }) },
  { file: 'learning.csv', code: 'value_unknown', change: () => ({ Форма: 'заочная' }) },
  { file: 'learning.csv', code: 'value_unknown', change: () => ({ Форма: 'онлайн' }) },
  { file: 'learning.csv', code: 'number_range', change: () => ({ Часов: 0 }) },
  {
    file: 'learning.csv',
    code: 'dates_order',
    change: (row) => ({ Окончание: { date: addDays(dayOf(row('Начало')), -7) } }),
  },
  { file: 'learning.csv', code: 'person_unknown', stranger: true },
  { file: 'learning.csv', code: 'person_unknown', stranger: true },
  { file: 'diagnostics.csv', code: 'number_range', change: () => ({ Балл: 120 }) },
  { file: 'diagnostics.csv', code: 'person_unknown', stranger: true },
  {
    file: 'events.xlsx',
    sheet: 'Участие',
    code: 'event_unknown',
    change: () => ({ 'Код мероприятия': 'М00-000' }),
  },
  { file: 'events.xlsx', sheet: 'Участие', code: 'person_unknown', stranger: true },
  {
    file: 'mentoring.csv',
    code: 'same_person',
    change: (row) =>
      Object.fromEntries(
        ['СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения'].map((part) => [
          `${part} наставляемого`,
          row(`${part} наставника`),
        ]),
      ),
  },
  { file: 'pools.csv', code: 'date_invalid', change: () => ({ Включён: '31.11.2025' }) },
]

/** The reasons of all faulty rows, in the order of the files. */
export const FAULT_CODES: readonly string[] = FAULTS.map(({ code }) => code)

/** Of them those that nobody has mended yet. */
export const WAITING_CODES: readonly string[] = FAULTS.filter(({ mended }) => !mended).map(({ code }) => code)

/**
 * Adds the faulty rows, and a few that stand twice, among the good ones. `mended` are the sheets of which somebody has put
 * some faulty rows right since, all their rows in place.
 */
export function addFaults(
  story: Story,
  tables: readonly MadeTable[],
): { readonly tables: readonly MadeTable[]; readonly mended: readonly MadeTable[] } {
  const random = story.random('faults')
  const all: Table[] = tables.map((table) => ({ ...table, rows: [...table.rows] }))
  const mended: Table[] = tables.map((table) => ({ ...table, rows: [...table.rows] }))
  const isMended = (table: MadeTable): boolean => FAULTS.some((fault) => fault.mended && isOf(fault, table))
  for (const [at, fault] of FAULTS.entries()) {
    const place = all.findIndex((one) => isOf(fault, one))
    const table = all[place]
    if (table === undefined || table.rows.length === 0) continue
    const model = random.pick(table.rows)
    const row = fault.stranger
      ? changed(table.columns, model, strangerOf(story, random, cellIn(table, model, 'Дата рождения'), at))
      : model
    const cellOf = (column: string): Cell => cellIn(table, row, column)
    const spoilt = fault.change === undefined ? row : changed(table.columns, row, fault.change(cellOf))
    const among = random.int(0, table.rows.length)
    table.rows.splice(among, 0, spoilt)
    mended[place]?.rows.splice(among, 0, fault.mended ? row : spoilt)
  }
  for (const { file, rows } of all) {
    if (file !== 'learning.csv') continue
    for (let repeats = 0; repeats < 3 && rows.length > 0; repeats++) rows.push(random.pick(rows))
  }
  return { tables: all, mended: mended.filter(isMended) }
}

const isOf = (fault: Fault, { file, name }: MadeTable): boolean => file === fault.file && (fault.sheet ?? name) === name

const cellIn = ({ columns }: Table, cells: Cells, column: string): Cell => cells[columns.indexOf(column)] ?? null

const changed = (columns: readonly string[], cells: Cells, change: Change): Cells =>
  columns.map((column, at) => (column in change ? (change[column] ?? null) : (cells[at] ?? null)))

/** Born on the day of the one whose row it is made after, so that the other cells are theirs too. */
function strangerOf({ plan }: Story, random: Random, model: Cell, serial: number): Change {
  const { surname, given, patronymic } = nameOf(random, 'ж', yearOf(dayOf(model)))
  return {
    ...{ Фамилия: surname, Имя: given, Отчество: patronymic, Пол: 'ж' },
    // Far beyond the numbers that staff have.
    СНИЛС: snilsOf(plan.snils + 1, serial + 1),
  }
}
