import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import type { Services } from '../../../platform/services.ts'
import { closeBrokenLoads } from './broken-loads.repo.ts'
import { sweepScratch } from './scratch.folder.ts'
import { uploadsFolder } from './uploads.store.ts'

/** Days that uploads and faulty rows are kept at most. */
const KEPT_DAYS = 90
/** Uploads that their job has not loaded for so long it gave up. */
const STILL_DAYS = 1
/** A file no load names for so long is of a request that was broken off. */
const ORPHAN_AFTER = 3_600_000

/**
 * Removes, in every district, faulty rows that are mended or old, uploads that are old or have nothing left to mend,
 * and what was left behind by the killed. Loads that stand still are marked as failed.
 */
export async function tidyLoads({ database, settings, log }: Services, now = new Date()): Promise<void> {
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) {
    const { rows, uploads } = await database.write(id, (tx) => forget(tx, now))
    // Only what no row names any more: a load begun meanwhile keeps its files.
    const files = await removeUnnamed(uploadsFolder(settings.dataFolder, id), now, async (names) => {
      const named = await database
        .reader(id)
        .selectFrom('registry.upload')
        .select('stored_as')
        .where('stored_as', 'in', [...names])
        .execute()
      return new Set(named.map((upload) => upload.stored_as))
    })
    if (rows + uploads + files > 0) log.info({ district: id, rows, uploads, files }, 'loads tidied')
  }
  await sweepScratch(settings.dataFolder, now.getTime())
}

async function forget(tx: Tx, now: Date): Promise<{ rows: number; uploads: number }> {
  await closeBrokenLoads(tx, now)
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000)
  await tx
    .updateTable('registry.load')
    .set({ state: 'failed', fault: 'interrupted', finished_at: now })
    .where('state', 'not in', ['compared', 'dropped', 'done', 'failed'])
    .where('created_at', '<', daysAgo(STILL_DAYS))
    .execute()
  const rows = await tx
    .deleteFrom('registry.faulty_row')
    .where(({ or, eb }) => or([eb('mended_at', 'is not', null), eb('created_at', '<', daysAgo(KEPT_DAYS))]))
    .executeTakeFirst()
  await tx.deleteFrom('registry.kept_cells').where('created_at', '<', daysAgo(KEPT_DAYS)).execute()
  await forgetCompared(tx, daysAgo(KEPT_DAYS))
  const uploads = await sql`
    update registry.upload u set stored_as = null
    from registry.load l
    where l.tenant_id = u.tenant_id and l.id = u.load_id and u.stored_as is not null
      and (l.created_at < ${daysAgo(KEPT_DAYS)} or l.state in ('dropped', 'done', 'failed') and not exists (
        select from registry.faulty_row f
        join registry.source s on s.tenant_id = f.tenant_id and s.id = f.source_id
        where s.tenant_id = l.tenant_id and s.load_id = l.id))`.execute(tx)
  return { rows: Number(rows.numDeletedRows), uploads: Number(uploads.numAffectedRows ?? 0n) }
}

/** What loads would change, and what they had changed: then they can be neither taken nor taken back. */
async function forgetCompared(tx: Tx, before: Date): Promise<void> {
  const old = sql`select l.id from registry.load l where l.created_at < ${before}`
  await sql`delete from registry.load_difference where load_id in (${old})`.execute(tx)
  await sql`delete from registry.load_image where load_id in (${old})`.execute(tx)
  await tx
    .updateTable('registry.load')
    .set({ state: 'dropped', finished_at: new Date() })
    .where('state', '=', 'compared')
    .where('created_at', '<', before)
    .execute()
}

async function removeUnnamed(
  folder: string,
  now: Date,
  namedAmong: (names: readonly string[]) => Promise<ReadonlySet<string | null>>,
): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) return 0
  const named = await namedAmong(names)
  let removed = 0
  for (const name of names.filter((one) => !named.has(one))) {
    const path = join(folder, name)
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? now.getTime()
    if (now.getTime() - changed < ORPHAN_AFTER) continue
    await rm(path, { force: true })
    removed++
  }
  return removed
}
