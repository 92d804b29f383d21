/** Tables as people leave them: nothing is broken, much is not what it should be. */
import fc from 'fast-check'
import { type Cell, readsAs } from '../../src/platform/spreadsheets/index.ts'
import { sheetXml, workbookParts, zipOf } from '../../src/platform/spreadsheets/spreadsheet.samples.ts'
import { type Change, place, placeIn } from './mutation.bytes.ts'

export type Table = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

const DATES = [
  '01.09.2019 г.',
  'сентябрь 2019',
  '2019',
  '1.9.19',
  '43709',
  '29.02.2019',
  '01.01.1900',
  '5/6/2019',
  '2019/2020',
]
const PEOPLE = [
  'ИВАНОВA мария',
  'Иванова М.П.',
  'Петрова (Иванова)',
  'Мамедов Али Гусейн оглы',
  'нет',
  '11223344595',
  '-',
]
const WORDS = [
  'ГБОУ СОШ № 376',
  'ОУ 376',
  '376',
  'уч. рус. яз. и лит-ры',
  'зам. по ВР',
  'рус.яз/лит',
  '12 л. 3 мес.',
  '12/10',
]
const MARKS = [
  'Высшая до 25.04.2026',
  'ВКК',
  'б/к',
  'СЗД',
  'в/о',
  '72ч',
  '72 (36+36)',
  '+',
  'v',
  '✓',
  '72%',
  '0,72',
  '#Н/Д',
]
const ODD = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  '\u0000',
  '\u0007',
  '\ud800',
  '\ufffd',
  '\u202eабв',
  'а'.repeat(5_000),
  '😀',
  'Ё'.normalize('NFD'),
]
const TRAPS = [
  '=1+1',
  '@SUM(A1)',
  '";DROP',
  "'",
  '\\N',
  '\\.',
  '\t',
  '\n\n',
  '{}',
  '{a,b}',
  '%s',
  '$1',
  '&amp;',
  '<b>',
  '__proto__',
]
const TEXTS = [
  ...DATES,
  ...PEOPLE,
  ...WORDS,
  ...MARKS,
  ...ODD,
  ...TRAPS,
  'constructor',
  'toString',
  'NULL',
  'Infinity',
  '1e400',
]
const NUMBERS = [0, -1, 0.1 + 0.2, 1e15, 1e21, 1e308, -1e-7, 2_147_483_648, 9_007_199_254_740_992, 43_709, 99_999_999]

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Cell[]>(...TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom<Cell[]>(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom<Cell[]>(null, true, false, { error: '#N/A' }, { error: '#REF!' }) },
  {
    weight: 1,
    arbitrary: fc
      .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((day): Cell => ({ date: day.toISOString().slice(0, 10) })),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.double().filter(Number.isFinite) },
)

const SECTIONS = ['Педагогические работники', 'Итого:', 'Всего по школе', 'Исполнитель: Орлова А. И.', 'Администрация']
const NOTES = ['по состоянию на 01.09.2025', 'Сведения о работниках', 'Директор ______________', '1', 'Совместители']

type Rows = Table['rows']
type RowsChange = Change<Rows>

const onRow = (at: number, change: (row: readonly Cell[]) => readonly Cell[]) => (rows: Rows) =>
  rows.map((row, spot) => (spot === placeIn(at, rows.length) ? change(row) : row))

const inserted = (at: number, more: Rows) => (rows: Rows) => [
  ...rows.slice(0, placeIn(at, rows.length)),
  ...more,
  ...rows.slice(placeIn(at, rows.length)),
]

const said = fc.record({ at: place, column: place, cell }).map(
  ({ at, column, cell: other }): RowsChange => ({
    what: `cell ${at.toFixed(3)} ${column.toFixed(3)} is ${JSON.stringify(other)?.slice(0, 30)}`,
    apply: onRow(at, (row) => row.map((one, spot) => (spot === placeIn(column, row.length) ? other : one))),
  }),
)

