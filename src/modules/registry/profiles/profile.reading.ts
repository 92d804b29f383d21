import { type Row, readSpreadsheet, type Spreadsheet, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import { FileRefused, type FoundSheet, type ReadFile, type ReadRow, readFile } from '../exchange/file.reading.ts'
import { createHeaderSearch } from '../exchange/header.match.ts'
import type { UnreadFile } from '../exchange/load.answer.ts'
import { isForeignFormat, type LoadFile, nameKey, type WantedSheet } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { dayOfSheet } from './day.of.ts'
import { type Head, readHead } from './head.reading.ts'
import { headerKeys } from './header.aliases.ts'
import type { Knowledge } from './knowledge.ts'
import { type Profile, sheetName } from './profile.ts'
import { repairSheet } from './sheet.repairing.ts'

export type ProfileReader = {
  /** Which sheets of the exchange folder files hold; those that hold some already are left as they are. */
  recognise(
    files: readonly LoadFile[],
  ): Promise<{ readonly files: readonly LoadFile[]; readonly unread: readonly UnreadFile[] }>
  readonly read: ReadFile
}

export type ReadingTask = {
  readonly profile: Profile
  readonly sheets: readonly SheetDeclaration[]
  readonly known: Knowledge
  /** The day the files are said to be of. */
  readonly asOf?: string | undefined
}

/** A sheet of a workbook and what it is taken for. */
export type LookedInto = {
  readonly name: string
  readonly isHidden: boolean
  readonly isEmpty: boolean
  readonly head: Head | undefined
}

/** Reads files through a profile: what leaves is what exchange.md wants, row by row under the numbers of the file. */
export function createProfileReader(task: ReadingTask): ProfileReader {
  const recognised = new Set<string>()
  return {
    async recognise(files) {
      const out: LoadFile[] = []
      const unread: UnreadFile[] = []
      for (const file of files) {
        if (file.holds !== undefined) {
          out.push(file)
          continue
        }
        const found = await recogniseOne(file, task)
        unread.push(...found.unread)
        if (found.holds.length > 0) recognised.add(file.path)
        out.push({ ...file, holds: found.holds })
      }
      return { files: out, unread }
    },
    async read(file, wanted, take) {
      if (!recognised.has(file.path)) return await readFile(file, wanted, take)
      await withBook(file, async (book) => {
        for (const { sheet, at } of wanted)
          await readSheet(book, file, { sheet, ...(at !== undefined && { at }) }, task, take)
      })
    },
  }
}

async function recogniseOne(
  file: LoadFile,
  task: ReadingTask,
): Promise<{ readonly holds: readonly WantedSheet[]; readonly unread: readonly UnreadFile[] }> {
  try {
    const looked = await withBook(file, (book) => lookInto(book, file, task))
    return judge(file, looked, task)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    const { unread } = error
    return {
      holds: [],
      unread: [isForeignFormat(file.name) ? { file: file.name, code: 'format_unsupported' } : unread],
    }
  }
}

/** What each sheet of a file is taken for. A name of the exchange folder decides among its own sheets. */
export async function lookInto(
  book: Spreadsheet,
  file: Pick<LoadFile, 'name'>,
  { sheets, profile }: Pick<ReadingTask, 'sheets' | 'profile'>,
): Promise<readonly LookedInto[]> {
  const own = sheets.filter((sheet) => sheet.file === nameKey(file.name))
  const looked: LookedInto[] = []
  for (const { name, state } of book.sheets) {
    const rows = await firstRows(book, name)
    const keyOf = headerKeys()
    const heads = (own.length > 0 ? own : sheets).flatMap(
      (sheet) =>
        readHead(sheet, { name: book.format === 'csv' ? '' : name, rows, keyOf }, profile.sheets[sheetName(sheet)]) ??
        [],
    )
    looked.push({ name, isHidden: state !== 'visible', isEmpty: rows.length === 0, head: bestOf(heads) })
  }
  return looked
}

/** The head that lacks nothing and has most, else the nearest; a tie is decided by what is required of it. */
function bestOf(heads: readonly Head[]): Head | undefined {
  const asked = ({ sheet }: Head): number => sheet.columns.filter(({ required }) => required).length
  return heads.toSorted(
    (left, right) =>
      Math.sign(left.missing.length) - Math.sign(right.missing.length) ||
      right.found - left.found ||
      left.missing.length - right.missing.length ||
      asked(right) - asked(left),
  )[0]
}

function judge(
  file: LoadFile,
  looked: readonly LookedInto[],
  { sheets, profile }: ReadingTask,
): { holds: WantedSheet[]; unread: UnreadFile[] } {
  const where = (name: string): Record<string, string> => (looked.length > 1 ? { sheet: name } : {})
  const holds: WantedSheet[] = []
  const unread: UnreadFile[] = []
  for (const { name, isHidden, head } of looked) {
    if (head === undefined) continue
    if (head.missing.length > 0) {
      if (isHidden || isStrange(head)) continue
      const columns = head.missing.map((header) => `«${header}»`).join(', ')
      const nearest = `«${sheetName(head.sheet)}»`
      unread.push({ file: file.name, code: 'columns_missing', params: { ...where(name), nearest, columns } })
    } else if (isHidden && profile.hidden !== 'load') {
      if (profile.hidden === null) unread.push({ file: file.name, code: 'sheet_hidden', params: { sheet: name } })
    } else {
      holds.push({ sheet: head.sheet, at: name })
    }
  }
  if (holds.length + unread.length > 0) {
    // Beside what is known a sheet nobody knows is named: its rows would be passed over without a word.
    const strange = looked.filter(({ isHidden, isEmpty, head }) => !isHidden && !isEmpty && isStrange(head))
    const named = strange.map(({ name }) => ({
      file: file.name,
      code: 'sheet_unknown' as const,
      params: { sheet: name },
    }))
    return { holds, unread: [...unread, ...named] }
  }
  const searched = sheets.map(sheetName).join(', ')
  return { holds, unread: [{ file: file.name, code: 'file_unknown', params: { searched } }] }
}

/** Too far from anything to say what it lacks. */
const isStrange = (head: Head | undefined): boolean => head === undefined || head.found < head.missing.length

async function firstRows(book: Spreadsheet, name: string): Promise<readonly Row[]> {
  for await (const batch of book.rows(name)) return batch
  return []
}

async function withBook<T>(file: LoadFile, use: (book: Spreadsheet) => Promise<T>): Promise<T> {
  try {
    const book = await readSpreadsheet({ path: file.path }, file.name)
    try {
      return await use(book)
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw new FileRefused({ file: file.name, code: error.code })
    throw error
  }
}

async function readSheet(
  book: Spreadsheet,
  file: LoadFile,
  { sheet, at }: WantedSheet,
  { profile, known, asOf: given }: ReadingTask,
  take: (found: FoundSheet) => Promise<void>,
): Promise<void> {
  const name = at ?? book.sheets[0]?.name ?? ''
  const rows = book.rows(name)
  const first = await rows.next()
  const begun = first.done === true ? [] : first.value
  const isCsv = book.format === 'csv'
  const head = readHead(
    sheet,
    { name: isCsv ? '' : name, rows: begun, keyOf: headerKeys() },
    profile.sheets[sheetName(sheet)],
  )
  const asOf = dayOfSheet(head?.titles ?? [], [name, file.name], known.today, given)
  const repairing = head && repairSheet({ head, profile, known, asOf: asOf.day })
  const header = repairing && createHeaderSearch(sheet).offer(repairing.headers)
  if (head === undefined || repairing === undefined || header === undefined) {
    const columns = (head?.missing ?? []).map((one) => `«${one}»`).join(', ')
    throw new FileRefused({ file: file.name, code: 'columns_missing', params: { columns } })
  }
  const { remarks, questions, skipped, dropped, drain } = repairing
  await take({
    sheet,
    name: isCsv ? null : name,
    header: { ...header, fills: repairing.fills },
    batches: repaired(begun.slice(head.below), rows, (row) => repairing.repair(row)),
    trace: {
      drain,
      told: () => ({
        profile: profile.name,
        asOf,
        remarks: remarks.all(),
        skipped,
        dropped,
        questions: questions.all(),
      }),
    },
  })
}

async function* repaired(
  begun: readonly Row[],
  rows: AsyncGenerator<Row[]>,
  repair: (row: Row) => ReadRow | undefined,
): AsyncGenerator<readonly ReadRow[]> {
  yield begun.flatMap((row) => repair(row) ?? [])
  for await (const batch of rows) yield batch.flatMap((row) => repair(row) ?? [])
}
