import { CompiledQuery, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Snapshot } from './snapshots.contract.ts'

/** What is kept; what may be done with it is said by who asks. */
export type StoredSnapshot = Omit<Snapshot, 'can'>

const columns = [
  'id',
  'version',
  'on_date as date',
  'title',
  'taken_at as takenAt',
  'state',
  'document_number as number',
  'document_on as documentOn',
  'signatory',
  'published_at as publishedAt',
] as const

type SnapshotRow = Pick<StoredSnapshot, 'id' | 'version' | 'date' | 'title'> & {
  state: string
  takenAt: Date
  number: string | null
  documentOn: string | null
  signatory: string | null
  publishedAt: Date | null
}

function asSnapshot({ number, documentOn, signatory, publishedAt, takenAt, state, ...same }: SnapshotRow) {
  const approval =
    number === null || documentOn === null || signatory === null ? null : { number, date: documentOn, signatory }
  return {
    ...same,
    state: state as Snapshot['state'],
    approval,
    takenAt: takenAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

/** The newest first, of those states that are told of. */
export async function findSnapshots(
  db: ReadDb,
  query: { page: number; size: number; sort?: readonly string[] | undefined },
  states: readonly Snapshot['state'][],
): Promise<{ items: StoredSnapshot[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const direction = query.sort?.[0] === 'date' ? 'asc' : 'desc'
  const items = await db
    .selectFrom('indicators.snapshot')
    .select(columns)
    .where('state', 'in', states)
    .orderBy('on_date', direction)
    .orderBy('id', direction)
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await db
    .selectFrom('indicators.snapshot')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('state', 'in', states)
    .executeTakeFirstOrThrow()
  return { items: items.map(asSnapshot), total }
}

export async function findSnapshot(db: ReadDb, id: number): Promise<StoredSnapshot | undefined> {
  const row = await db.selectFrom('indicators.snapshot').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asSnapshot(row)
}

export async function insertSnapshot(
  tx: Tx,
  date: string,
  title: string,
  account: number | null,
): Promise<StoredSnapshot> {
  const row = await tx
    .insertInto('indicators.snapshot')
    .values({ on_date: date, title, taken_by: account })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return asSnapshot(row)
}

/** A step of its life, taken from one of these states; nothing where it is in another, or the version is old. */
export type Step = {
  readonly from: readonly Snapshot['state'][]
  readonly set: Readonly<Record<string, unknown>> & { readonly state: Snapshot['state'] }
}

export async function stepSnapshot(
  tx: Tx,
  id: number,
  version: number,
  { from, set }: Step,
): Promise<StoredSnapshot | undefined> {
  const row = await tx
    .updateTable('indicators.snapshot')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', from)
    .returning(columns)
    .executeTakeFirst()
  return row && asSnapshot(row)
}

export async function deleteSnapshot(tx: Tx, id: number, version: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('indicators.snapshot')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'computed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Codes of organisations, by which frozen slices name them. */
export async function findCodes(db: ReadDb, organisations: readonly number[]): Promise<string[]> {
  if (organisations.length === 0) return []
  const rows = await db.selectFrom('registry.organisation').select('code').where('id', 'in', organisations).execute()
  return rows.map(({ code }) => code)
}

export type FrozenValue = {
  readonly definitionId: number
  readonly date: string
  /** Empty for the total. */
  readonly slice: string
  readonly key: string
  readonly label: string
  readonly numerator: number
  readonly denominator: number | null
}

/** All figures of a snapshot in one statement. */
export async function insertValues(tx: Tx, snapshot: number, values: readonly FrozenValue[]): Promise<void> {
  const column = <K extends keyof FrozenValue>(name: K): FrozenValue[K][] => values.map((v) => v[name])
  await sql`
    insert into indicators.snapshot_value (snapshot_id, definition_id, on_date, slice, key, label, numerator, denominator)
    select ${snapshot}, * from unnest(${column('definitionId')}::bigint[], ${column('date')}::date[], ${column('slice')}::text[],
      ${column('key')}::text[], ${column('label')}::text[], ${column('numerator')}::float8[], ${column('denominator')}::float8[])
  `.execute(tx)
}

/** Freezes who made a figure: `members` is the compiled SQL of population's compileFrozen. */
export async function insertMembers(
  tx: Tx,
  frozen: { snapshot: number; definition: number; date: string; role: 'of' | 'numerator' },
  members: string,
): Promise<void> {
  const head = `insert into indicators.snapshot_member (snapshot_id, definition_id, on_date, role, subject_id, counted, organisation_id, slice_ids, evidence)
    select $1::bigint, $2::bigint, $3::date, $4, m.id, m.counted, m.organisation, m.slices, m.evidence from (${members}) as m`
  await tx.executeQuery(CompiledQuery.raw(head, [frozen.snapshot, frozen.definition, frozen.date, frozen.role]))
}

export async function findValues(db: ReadDb, snapshot: number): Promise<FrozenValue[]> {
  return await db
    .selectFrom('indicators.snapshot_value')
    .select(['definition_id as definitionId', 'on_date as date', 'slice', 'key', 'label', 'numerator', 'denominator'])
    .where('snapshot_id', '=', snapshot)
    .orderBy('definition_id')
    .orderBy('on_date')
    .orderBy('slice')
    .orderBy('key')
    .execute()
}

export type FrozenMember = {
  readonly id: number
  readonly organisation: number
  readonly evidence: readonly (readonly [string, number])[]
}

export async function findMembers(
  db: ReadDb,
  of: { snapshot: number; definition: number; date: string; counted: boolean; within: readonly number[] | undefined },
  page: { page: number; size: number },
): Promise<{ items: FrozenMember[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const base = db
    .selectFrom('indicators.snapshot_member')
    .where('snapshot_id', '=', of.snapshot)
    .where('definition_id', '=', of.definition)
    .where('on_date', '=', of.date)
    .where('role', '=', 'of')
    .where('counted', '=', of.counted)
    .$if(of.within !== undefined, (qb) =>
      qb.where(sql<boolean>`organisation_id = any (${[...(of.within ?? [])]}::bigint[])`),
    )
  const rows = await base
    .select(['subject_id as id', 'organisation_id as organisation', 'evidence'])
    .orderBy('subject_id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return {
    items: rows.map((row) => ({ ...row, evidence: (row.evidence ?? []) as unknown as FrozenMember['evidence'] })),
    total,
  }
}
