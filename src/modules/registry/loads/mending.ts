import type { Database } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { type ReadFile, readFile } from '../exchange/file.reading.ts'
import type { LoadResult, SheetResult } from '../exchange/load.answer.ts'
import { type LoadFile, nameKey, wantedIn } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { findWaitingBefore, markMended, markOvertaken, type Place } from './faulty-rows.repo.ts'
import { declarationOf } from './file.names.ts'
import { createMending, type Mending, type ReadRow } from './row.mending.ts'
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

/** Waiting rows that are opened at a time. */
const OPENED_AT_ONCE = 500

/**
 * Marks the faulty rows of earlier loads that this load, which is done, has taken, and those it has refused again. Its files
 * are read once more, but only those in which rows of that name wait. May be repeated.
 */
export async function mendRows(task: MendingTask): Promise<void> {
  const { database, tenant, load, files, result } = task
  const mendings: Mendings = new Map()
  for (const file of files) {
    const read = result.files.filter((one) => one.file === file.name)
    const isAwaited = async (): Promise<boolean> => {
      for (const { sheet } of wantedIn(file, task.sheets)) if (await waitingIn(task, mendings, sheet)) return true
      return false
    }
    if (read.length > 0 && (await isAwaited())) await lookThrough(task, file, read, mendings)
  }
  const all = [...mendings.values()].flatMap((mending) => mending ?? [])
  const [mended, overtaken] = [all.flatMap((one) => one.mended()), all.flatMap((one) => one.overtaken())]
  if (mended.length + overtaken.length === 0) return
  await database.write(tenant, async (tx) => {
    await markMended(tx, mended, load)
    await markOvertaken(tx, overtaken, load)
  })
}

async function lookThrough(
  task: MendingTask,
  file: LoadFile,
  read: readonly SheetResult[],
  mendings: Mendings,
): Promise<void> {
  const { sheets, corrects, read: reading = readFile } = task
  await reading(file, wantedIn(file, sheets), async ({ sheet, name, header, batches }) => {
    const answer = read.find((one) => one.sheet === name)
    const mending = answer === undefined ? undefined : await waitingIn(task, mendings, sheet)
    if (answer === undefined || mending === undefined) return
    const refused = new Set(answer.rejected.map(({ row }) => row))
    const repeated = new Set(answer.duplicateRows)
    const corrected = corrects.get(file.name)
    for await (const rows of batches) {
      for (const { row, cells } of rows) {
        const texts = rowTexts(header.headers, cells)
        if (texts.size === 0 || repeated.has(row)) continue
        const one = { texts, ...whichRow(row, corrected, numberInReason(header.headers, cells)) }
        if (refused.has(row)) mending.refused(one, { file: file.name, sheet: name, row })
        else mending.taken(one)
      }
    }
  })
}

type Mendings = Map<SheetDeclaration, Mending<Place> | undefined>

/**
 * The rows of a sheet that wait, a few opened at a time; undefined where there are none. Looked up once for all files of the
 * load: there may be many files, and many rows.
 */
async function waitingIn(
  { database, tenant, keyring, sheets, load }: MendingTask,
  mendings: Mendings,
  sheet: SheetDeclaration,
): Promise<Mending<Place> | undefined> {
  if (mendings.has(sheet)) return mendings.get(sheet)
  const mending = createMending<Place>(sheet)
  let isAny = false
  let after: number | undefined = 0
  while (after !== undefined) {
    const asked = { name: nameKey(sheet.file), after, most: OPENED_AT_ONCE }
    const opened = await findWaitingBefore(database.reader(tenant), load, asked, keyring)
    for (const row of opened) {
      if (declarationOf(sheets, row.declaredFile, row.declaredSheet) !== sheet) continue
      isAny = true
      mending.waits({ ...row, texts: rowTexts(row.headers, row.cells) })
    }
    after = opened.length < OPENED_AT_ONCE ? undefined : opened.at(-1)?.id
  }
  const found = isAny ? mending : undefined
  mendings.set(sheet, found)
  return found
}

/** A row whose reason was deleted is one like any other. */
function whichRow(row: number, corrected: number | undefined, marked: number | undefined): Omit<ReadRow, 'texts'> {
  return corrected === undefined || marked === undefined
    ? { row, corrects: undefined }
    : { row: marked, corrects: corrected }
}
