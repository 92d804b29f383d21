import { readSpreadsheet, readsAs, type Spreadsheet, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import { createHeaderSearch } from '../exchange/header.match.ts'
import type { UnreadFile } from '../exchange/load.answer.ts'
import { isForeignFormat, type LoadFile, nameKey, type WantedSheet } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'
import { sheetLabel } from './file.names.ts'

export type RecognisedFile = { readonly holds: readonly WantedSheet[]; readonly unread: readonly UnreadFile[] }

/** What the headers of one sheet of a workbook tell. */
export type Recognition =
  | { readonly is: 'known'; readonly sheet: SheetDeclaration }
  | { readonly is: 'ambiguous'; readonly among: readonly SheetDeclaration[] }
  /** `share`: of the columns it has and those it would need, how many it has. */
  | {
      readonly is: 'near'
      readonly sheet: SheetDeclaration
      readonly missing: readonly string[]
      readonly share: number
    }
  | { readonly is: 'unknown' }

/** A sheet that has fewer of the columns is like nothing. */
const NEAR_FROM = { found: 2, share: 0.5 }

/**
 * What files are that no name of the exchange folder tells: by the headers of their sheets. The others come as they are;
 * what is not recognised is said in `unread`.
 */
export async function recogniseFiles(
  uploaded: readonly LoadFile[],
  sheets: readonly SheetDeclaration[],
): Promise<{ readonly files: readonly LoadFile[]; readonly unread: readonly UnreadFile[] }> {
  const names = new Set(sheets.map((sheet) => sheet.file))
  const files: LoadFile[] = []
  const unread: UnreadFile[] = []
  for (const file of uploaded) {
    if (file.holds !== undefined || names.has(nameKey(file.name))) {
      files.push(file)
      continue
    }
    const recognised = await recogniseFile(file, sheets)
    unread.push(...recognised.unread)
    files.push({ ...file, holds: recognised.holds })
  }
  return { files, unread }
}

/** Looks into every sheet of a file, at its first thousand rows. */
export async function recogniseFile(file: LoadFile, sheets: readonly SheetDeclaration[]): Promise<RecognisedFile> {
  const refused = (code: UnreadFile['code'], params?: NonNullable<UnreadFile['params']>): UnreadFile => ({
    file: file.name,
    code: isForeignFormat(file.name) ? 'format_unsupported' : code,
    ...(params && { params }),
  })
  try {
    const book = await readSpreadsheet({ path: file.path }, file.name)
    try {
      return await lookInto(book, sheets, refused)
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof SpreadsheetFault) return { holds: [], unread: [refused(error.code)] }
    throw error
  }
}

async function lookInto(
  book: Spreadsheet,
  sheets: readonly SheetDeclaration[],
  refused: (code: UnreadFile['code'], params?: NonNullable<UnreadFile['params']>) => UnreadFile,
): Promise<RecognisedFile> {
  const looked: { readonly name: string; readonly isEmpty: boolean; readonly told: Recognition }[] = []
  for (const { name } of book.sheets) {
    const rows = await firstRows(book, name)
    looked.push({ name, isEmpty: rows.length === 0, told: recogniseSheet(rows, sheets) })
  }
  const holds = looked.flatMap(({ name, told }) => (told.is === 'known' ? [{ sheet: told.sheet, at: name }] : []))
  const doubtful = looked.flatMap(({ name, told }) => {
    const where: Record<string, string> = book.sheets.length > 1 ? { sheet: name } : {}
    if (told.is === 'ambiguous') {
      return [
        {
          share: 1,
          unread: refused('sheet_ambiguous', { ...where, candidates: told.among.map(sheetLabel).join(', ') }),
        },
      ]
    }
    if (told.is !== 'near') return []
    const columns = told.missing.map((header) => `«${header}»`).join(', ')
    return [
      { share: told.share, unread: refused('columns_missing', { ...where, nearest: sheetLabel(told.sheet), columns }) },
    ]
  })
  if (holds.length > 0 || doubtful.length > 0) {
    // Beside what is known a sheet nobody knows is named: its rows would be passed over without a word.
    const strange = looked.filter(({ isEmpty, told }) => !isEmpty && told.is === 'unknown')
    const named = strange.map(({ name }) => refused('sheet_unknown', { sheet: name }))
    return { holds, unread: [...doubtful.map(({ unread }) => unread), ...named] }
  }
  return { holds, unread: [refused('file_unknown', { searched: sheets.map(sheetLabel).join(', ') })] }
}

async function firstRows(book: Spreadsheet, name: string): Promise<readonly (readonly string[])[]> {
  for await (const batch of book.rows(name)) return batch.map(({ cells }) => cells.map(readsAs))
  return []
}

/**
 * Which declaration the headers of a sheet fit: the first row that fits any decides. One whose columns are all among those
 * another needs does not count beside it: every list of events has the columns of a list of communities.
 */
export function recogniseSheet(rows: readonly (readonly string[])[], sheets: readonly SheetDeclaration[]): Recognition {
  const searches = sheets.map((sheet) => ({ sheet, search: createHeaderSearch(sheet), likeness: likenessTo(sheet) }))
  const likest = new Map<SheetDeclaration, number>()
  for (const row of rows) {
    const fitting = searches.filter(({ search }) => search.offer(row) !== undefined).map(({ sheet }) => sheet)
    const among = fitting.filter((one) => !fitting.some((other) => other !== one && needsAllOf(other, one)))
    const [only] = among
    if (only !== undefined) return among.length === 1 ? { is: 'known', sheet: only } : { is: 'ambiguous', among }
    const keys = new Set(row.map(headerKey))
    for (const { sheet, likeness } of searches) likest.set(sheet, Math.max(likest.get(sheet) ?? 0, likeness(keys)))
  }
  const near = searches
    .map(({ sheet, search }) => {
      const found = likest.get(sheet) ?? 0
      const missing = search.missing()
      return { is: 'near' as const, sheet, missing, found, share: found / (found + missing.length) }
    })
    .filter(({ found, share }) => found >= NEAR_FROM.found && share >= NEAR_FROM.share)
    .sort((left, right) => right.share - left.share || right.found - left.found)
  return near[0] ?? { is: 'unknown' }
}

/** How many of its columns a row has. A person counts once: who has a name is like every list of people. */
function likenessTo(sheet: SheetDeclaration): (keys: ReadonlySet<string>) => number {
  const own = sheet.columns.filter(({ type }) => type.is !== 'person').map(({ header }) => headerKey(header))
  const people = sheet.people.map(({ headers }) => Object.values(headers).map(headerKey))
  return (keys) =>
    own.filter((key) => keys.has(key)).length + people.filter((one) => one.some((key) => keys.has(key))).length
}

/** Person cells count as one: what a person is told by may differ. */
function needsAllOf(larger: SheetDeclaration, smaller: SheetDeclaration): boolean {
  const needed = neededBy(larger)
  const others = neededBy(smaller)
  return others.size < needed.size && [...others].every((header) => needed.has(header))
}

function neededBy(sheet: SheetDeclaration): ReadonlySet<string> {
  const own = sheet.columns.filter(({ required, type }) => required && type.is !== 'person')
  return new Set([
    ...own.map(({ header }) => headerKey(header)),
    ...sheet.people.map(({ headers }) => headerKey(headers.surname)),
  ])
}
