import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Expiring, PersonalData } from '../../../platform/personal-data.ts'
import type { Services } from '../../../platform/services.ts'
import * as repo from './retention.repo.ts'

/** Of the job, and of its entry in the journal. */
export const RETENTION = 'privacy-retention'

type Declared = { readonly table: string; readonly expires: Expiring }

const declaredIn = (data: readonly PersonalData[]): Declared[] =>
  data
    .flatMap(({ tables }) => Object.entries(tables))
    .flatMap(([table, { expires }]) => (expires === undefined ? [] : [{ table, expires }]))

/** What of the connection’s district has outlived its term and goes the next night, by table; changes nothing. */
export async function findExpired(
  db: ReadDb,
  data: readonly PersonalData[],
  now = new Date(),
): Promise<{ readonly table: string; readonly rows: number }[]> {
  const declared = declaredIn(data)
  const ofDistricts = await repo.findDistrictTables(
    db,
    declared.map(({ table }) => table),
  )
  const own = declared.filter(({ table }) => ofDistricts.has(table))
  return await Promise.all(
    own.map(async ({ table, expires }) => ({ table, rows: await repo.countExpired(db, table, expires, now) })),
  )
}

/**
 * Removes in every district, and of the whole house, what has outlived its term by the register; what a job of its own
 * removes is left to it. Each district finds in its journal how many rows went.
 */
export async function expire({ database }: Services, data: readonly PersonalData[], now = new Date()): Promise<void> {
  const declared = declaredIn(data).filter(({ expires }) => expires.by === undefined)
  const nobody = database.reader(null)
  const ofDistricts = await repo.findDistrictTables(
    nobody,
    declared.map(({ table }) => table),
  )
  const plain = declared.filter(({ expires }) => expires.through === undefined)
  await database.write(null, async (tx) => {
    const gone = await removeFrom(
      tx,
      plain.filter(({ table }) => !ofDistricts.has(table)),
      now,
    )
    for (const { table, expires } of declared) {
      if (expires.through !== undefined) gone[table] = await repo.removeThrough(tx, expires.through)
    }
    await noteGone(tx, null, gone)
  })
  const districts = await nobody.selectFrom('registry.district').select('id').orderBy('id').execute()
  const theirs = plain.filter(({ table }) => ofDistricts.has(table))
  for (const { id } of districts) {
    await database.write(id, async (tx) => noteGone(tx, id, await removeFrom(tx, theirs, now)))
  }
}

async function removeFrom(tx: Tx, declared: readonly Declared[], now: Date): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const { table, expires } of declared) gone[table] = await repo.removeExpired(tx, table, expires, now)
  return gone
}

async function noteGone(tx: Tx, tenant: number | null, gone: Readonly<Record<string, number>>): Promise<void> {
  const rows = Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0))
  if (Object.keys(rows).length === 0) return
  await appendJournal(tx, {
    actor: { kind: 'job', account: null, tenant, grants: [] },
    requestId: null,
    action: RETENTION,
    objects: [{ kind: 'district', id: tenant ?? 0, details: rows }],
  })
}
