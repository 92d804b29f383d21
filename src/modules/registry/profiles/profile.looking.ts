import { readSpreadsheet, type Spreadsheet, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import type { UnreadFile } from '../exchange/load.answer.ts'
import type { LoadFile } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'
import { dayOfSheet } from './day.of.ts'
import type { Head } from './head.reading.ts'
import { fullNameOf, ORDINAL, suffixOf } from './header.aliases.ts'
import { type LookedInto, lookInto, type ReadingTask } from './profile.reading.ts'
import { sheetName } from './profile.ts'
import type { LookedSheet } from './profiles.contract.ts'
import { countRows } from './row.runs.ts'
import { repairSheet, type SheetRepairing } from './sheet.repairing.ts'

type Remark = LookedSheet['remarks'][number]
type Question = LookedSheet['questions'][number]

/** A sheet without words and choices. */
export type Look = Omit<LookedSheet, 'remarks' | 'questions'> & {
  readonly remarks: readonly Pick<Remark, 'code' | 'column' | 'rows'>[]
  readonly questions: readonly Omit<Question, 'choices'>[]
}

export type LookedFiles = {
  readonly files: readonly { readonly file: string; readonly sheets: readonly Look[] }[]
  readonly unread: readonly UnreadFile[]
}

const MOST_ROWS = 20_000
const MOST_VALUES = 200

/** What a profile would make of files. Those that define organisations are looked into first: others name them. */
export async function lookIntoAll(files: readonly LoadFile[], task: ReadingTask): Promise<LookedFiles> {
  const unread: UnreadFile[] = []
  const looked: { file: LoadFile; sheets: readonly LookedInto[] }[] = []
  for (const file of files) {
    const sheets = await withBook(file, unread, (book) => lookInto(book, file, task))
    if (sheets !== undefined) looked.push({ file, sheets })
  }
  const orderOf = ({ sheets }: { sheets: readonly LookedInto[] }): number =>
    Math.min(...sheets.map(({ head }) => head?.sheet.order ?? Number.POSITIVE_INFINITY))
  const found: { file: string; sheets: Look[] }[] = []
  for (const { file, sheets } of looked.toSorted((left, right) => orderOf(left) - orderOf(right))) {
    const told = await withBook(file, unread, (book) => lookAt(book, file, sheets, task))
    if (told !== undefined) found.push({ file: file.name, sheets: told })
  }
  return { files: found, unread }
}

async function withBook<T>(
  file: LoadFile,
  unread: UnreadFile[],
  use: (book: Spreadsheet) => Promise<T>,
): Promise<T | undefined> {
  try {
    const book = await readSpreadsheet({ path: file.path }, file.name)
    try {
      return await use(book)
    } finally {
      await book.close()
    }
  } catch (error) {
    if (!(error instanceof SpreadsheetFault)) throw error
    unread.push({ file: file.name, code: error.code })
    return undefined
  }
}

async function lookAt(
  book: Spreadsheet,
  file: LoadFile,
  sheets: readonly LookedInto[],
  task: ReadingTask,
): Promise<Look[]> {
  const looks: Look[] = []
  for (const { name, isHidden, head } of sheets) {
    const sheet = book.format === 'csv' ? null : name
    if (head === undefined) {
      looks.push({ ...NOTHING, sheet, hidden: isHidden })
      continue
    }
    const asOf = dayOfSheet(head.titles, [name, file.name], task.known.today, task.asOf)
    const repairing = repairSheet({ head, profile: task.profile, known: task.known, asOf: asOf.day })
    const rows = head.missing.length > 0 ? 0 : await pass(book, name, head, repairing)
    looks.push({ ...tell(head, repairing), sheet, hidden: isHidden, rows, asOf })
  }
  return looks
}

const NOTHING = {
  ...{ means: null, columns: [], choices: [], missing: [], rows: 0, skipped: 0, dropped: [], asOf: null },
  ...{ remarks: [], questions: [] },
}

async function pass(book: Spreadsheet, name: string, head: Head, { repair }: SheetRepairing): Promise<number> {
  let rows = 0
  let below = head.below
  for await (const batch of book.rows(name)) {
    for (const row of batch.slice(below)) if (repair(row) !== undefined) rows++
    below = 0
    if (rows >= MOST_ROWS) break
  }
  return rows
}

function tell(head: Head, { remarks, questions, skipped, dropped }: SheetRepairing) {
  const { sheet, columns, missing } = head
  return {
    means: sheetName(sheet),
    columns: columns
      .filter(({ header }) => header !== '')
      .map((column) => ({ ...column, key: headerKey(column.header) })),
    choices: choicesOf(sheet),
    missing: [...missing],
    skipped: skipped.length,
    dropped: [...dropped],
    remarks: remarks.all().map(({ code, column, rows }) => ({ code, column, rows: countRows(rows) })),
    questions: questions.all().map(({ kind, column, rows }) => ({
      kind,
      column,
      rows,
      values: questions
        .values(kind)
        .slice(0, MOST_VALUES)
        .map((asked) => ({ ...asked, key: headerKey(asked.value) })),
    })),
  }
}

/** What a column of a sheet may be taken for. */
function choicesOf(sheet: SheetDeclaration): string[] {
  const names = sheet.people.map((_, person) => fullNameOf(suffixOf(sheet, person)))
  return [ORDINAL, ...names, ...sheet.columns.map(({ header }) => header)]
}