/** A whole column of one kind: what a profile is for. */
const column = fc.record({ column: place, cells: fc.array(cell, { minLength: 1, maxLength: 6 }) }).map(
  ({ column: share, cells }): RowsChange => ({
    what: `column ${share.toFixed(3)} is ${cells.length} kinds`,
    apply: (rows) => {
      const spot = placeIn(share, Math.max(...rows.map((row) => row.length)))
      return rows.map((row, at) =>
        at < 6 ? row : row.map((one, here) => (here === spot ? (cells[at % cells.length] ?? null) : one)),
      )
    },
  }),
)

const beside = fc.record({ at: place, text: fc.constantFrom(...SECTIONS, ...NOTES), far: fc.boolean() }).map(
  ({ at, text, far }): RowsChange => ({
    what: `«${text}» at ${at.toFixed(3)}`,
    apply: inserted(at, [far ? [null, null, text] : [text]]),
  }),
)

const rowChange = fc
  .record({ at: place, to: place, how: fc.constantFrom('twice', 'gone', 'shifted', 'again', 'blank', 'wide') })
  .map(
    ({ at, to, how }): RowsChange => ({
      what: `row ${at.toFixed(3)} ${how} ${to.toFixed(3)}`,
      apply(rows) {
        const row = rows[placeIn(at, rows.length)] ?? []
        if (how === 'gone') return rows.toSpliced(placeIn(at, rows.length), 1)
        if (how === 'twice') return inserted(at, [row])(rows)
        if (how === 'again') return inserted(to, [row])(rows)
        if (how === 'blank') return inserted(at, [[], [null], [' ']])(rows)
        if (how === 'wide') return onRow(at, (own) => [...own, ...Array<Cell>(40).fill(null), 'далеко'])(rows)
        return onRow(at, (own) => [null, ...own])(rows)
      },
    }),
  )

const columns = fc.record({ one: place, two: place, how: fc.constantFrom('swap', 'gone', 'twice', 'passport') }).map(
  ({ one, two, how }): RowsChange => ({
    what: `column ${one.toFixed(3)} ${how} ${two.toFixed(3)}`,
    apply(rows) {
      const width = Math.max(...rows.map((row) => row.length))
      const [first, second] = [placeIn(one, width), placeIn(two, width)]
      return rows.map((row) => {
        const full = Array.from({ length: width }, (_, at) => row[at] ?? null)
        if (how === 'gone') return full.toSpliced(first, 1)
        if (how === 'twice') return [...full, full[first] ?? null]
        if (how === 'passport')
          return [...full, full.filter((known) => typeof known === 'string').length > 4 ? 'Паспорт' : null]
        return full.with(first, full[second] ?? null).with(second, full[first] ?? null)
      })
    },
  }),
)

export const tableChange = fc.oneof(
  { weight: 6, arbitrary: said },
  { weight: 3, arbitrary: column },
  { weight: 3, arbitrary: beside },
  { weight: 3, arbitrary: rowChange },
  { weight: 2, arbitrary: columns },
)

const STYLES = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'

/** The tables as a workbook; what XML cannot hold is left out of its texts. */
export function workbookBytes(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map(({ name, rows }) => ({
    name: escaped(name),
    xml: sheetXml(rows.map((row, at) => `<row r="${at + 1}">${row.map(cellXml).join('')}</row>`).join('')),
  }))
  return zipOf(workbookParts({ sheets, styles: STYLES }))
}

function cellXml(value: Cell): string {
  if (value === null) return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'string') return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  if ('error' in value) return `<c t="e"><v>${value.error}</v></c>`
  const days = Math.round((Date.parse(value.date) - Date.UTC(1899, 11, 30)) / 86_400_000)
  return `<c s="1"><v>${days}</v></c>`
}

const UNSAYABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu
const escaped = (text: string): string =>
  text.replace(UNSAYABLE, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The first of the tables as a text. */
export function csvBytes(tables: readonly Table[], separator: string): Uint8Array {
  const [table] = tables
  const lines = (table?.rows ?? []).map((row) =>
    row.map((value) => `"${readsAs(value).toWellFormed().replaceAll('"', '""').replaceAll('\0', '')}"`).join(separator),
  )
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}
