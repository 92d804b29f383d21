import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Table as TableBlock, TableColumn, Text } from './document.ts'
import { runs } from './docx.runs.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' } as const
const HEADER_FILL = 'EAF0F6'

/** A table under its caption, of the width given in twentieths of a point; its header row repeats on each page. */
export function docxTable(table: TableBlock, width: number): (Paragraph | Table)[] {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = table.columns.map((column) => Math.floor((column.width * width) / whole))
  const style = table.dense ? 'DenseCell' : 'Cell'
  const row = (cells: readonly TableCell[], tableHeader: boolean): TableRow =>
    new TableRow({ children: cells, tableHeader, cantSplit: true })
  return [
    new Paragraph({ style: 'Caption1', children: [new TextRun(table.caption)] }),
    new Table({
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: table.dense ? 30 : 80, right: table.dense ? 30 : 80, top: 20, bottom: 20 },
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
      rows: [
        row(
          table.columns.map((column, i) => headerCell(column, widths[i] ?? 0, style)),
          true,
        ),
        ...table.rows.map((cells) =>
          row(
            table.columns.map((column, i) => cell(cells[i] ?? [], column, widths[i] ?? 0, style)),
            false,
          ),
        ),
      ],
    }),
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

const sized = (size: number) => ({ width: { size, type: WidthType.DXA } })

const headerCell = ({ title, align }: TableColumn, width: number, style: string): TableCell =>
  new TableCell({
    ...sized(width),
    shading: { type: ShadingType.CLEAR, fill: HEADER_FILL, color: 'auto' },
    children: [new Paragraph({ style, ...aligned(align), children: [new TextRun({ text: title, bold: true })] })],
  })

/** A line feed in a text begins a new paragraph of the cell. */
const cell = (text: Text, { align }: TableColumn, width: number, style: string): TableCell =>
  new TableCell({
    ...sized(width),
    children: linesOf(text).map((line) => new Paragraph({ style, ...aligned(align), children: runs(line) })),
  })

const aligned = (align: TableColumn['align']) => (align === 'end' ? { alignment: AlignmentType.RIGHT } : {})

function linesOf(text: Text): Text[] {
  const lines: Text[] = [[]]
  for (const inline of text) {
    if (inline === '\n') lines.push([])
    else lines.push([...(lines.pop() ?? []), inline])
  }
  return lines
}
