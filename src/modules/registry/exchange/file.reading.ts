import {
  type Row,
  readSpreadsheet,
  readsAs,
  type Spreadsheet,
  SpreadsheetFault,
} from '../../../platform/spreadsheets/index.ts'
import type { KeptRow } from '../profiles/kept.cells.ts'
import type { ProfiledSheet } from '../profiles/remarks.ts'
import { headerKey } from '../text.ts'
import { createHeaderSearch, type HeaderSearch, type SheetHeader } from './header.match.ts'
import type { UnreadFile } from './load.answer.ts'
import type { LoadFile, WantedSheet } from './load.files.ts'
import type { RowFault } from './row.checker.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

/** A file that cannot be taken at all; nothing of it may stay. */
export class FileRefused extends Error {
  readonly unread: UnreadFile

  constructor(unread: UnreadFile) {
    super(`${unread.file}: ${unread.code}`)
    this.name = 'FileRefused'
    this.unread = unread
  }
}

/** A row as it is taken; `fault`: who read it knows already why it cannot be. */
export type ReadRow = Row & { readonly fault?: RowFault }

/** What a profile set right in a sheet, as far as its rows were read. */
export type SheetTrace = {
  /** Rows with the cells as they were, since the last call. */
  drain(): readonly KeptRow[]
  told(): ProfiledSheet
}

/** A sheet whose header was found; `rows` are those below it. */
export type FoundSheet = {
  readonly sheet: SheetDeclaration
  /** As the workbook calls it; null in a CSV. */
  readonly name: string | null
  readonly header: SheetHeader
  readonly batches: AsyncIterable<readonly ReadRow[]>
  /** Of a sheet that was read through a profile. */
  readonly trace?: SheetTrace
}

export type ReadFile = typeof readFile

/**
 * Finds the declared sheets of a file one after the other and hands each over while it is open. A sheet that the file
 * does not have is left out, unless it has none of them. Faults: FileRefused, also in the middle of a sheet.
 */
export async function readFile(
  file: LoadFile,
  sheets: readonly WantedSheet[],
  take: (found: FoundSheet) => Promise<void>,
): Promise<void> {
  try {
    const book = await readSpreadsheet({ path: file.path }, file.name)
    try {
      const found = await takeSheets(book, file, sheets, take)
      if (found === 0)
        throw columnsMissing(
          file,
          sheets.map(({ sheet }) => createHeaderSearch(sheet)),
        )
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw new FileRefused({ file: file.name, code: error.code })
    throw error
  }
}

async function takeSheets(
  book: Spreadsheet,
  file: LoadFile,
  sheets: readonly WantedSheet[],
  take: (found: FoundSheet) => Promise<void>,
): Promise<number> {
  let taken = 0
  for (const sheet of sheets) {
    if (await findSheet(book, file, sheet, take)) taken++
  }
  return taken
}

async function findSheet(
  book: Spreadsheet,
  file: LoadFile,
  { sheet, at }: WantedSheet,
  take: (found: FoundSheet) => Promise<void>,
): Promise<boolean> {
  const wanted = sheet.sheet === null ? undefined : headerKey(sheet.sheet)
  const named = book.sheets.filter(({ name }) =>
    at === undefined ? wanted === undefined || headerKey(name) === wanted : name === at,
  )
  const candidates = at === undefined && wanted !== undefined && book.format === 'csv' ? [] : named
  const searches: HeaderSearch[] = []
  for (const { name } of candidates) {
    const search = createHeaderSearch(sheet)
    const rows = book.rows(name)
    const begun = await findHeader(search, rows)
    if (begun !== undefined) {
      await take({
        sheet,
        name: book.format === 'csv' ? null : name,
        header: begun.header,
        batches: onward(begun.rest, rows),
      })
      return true
    }
    searches.push(search)
  }
  if (searches.length > 0) throw columnsMissing(file, searches)
  return false
}

async function findHeader(
  search: HeaderSearch,
  rows: AsyncGenerator<Row[]>,
): Promise<{ header: SheetHeader; rest: readonly Row[] } | undefined> {
  // Not for-await: that would close the rows when the header is found.
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    for (const [at, row] of next.value.entries()) {
      const header = search.offer(row.cells.map(readsAs))
      if (header !== undefined) return { header, rest: next.value.slice(at + 1) }
    }
  }
  return undefined
}

async function* onward(rest: readonly Row[], rows: AsyncGenerator<Row[]>): AsyncGenerator<readonly Row[]> {
  if (rest.length > 0) yield rest
  yield* rows
}

/** Names what the sheet that came nearest lacks. */
function columnsMissing(file: LoadFile, searches: readonly HeaderSearch[]): FileRefused {
  const nearest = searches.reduce((best, search) => (search.found() > best.found() ? search : best))
  return new FileRefused({
    file: file.name,
    code: 'columns_missing',
    params: {
      columns: nearest
        .missing()
        .map((header) => `«${header}»`)
        .join(', '),
    },
  })
}
