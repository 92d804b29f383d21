import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SealBroken, unsealFile } from '../../../platform/files.ts'
import type { Services } from '../../../platform/services.ts'
import { compareFiles } from '../comparison/comparing.ts'
import { applyDecisions } from '../comparison/gone.sql.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import type { LoadResult } from '../exchange/load.answer.ts'
import type { LoadFile } from '../exchange/load.files.ts'
import { ComparisonStale, type LoadTask, runLoad } from '../exchange/load.run.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { readingOf } from '../profiles/profiled.load.ts'
import { closeBrokenLoads } from './broken-loads.repo.ts'
import { expandCorrections } from './corrections.ts'
import { recogniseFiles } from './file.recognition.ts'
import {
  comparisonHolds,
  findAsOf,
  findChosenProfile,
  findFaultyFiles,
  findPurpose,
  findUploads,
  forgetUploads,
} from './loads.repo.ts'
import { mendRows } from './mending.ts'
import { findMendedRows, settleMendings } from './mendings.repo.ts'
import { withScratchFolder } from './scratch.folder.ts'
import { outcomesOf, typedSheets } from './typed.sheets.ts'
import { uploadsFolder } from './uploads.store.ts'

/** An uploaded file is not there any more, or does not open. */
export class UploadLost extends Error {
  constructor(options?: ErrorOptions) {
    super('an uploaded file was lost', options)
    this.name = 'UploadLost'
  }
}

/**
 * Does a load: its files stand in the clear only in a folder of its own, and only meanwhile. May be repeated whenever
 * it was broken off. Faults: UploadLost.
 */
export async function takeUploads(
  services: Services,
  sheets: readonly SheetDeclaration[],
  { tenant, load }: { readonly tenant: number; readonly load: number },
  signal: AbortSignal,
): Promise<void> {
  const { database, master, settings } = services
  await database.write(tenant, (tx) => closeBrokenLoads(tx))
  const keyring = await findDistrictKey(database.reader(tenant), master, tenant)
  await withScratchFolder(settings.dataFolder, `${tenant}-${load}`, async (folder) => {
    const uploads = await findUploads(database.reader(tenant), load)
    const uploaded: LoadFile[] = []
    for (const [at, { name, storedAs }] of uploads.entries()) {
      const path = join(folder, String(at))
      await opened(storedAs === null ? undefined : join(uploadsFolder(settings.dataFolder, tenant), storedAs), (from) =>
        unsealFile(from, path, keyring),
      )
      uploaded.push({ name, path })
    }
    const reader = database.reader(tenant)
    const expanded = await expandCorrections(uploaded, sheets, (number) => findFaultyFiles(reader, number))
    const profile = await findChosenProfile(reader, load)
    const reading =
      profile === undefined
        ? await recogniseFiles(expanded.files, sheets)
        : await readingOf(reader, { files: expanded.files, sheets, profile, asOf: await findAsOf(reader, load) })
    const mended = await findMendedRows(reader, load, keyring)
    const typed = typedSheets(mended, sheets)
    const onProgress = (): void => signal.throwIfAborted()
    const task = { database, tenant, keyring, sheets, ...reading }
    const { compares, day } = await findPurpose(reader, load)
    if (compares) return void (await compareFiles({ ...task, loadId: load, day, onProgress }))
    const alongWith: LoadTask['alongWith'] = (run) => applyDecisions(run, load)
    const stillHolds: LoadTask['stillHolds'] = (run) => comparisonHolds(run, load)
    const result = await runLoad({ ...task, loadId: load, typed, onProgress, alongWith, stillHolds }).catch((error) => {
      if (error instanceof ComparisonStale) return undefined
      throw error
    })
    // Whoever took it saw something else: nothing is written before they look again.
    if (result === undefined) return void (await compareFiles({ ...task, loadId: load, day, onProgress, again: true }))
    await mendRows({ ...task, load, corrects: expanded.corrects, result })
    if (mended.length > 0) {
      await database.write(tenant, (tx) => settleMendings(tx, load, outcomesOf(mended, result)))
    }
    await forgetForbidden(services, { tenant, load }, result)
  })
}

/** Files with columns that must not be kept are not kept either: whatever there is to mend is kept without them. */
async function forgetForbidden(
  { database, settings }: Services,
  { tenant, load }: { readonly tenant: number; readonly load: number },
  { files }: LoadResult,
): Promise<void> {
  const names = files.filter(({ profiled }) => (profiled?.dropped.length ?? 0) > 0).map(({ file }) => file)
  if (names.length === 0) return
  const stored = await database.write(tenant, (tx) => forgetUploads(tx, load, names))
  const folder = uploadsFolder(settings.dataFolder, tenant)
  await Promise.all(stored.map((name) => rm(join(folder, name), { force: true })))
}

async function opened(from: string | undefined, open: (from: string) => Promise<void>): Promise<void> {
  if (from === undefined) throw new UploadLost()
  try {
    await open(from)
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw isGone || cause instanceof SealBroken ? new UploadLost({ cause }) : cause
  }
}
