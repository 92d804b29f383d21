import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderBy, pageOf } from '../../../platform/db/listing.ts'
import { indexedKey, storable } from '../exchange/text.keys.ts'
import type { ClassifierValue, listClassifierValues, ValueChange } from './classifiers.contract.ts'

type ListQuery = NonNullable<(typeof listClassifierValues)['$in']>['query']
export type StoredValue = Omit<ClassifierValue, 'can'>
type Place = { readonly kind: string; readonly id: number }

/** Lists people and events are described by: they exist before anything has been loaded. */
const OWN_KINDS: readonly string[] = [
  'subject',
  'category',
  'education_level',
  'leave_kind',
  'deputy_function',
  'organisation_kind',
  'organisation_feature',
  'event_kind',
  'event_series',
  'topic',
  'audience',
  ...['deed_event', 'deed_publication', 'deed_award', 'deed_nonformal', 'deed_level', 'deed_role'],
]

const columns = ['id', 'version', 'label', sql<boolean>`retired_at is not null`.as('retired')] as const

/** Lists that have values, and those people are described by. */
export async function findKinds(db: ReadDb): Promise<{ kind: string; values: number; retired: number }[]> {
  const { rows } = await sql<{ kind: string; values: number; retired: number }>`
    select kind, count(v.id)::int as values, count(v.retired_at)::int as retired
    from (select unnest(${[...OWN_KINDS]}::text[]) as kind union select kind from registry.classifier_value) as k
    left join registry.classifier_value v using (kind)
    group by kind order by kind`.execute(db)
  return rows
}

/** A page of the list; nothing where the district has no such list. */
export async function findValues(
  db: ReadDb,
  kind: string,
  query: ListQuery,
): Promise<{ items: StoredValue[]; total: number } | undefined> {
  const base = db.selectFrom('registry.classifier_value').where('kind', '=', kind)
  const { limit, offset } = pageOf(query)
  const sorted = orderBy(base.where(matching(query)).select(columns), query.sort ?? ['label'], {
    label: sql.ref('label'),
  })
  const [items, counts] = await Promise.all([
    sorted.limit(limit).offset(offset).execute(),
    base
      .select([
        sql<number>`count(*)::int`.as('all'),
        sql<number>`count(*) filter (where ${matching(query)})::int`.as('total'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  if (counts.all === 0 && !OWN_KINDS.includes(kind)) return undefined
  return { items, total: counts.total }
}

export async function findValue(db: ReadDb, { kind, id }: Place): Promise<StoredValue | undefined> {
  return await db
    .selectFrom('registry.classifier_value')
    .select(columns)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether the district has such a list. */
export async function isKind(db: ReadDb, kind: string): Promise<boolean> {
  if (OWN_KINDS.includes(kind)) return true
  const found = await db
    .selectFrom('registry.classifier_value')
    .select('id')
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found !== undefined
}

/** The new value; nothing where the list has one of this key, be it retired. */
export async function insertValue(tx: Tx, kind: string, label: string): Promise<StoredValue | undefined> {
  return await tx
    .insertInto('registry.classifier_value')
    .values({ kind, key: indexedKey(label), label: storable(label) })
    .onConflict((c) => c.doNothing())
    .returning(columns)
    .executeTakeFirst()
}

/** The value of the list that is written so, be it retired; added where there is none. */
export async function findOrAddValue(tx: Tx, kind: string, label: string): Promise<number> {
  const added = await insertValue(tx, kind, label)
  if (added !== undefined) return added.id
  const found = await tx
    .selectFrom('registry.classifier_value')
    .select('id')
    .where('kind', '=', kind)
    .where('key', '=', indexedKey(label))
    .executeTakeFirstOrThrow()
  return found.id
}

/** Whether another value of the list is written so. */
export async function isWritten(db: ReadDb, { kind, id }: Place, label: string): Promise<boolean> {
  const found = await db
    .selectFrom('registry.classifier_value')
    .select('id')
    .where('kind', '=', kind)
    .where('id', '<>', id)
    .where('key', '=', indexedKey(label))
    .executeTakeFirst()
  return found !== undefined
}

/**
 * The changed value, or nothing when the version is not the expected one any more. The key stays: files that write it
 * as before still mean this value.
 */
export async function updateValue(
  tx: Tx,
  { kind, id }: Place,
  version: number,
  { label, retired }: ValueChange,
): Promise<StoredValue | undefined> {
  return await tx
    .updateTable('registry.classifier_value')
    .set({
      ...(label !== undefined && { label: storable(label) }),
      ...(retired !== undefined && { retired_at: retired ? sql`coalesce(retired_at, now())` : null }),
      version: version + 1,
    })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
}

function matching({ q, retired }: ListQuery): RawBuilder<boolean> {
  const like = anywhere(storable(q ?? ''))
  const keyLike = anywhere(indexedKey(q ?? ''))
  const isRetired = retired === 'yes' ? sql`retired_at is not null` : sql`retired_at is null`
  return sql`${q ? sql`(key like ${keyLike} or label ilike ${like})` : sql`true`} and ${retired ? isRetired : sql`true`}`
}
