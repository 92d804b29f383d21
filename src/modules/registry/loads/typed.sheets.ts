import type { Row } from '../../../platform/spreadsheets/index.ts'
import { createHeaderSearch } from '../exchange/header.match.ts'
import type { LoadResult } from '../exchange/load.answer.ts'
import type { TypedSheet } from '../exchange/load.run.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { declarationOf } from './file.names.ts'
import type { MendedRow, Settled } from './mendings.repo.ts'

/** The rows as sheets of the files they stood in, in the order in which sheets load. */
export function typedSheets(rows: readonly MendedRow[], sheets: readonly SheetDeclaration[]): readonly TypedSheet[] {
  const found = [...Map.groupBy(rows, (row) => row.sourceId).values()].flatMap((own): TypedSheet[] => {
    const [first] = own
    const sheet = first && declarationOf(sheets, first.declaredFile, first.declaredSheet)
    const header = sheet && createHeaderSearch(sheet).offer(first.headers)
    if (first === undefined || sheet === undefined || header === undefined) return []
    return [{ file: first.file, name: first.sheet, sheet, header, batches: inOne(own) }]
  })
  return found.sort((left, right) => left.sheet.order - right.sheet.order)
}

/** One batch, as often as it is asked for: a load may begin anew. */
function inOne(rows: readonly Row[]): AsyncIterable<readonly Row[]> {
  return {
    async *[Symbol.asyncIterator]() {
      yield rows
    },
  }
}

/** What the load that checked the rows says of each. */
export function outcomesOf(rows: readonly MendedRow[], { files }: LoadResult): readonly Settled[] {
  return rows.map(({ id, file, sheet, row }) => {
    const read = files.find((one) => one.file === file && one.sheet === sheet)
    const refused = read?.rejected.find((one) => one.row === row)
    if (refused !== undefined) return { id, outcome: 'refused', column: refused.column, code: refused.code }
    const isRepeated = read === undefined || read.duplicateRows.includes(row)
    return { id, outcome: isRepeated ? 'repeated' : 'taken', column: null, code: null }
  })
}
