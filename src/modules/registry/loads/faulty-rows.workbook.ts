import { type Cell, type ColumnKind, type WrittenSheet, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { OpenedRow } from './faulty-rows.repo.ts'
import { declarationOf, sheetTitle } from './file.names.ts'
import { reasonOf, type Telling } from './loads.service.ts'
import { isReasonHeader } from './row.texts.ts'

/** As many rows as a workbook is made of while somebody waits; those mended, the next ones follow. */
export const ROWS_IN_WORKBOOK = 20_000

const REASON_WIDTH = 70

/**
 * The rows to be corrected: a sheet for each they came from, with its headers, cells as they were read, and in the last
 * column the number of the row and the reason. Uploaded under the name it was given it is read as the files it is of.
 */
export async function faultyRowsWorkbook(
  rows: readonly OpenedRow[],
  sheets: readonly SheetDeclaration[],
  telling: Telling,
): Promise<Buffer> {
  const bySource = Map.groupBy(rows, (row) => row.sourceId)
  const written = [...bySource.values()].map((source) => writtenSheet(source, sheets, telling))
  return await writeWorkbook({ sheets: distinctlyNamed(written) })
}

function writtenSheet(rows: readonly OpenedRow[], sheets: readonly SheetDeclaration[], telling: Telling): WrittenSheet {
  const { translator, language } = telling
  const [{ headers = [], file = '', declaredFile = '', declaredSheet = null } = {}] = rows
  const declared = declarationOf(sheets, declaredFile, declaredSheet)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length)
  // A workbook of faulty rows may itself have had some: their old reasons go.
  const places = Array.from({ length: width }, (_, place) => place).filter((at) => !isReasonHeader(headers[at] ?? ''))
  return {
    name: declared === undefined ? file : sheetTitle(declared),
    columns: [
      ...places.map((place) => ({ header: headers[place] ?? '', kind: kindOf(rows.map(({ cells }) => cells[place])) })),
      { header: translator.say(language, 'registry:loads.reason'), width: REASON_WIDTH },
    ],
    rows: rows.map((row) => {
      const message = reasonOf(row, telling)
      const reason = translator.say(language, 'registry:loads.row', { row: row.row, message })
      return [...places.map((place) => row.cells[place] ?? null), reason]
    }),
  }
}

/** Two files of one kind: the sheets of the second are told by their headers. */
function distinctlyNamed(sheets: readonly WrittenSheet[]): WrittenSheet[] {
  const times = new Map<string, number>()
  return sheets.map((sheet) => {
    const time = (times.get(sheet.name) ?? 0) + 1
    times.set(sheet.name, time)
    return time === 1 ? sheet : { ...sheet, name: `${sheet.name} ${time}` }
  })
}

/** So that what is typed over a cell stays of its kind: a number with leading zeros, a date. */
function kindOf(cells: readonly (Cell | undefined)[]): ColumnKind {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined)
  if (filled.some((cell) => typeof cell === 'object' && 'date' in cell)) return 'date'
  return filled.every((cell) => typeof cell === 'string') ? 'text' : 'number'
}
