import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { orderBy, pageOf } from '../../../platform/db/listing.ts'
import { notify } from '../../../platform/notifications.ts'
import type { Comparison as KeptComparison } from '../comparison/comparing.ts'
import type { LoadResult } from '../exchange/load.answer.ts'
import type { Connection } from '../exchange/staging.ts'
import { readStored, storedText } from '../profiles/profile.shape.ts'
import type { Profile } from '../profiles/profile.ts'
import type { Load, listLoads } from './loads.contract.ts'
import type { StoredUpload } from './uploads.store.ts'

export type StoredLoad = Omit<Load, 'createdAt' | 'finishedAt' | 'fault' | 'state' | 'can'> & {
  readonly state: Load['state']
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly fault: string | null
}

/** Adds a load with its files; returns its id. */
export async function insertLoad(
  tx: Tx,
  account: number | null,
  uploads: readonly (Pick<StoredUpload, 'name' | 'storedAs' | 'bytes'> & Partial<Pick<StoredUpload, 'hash'>>)[],
  {
    profile,
    compares = false,
    asOf,
  }: { readonly profile?: Profile | undefined; readonly compares?: boolean; readonly asOf?: string | undefined } = {},
): Promise<number> {
  const { id } = await tx
    .insertInto('registry.load')
    .values({
      ...{ account_id: account, compares, as_of: asOf ?? null },
      profile: profile === undefined ? null : storedText(profile),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = uploads.map(({ name, bytes, storedAs, hash = null }) => ({
    ...{ load_id: id, name, bytes, stored_as: storedAs, content_hash: hash },
  }))
  await tx.insertInto('registry.upload').values(rows).execute()
  return id
}

const files = sql<Load['files']>`coalesce((
  select json_agg(json_build_object('name', u.name, 'bytes', u.bytes, 'kept', u.stored_as is not null,
    'loadedBefore', (
      select json_build_object('id', b.id, 'by', a.name, 'at', ${instant('b.finished_at')})
      from registry.upload v join registry.load b on b.tenant_id = v.tenant_id and b.id = v.load_id
        left join identity.account a on a.id = b.account_id
      where v.tenant_id = u.tenant_id and v.content_hash = u.content_hash and b.id < l.id and b.state = 'done'
        and not exists (select from registry.load k where k.tenant_id = b.tenant_id and k.undoes = b.id and k.state = 'done')
      order by b.id desc limit 1)) order by u.id)
  from registry.upload u where u.tenant_id = l.tenant_id and u.load_id = l.id), '[]')`

const waitingRows = sql<number>`(
  select count(*)::int from registry.faulty_row f
  join registry.source s on s.tenant_id = f.tenant_id and s.id = f.source_id
  where s.tenant_id = l.tenant_id and s.load_id = l.id and f.waits)`

const waitsFor = sql<Load['waitsFor']>`case when l.state = 'waiting' then (
  select json_build_object('id', b.id, 'createdAt', b.created_at) from registry.load b
  where b.tenant_id = l.tenant_id and b.id < l.id and b.state not in ('compared', 'dropped', 'done', 'failed') order by b.id desc limit 1) end`

const takenBack = sql<Load['takenBack']>`(
  select json_build_object('id', u.id, 'by', a.name,
    'at', ${instant('u.finished_at')})
  from registry.load u left join identity.account a on a.id = u.account_id
  where u.tenant_id = l.tenant_id and u.undoes = l.id and u.state = 'done')`

const shown = [
  'l.id',
  sql<Load['state']>`l.state`.as('state'),
  'l.created_at as createdAt',
  'l.finished_at as finishedAt',
  'l.rows_read as rowsRead',
  'l.rows_total as rowsTotal',
  'l.progress',
  'l.fault',
  'l.mends',
  sql<string | null>`l.profile ->> 'name'`.as('profile'),
  'l.undoes',
  takenBack.as('takenBack'),
  waitsFor.as('waitsFor'),
  files.as('files'),
  waitingRows.as('waitingRows'),
] as const

type ListQuery = NonNullable<(typeof listLoads)['$in']>['query']

/** A page of loads, newest first unless asked otherwise. */
export async function findLoads(db: ReadDb, query: ListQuery): Promise<{ items: StoredLoad[]; total: number }> {
  const { state } = query
  const base = db
    .selectFrom('registry.load as l')
    .$if(state !== undefined, (qb) => qb.where('l.state', '=', state ?? ''))
  const { limit, offset } = pageOf(query)
  const sorted = orderBy(base.select(shown), query.sort ?? ['-createdAt'], { createdAt: sql.ref('l.created_at') })
  const [items, count] = await Promise.all([
    sorted.limit(limit).offset(offset).execute(),
    base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ])
  return { items, total: count.total }
}

export async function findLoad(
  db: ReadDb,
  id: number,
): Promise<(StoredLoad & { readonly answer: LoadResult | null; readonly compared: Compared | null }) | undefined> {
  const row = await db
    .selectFrom('registry.load as l')
    .select([...shown, answer.as('answer'), compared.as('compared')])
    .where('l.id', '=', id)
    .executeTakeFirst()
  return row
}

/** A comparison as it is kept, and whether anything has happened since. */
export type Compared = KeptComparison & { readonly at: string; readonly isStale: boolean }

/** Whatever rows are matched with raises the revision; values changed by hand are told by their history. */
const STALE = `(coalesce((select m.revision from registry.matching_revision m where m.tenant_id = l.tenant_id), 0)
    <> (l.comparison ->> 'revision')::bigint
  or exists (select from registry.revision r
    where r.tenant_id = l.tenant_id and r.at > (l.comparison ->> 'at')::timestamptz))`

const compared: RawBuilder<Compared | null> = sql`l.comparison || jsonb_build_object('isStale', ${sql.raw(STALE)})`

/** Whether nothing has changed since the load was compared; true as well of one that never was. */
export async function comparisonHolds(run: Connection['run'], load: number): Promise<boolean> {
  const [row] = await run<{ stale: boolean | null }>(`select ${STALE} as stale from registry.load l where l.id = $1`, [
    load,
  ])
  return row?.stale !== true
}

/** Whether a load is only compared, for the job that does it. */
export async function findPurpose(
  db: ReadDb,
  id: number,
): Promise<{ readonly compares: boolean; readonly day: string }> {
  return await db
    .selectFrom('registry.load as l')
    .innerJoin('registry.district as d', 'd.id', 'l.tenant_id')
    .select(['l.compares', sql<string>`(now() at time zone d.time_zone)::date::text`.as('day')])
    .where('l.id', '=', id)
    .executeTakeFirstOrThrow()
}

const answer: RawBuilder<LoadResult | null> = sql`l.answer`

export async function hasLoad(db: ReadDb, id: number): Promise<boolean> {
  return (await db.selectFrom('registry.load').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The files of a load, as they were uploaded; `storedAs` is null for those removed. */
export async function findUploads(
  db: ReadDb,
  load: number,
): Promise<readonly { readonly name: string; readonly storedAs: string | null }[]> {
  return await db
    .selectFrom('registry.upload')
    .select(['name', 'stored_as as storedAs'])
    .where('load_id', '=', load)
    .orderBy('id')
    .execute()
}

/** Says that files of a load are kept no longer; answers with what they were stored as. */
export async function forgetUploads(tx: Tx, load: number, names: readonly string[]): Promise<readonly string[]> {
  const kept = tx
    .selectFrom('registry.upload')
    .select(['id', 'stored_as as storedAs'])
    .where('load_id', '=', load)
    .where('name', 'in', [...names])
    .where('stored_as', 'is not', null)
  const found = await kept.execute()
  await tx
    .updateTable('registry.upload')
    .set({ stored_as: null })
    .where('id', 'in', [0, ...found.map(({ id }) => id)])
    .execute()
  return found.flatMap(({ storedAs }) => storedAs ?? [])
}

/** The names of the files of a load that have faulty rows. */
export async function findFaultyFiles(db: ReadDb, load: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('registry.source')
    .select(sql<string>`coalesce(declared_file, file)`.as('file'))
    .distinct()
    .where('load_id', '=', load)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('registry.faulty_row').select('id').whereRef('source_id', '=', 'registry.source.id')),
    )
    .orderBy('file')
    .execute()
  return rows.map((row) => row.file)
}

/** The profile a load was begun with, as it was then. */
export async function findChosenProfile(db: ReadDb, load: number): Promise<Profile | undefined> {
  const row = await db.selectFrom('registry.load').select('profile').where('id', '=', load).executeTakeFirst()
  return row?.profile == null ? undefined : readStored(row.profile)
}

/** The day the files of a load are said to be of. */
export async function findAsOf(db: ReadDb, load: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('registry.load')
    .select(sql<string | null>`as_of::text`.as('day'))
    .where('id', '=', load)
    .executeTakeFirst()
  return row?.day ?? undefined
}

/** Marks a load that cannot be done. One that is done stays so. */
export async function failLoad(tx: Tx, id: number, fault: string): Promise<void> {
  const failed = await tx
    .updateTable('registry.load')
    .set({ state: 'failed', fault, finished_at: new Date() })
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .returning(['account_id as account', 'mends', 'undoes'])
    .executeTakeFirst()
  // Whoever has rows checked that were mended waits for the answer on the page.
  if (failed === undefined || failed.mends !== null) return
  const kind = failed.undoes === null ? 'registry:load_failed' : 'registry:load_undo_failed'
  await notify(tx, [failed.account], { kind, link: `/loads/${id}` })
}
