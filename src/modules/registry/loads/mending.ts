import type { Database } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { type ReadFile, readFile } from '../exchange/file.reading.ts'
import type { LoadResult, SheetResult } from '../exchange/load.answer.ts'
import { type LoadFile, nameKey, wantedIn } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { findWaitingBefore, markMended, type OpenedRow } from './faulty-rows.repo.ts'
import { declarationOf } from './file.names.ts'
import { createMending, type ReadRow } from './row.mending.ts'
import { numberInReason, rowTexts } from './row.texts.ts'

export type MendingTask = {
  readonly database: Database
  readonly tenant: number
  readonly keyring: Keyring
  readonly sheets: readonly SheetDeclaration[]
  readonly load: number
  readonly files: readonly LoadFile[]
  readonly corrects: ReadonlyMap<string, number>
  readonly result: LoadResult
  /** How the load read its files. */
  readonly read?: ReadFile
}

/**
 * Marks the faulty rows of earlier loads that this load, which is done, has taken. Its files are read once more, but
 * only those in which rows of that name wait. May be repeated.
 */
export async function mendRows(task: MendingTask): Promise<void> {
  const { database, tenant, keyring, load, files, result } = task
  for (const file of files) {
    const read = result.files.filter((one) => one.file === file.name)
    if (read.length === 0) continue
    const names = [file.name, ...(file.holds ?? []).map(({ sheet }) => sheet.file)].map(nameKey)
    const waiting = await findWaitingBefore(database.reader(tenant), load, [...new Set(names)], keyring)
    const mended = waiting.length === 0 ? [] : await mendedIn(task, file, read, waiting)
    if (mended.length > 0) await database.write(tenant, (tx) => markMended(tx, mended, load))
  }
}

async function mendedIn(
  { sheets, corrects, read: reading = readFile }: MendingTask,
  file: LoadFile,
  read: readonly SheetResult[],
  waiting: readonly OpenedRow[],
): Promise<number[]> {
  const mended: number[] = []
  await reading(file, wantedIn(file, sheets), async ({ sheet, name, header, batches }) => {
    const answer = read.find((one) => one.sheet === name)
    const theirs = waiting.filter((row) => declarationOf(sheets, row.declaredFile, row.declaredSheet) === sheet)
    if (answer === undefined || theirs.length === 0) return
    const mending = createMending(
      sheet,
      theirs.map((row) => ({ ...row, texts: rowTexts(row.headers, row.cells) })),
    )
    const refused = new Set(answer.rejected.map(({ row }) => row))
    const repeated = new Set(answer.duplicateRows)
    const corrected = corrects.get(file.name)
    for await (const rows of batches) {
      for (const { row, cells } of rows) {
        const texts = rowTexts(header.headers, cells)
        if (texts.size === 0 || repeated.has(row)) continue
        if (refused.has(row)) mending.refused(texts)
        else mending.taken({ texts, ...whichRow(row, corrected, numberInReason(header.headers, cells)) })
      }
    }
    mended.push(...mending.mended())
  })
  return mended
}

/** A row whose reason was deleted is one like any other. */
function whichRow(row: number, corrected: number | undefined, marked: number | undefined): Omit<ReadRow, 'texts'> {
  return corrected === undefined || marked === undefined
    ? { row, corrects: undefined }
    : { row: marked, corrects: corrected }
}
