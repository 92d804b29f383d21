import { type CellValue, type Cell as HucreCell, type SheetChart, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Cell } from './cell.values.ts'
import { looksLikeFormula } from './formula.texts.ts'

/** `text` keeps what is typed into the column later as text (leading zeros); `date` shows ДД.ММ.ГГГГ. */
export type ColumnKind = 'text' | 'number' | 'date'

export type WrittenColumn = { readonly header: string; readonly width?: number; readonly kind?: ColumnKind }

export type WrittenSheet = {
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: Iterable<readonly Cell[]>
  readonly charts?: readonly WrittenChart[]
}

/** A chart over cells of its sheet; columns and rows count from 0, rows without the header. */
export type WrittenChart = {
  readonly kind: 'bar' | 'line'
  readonly title: string
  /** The column of the labels, and those of the values, named by their headers. */
  readonly labels: number
  readonly values: readonly number[]
  readonly rows: readonly [first: number, last: number]
  /** Where its upper left corner stands, and its size in cells. */
  readonly at: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }
}

export type WrittenWorkbook = { readonly sheets: readonly WrittenSheet[] }

const formats: Record<ColumnKind, string | undefined> = { text: '@', number: undefined, date: 'dd.mm.yyyy' }
const longestText = 32_767
/** Every workbook says it was written then: the same content gives the same bytes. */
const writtenAt = new Date(Date.UTC(2000, 0, 1))

/** See `writeWorkbook`; blocks for about 4 µs a cell. */
export async function workbookBytes(workbook: WrittenWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name))
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map((sheet, index) => sheetOf(sheet, names[index] ?? '')),
    properties: { created: writtenAt, modified: writtenAt },
  })
  return new Uint8Array(bytes)
}

function sheetOf(sheet: WrittenSheet, name: string): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const rows: CellValue[][] = [sheet.columns.map((column) => textValue(column.header))]
  for (const [column, { header }] of sheet.columns.entries()) {
    cells.set(`0,${column}`, { style: { font: { bold: true }, numFmt: '@' }, ...asPlainText(header) })
  }
  for (const row of sheet.rows) {
    const number = rows.length
    rows.push(row.map((cell) => plainValue(cell)))
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== 'string') continue
      if (looksLikeFormula(cell)) cells.set(`${number},${column}`, { style: { numFmt: '@' } })
      else if (cell.startsWith('#')) cells.set(`${number},${column}`, asPlainText(cell))
    }
  }
  return {
    name,
    rows,
    cells,
    columns: sheet.columns.map(({ width, kind }) => {
      const numFmt = formats[kind ?? 'number']
      return { ...(width !== undefined && { width }), ...(numFmt !== undefined && { numFmt }) }
    }),
    freezePane: { rows: 1 },
    ...(sheet.charts !== undefined && { charts: sheet.charts.map((chart) => chartOf(chart, sheet.columns)) }),
    autoFilter: { range: `A1:${columnName(Math.max(sheet.columns.length, 1))}${rows.length}` },
  }
}

function chartOf(chart: WrittenChart, columns: readonly WrittenColumn[]): SheetChart {
  const { kind, title, labels, values, rows, at } = chart
  // Cells count rows from 1, and the header is the first of them.
  const rangeOf = (column: number): string =>
    `${columnName(column + 1)}${rows[0] + 2}:${columnName(column + 1)}${rows[1] + 2}`
  return {
    type: kind,
    title,
    legend: values.length > 1 ? 'bottom' : false,
    series: values.map((column) => ({
      name: columns[column]?.header ?? '',
      values: rangeOf(column),
      categories: rangeOf(labels),
    })),
    anchor: {
      from: { row: at.row, col: at.column },
      to: { row: at.row + at.rows, col: at.column + at.columns },
    },
  }
}

function plainValue(cell: Cell): CellValue {
  if (typeof cell === 'string') return textValue(cell)
  if (cell === null || typeof cell !== 'object') return cell
  return 'error' in cell ? cell.error : new Date(`${cell.date}T00:00:00Z`)
}

/** The writer takes a text like `#N/A` for an error; as a run of rich text it stays what it is. */
function asPlainText(text: string): Partial<HucreCell> {
  return text.startsWith('#') ? { richText: [{ text: textValue(text) }] } : {}
}

/** Fits the text into a cell: Excel's length, no characters XML forbids, `_x0041_` kept from being read as `A`. */
function textValue(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[\u{fffe}\u{ffff}]/gu, '')
    .replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x')
}

/** Names as Excel allows them: 31 characters, none of `[]:*?/\`, no apostrophe at an end, unlike each other. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base =
      name
        .replace(/[[\]:*?/\\]/g, '_')
        .replace(/^'|'$/g, '_')
        .slice(0, 31) || 'Лист'
    let unique = base
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `${base.slice(0, 31 - 6)} (${copy})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** 1 → A, 27 → AA */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter
}
