import { type RawBuilder, sql } from 'kysely'
import { type ReadDb, sqlState, type Tx } from '../../../platform/db/db.ts'
import { anywhere, orderBy, pageOf } from '../../../platform/db/listing.ts'
import { indexedKey } from '../exchange/text.keys.ts'
import type { listPositions, Position } from './positions.contract.ts'

type ListQuery = NonNullable<(typeof listPositions)['$in']>['query']
/** `key` is how it is compared. */
export type StoredPosition = Omit<Position, 'can'> & { readonly key: string }

const UNIQUE = '23505'

export async function findPositions(
  db: ReadDb,
  query: ListQuery,
  today: string,
): Promise<{ items: StoredPosition[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const sorted = orderBy(positions(db, today).where(matching(query)), query.sort ?? ['name'], {
    name: sql.ref('p.name'),
    employments: sql.ref('employments'),
    holders: sql.ref('holders'),
  })
  const [items, count] = await Promise.all([
    sorted.limit(limit).offset(offset).execute(),
    db
      .selectFrom('registry.position as p')
      .where(matching(query))
      .select(sql<number>`count(*)::int`.as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { items, total: count.total }
}

export async function findPosition(db: ReadDb, id: number, today: string): Promise<StoredPosition | undefined> {
  return await positions(db, today).where('p.id', '=', id).executeTakeFirst()
}

function positions(db: ReadDb, today: string) {
  const aliases = sql<string[]>`array(
    select a.key from registry.position_alias a where a.position_id = p.id order by a.key)`
  const employments = sql<number>`(select count(*)::int from registry.employment e where e.position_id = p.id)`
  const held = sql<{ position: number; people: number; undecided: number }>`(
    select position, count(*)::int as people, (count(*) filter (where s.pedagogue is null))::int as undecided
    from registry.person_span s, unnest(s.position_ids) as position
    where s.from_on <= ${today} and s.to_on >= ${today} group by position)`
  const undecided = sql<number>`case when p.pedagogical is null then coalesce(h.undecided, 0) else 0 end`
  const files = sql<string[]>`(case when p.pedagogical is null then array(
    select distinct s.file from registry.employment e
    join registry.source s on s.tenant_id = e.tenant_id and s.id = e.source_id
    where e.position_id = p.id order by 1 limit 3) else '{}' end)`
  return db
    .selectFrom('registry.position as p')
    .leftJoin(held.as('h'), (join) => join.onRef('h.position', '=', 'p.id'))
    .select([
      'p.id',
      'p.version',
      'p.key',
      'p.name',
      'p.pedagogical',
      aliases.as('aliases'),
      employments.as('employments'),
      sql<number>`coalesce(h.people, 0)`.as('holders'),
      undecided.as('undecided'),
      files.as('files'),
    ])
}

const CLASSIFIED = { yes: sql`p.pedagogical`, no: sql`not p.pedagogical`, unknown: sql`p.pedagogical is null` } as const

function matching({ q, pedagogical }: ListQuery): RawBuilder<boolean> {
  const key = indexedKey(q ?? '')
  const like = anywhere(key)
  const named = sql`(p.key like ${like} or exists (
    select from registry.position_alias a where a.position_id = p.id and a.key like ${like}))`
  return sql`${key === '' ? sql`true` : named} and ${pedagogical === undefined ? sql`true` : CLASSIFIED[pedagogical]}`
}

/** Whether another position has the key, as its own or as an alias. */
export async function isTaken(db: ReadDb, key: string, by: number): Promise<boolean> {
  const { rows } = await sql`
    select from registry.position where key = ${key} and id <> ${by}
    union all
    select from registry.position_alias where key = ${key} and position_id <> ${by}`.execute(db)
  return rows.length > 0
}

/** False when the version is another one by now. */
export async function updatePosition(
  tx: Tx,
  id: number,
  version: number,
  change: { key?: string | undefined; name?: string | undefined; pedagogical?: boolean | null | undefined },
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.position')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The position is also written so from now on. */
export async function addAlias(tx: Tx, position: number, key: string): Promise<void> {
  await tx.insertInto('registry.position_alias').values({ position_id: position, key }).execute()
}

export async function removeAlias(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('registry.position_alias').where('key', '=', key).execute()
}

/** Which of these positions are there, and what was said of them. */
export async function findClassified(
  db: ReadDb,
  ids: readonly number[],
): Promise<{ id: number; pedagogical: boolean | null }[]> {
  return await db.selectFrom('registry.position').select(['id', 'pedagogical']).where('id', 'in', ids).execute()
}

/** What is said of these positions from now on, whatever version somebody saw. */
export async function classify(tx: Tx, ids: readonly number[], pedagogical: boolean | null): Promise<void> {
  await tx
    .updateTable('registry.position')
    .set((eb) => ({ pedagogical, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

/** Who of these people are pedagogues on the day. */
export async function findPedagogues(db: ReadDb, people: readonly number[], day: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from registry.person_span
    where person_id = any (${[...people]}::bigint[]) and from_on <= ${day} and to_on >= ${day} and pedagogue`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

export async function findHolders(db: ReadDb, positions: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('registry.employment')
    .select('person_id')
    .distinct()
    .where('position_id', 'in', positions.length > 0 ? positions : [0])
    .execute()
  return rows.map((row) => row.person_id)
}

/**
 * Makes every row of the district that names one position name another, and removes the first. Later modules have rows
 * that do, and this one cannot know them: the tables are those with a foreign key to positions or a column called
 * position_id. Spans are derived, and rebuilt by the caller. False when two records would become one.
 */
export async function replacePosition(tx: Tx, position: number, by: number): Promise<boolean> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname as schema, c.relname as table, a.attname as column
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'tenant_id'
    where c.relkind = 'r' and c.relpersistence = 'p' and c.oid <> 'registry.person_span'::regclass
      and (a.attname = 'position_id' or exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'registry.position'::regclass
          and a.attnum = any (k.conkey)))
    order by 1, 2, 3`.execute(tx)
  try {
    for (const { schema, table, column } of rows) {
      await sql`update ${sql.table(`${schema}.${table}`)} set ${sql.ref(column)} = ${by}
        where ${sql.ref(column)} = ${position}`.execute(tx)
    }
  } catch (error) {
    if (sqlState(error) === UNIQUE) return false
    throw error
  }
  await tx.deleteFrom('registry.position').where('id', '=', position).execute()
  return true
}

/**
 * Removes employments in one position that say word for word what the same person's in the other do; the later of the
 * two spellings brought them a second time.
 */
export async function removeEqualEmployments(tx: Tx, position: number, other: number): Promise<void> {
  await sql`
    delete from registry.employment e using registry.employment o
    where e.position_id = ${position} and o.position_id = ${other} and o.tenant_id = e.tenant_id
      and (o.person_id, o.organisation_id, o.hired_on) = (e.person_id, e.organisation_id, e.hired_on)
      and (o.rate, o.main, o.subject_ids, o.dismissed_on, o.experience_since, o.category_id, o.education_level_id,
          o.pedagogical_education, o.kind, o.category_on, o.category_until, o.category_order, o.leave_kind_id, o.leave_on,
          o.leave_until, o.deputy_function_id, o.class_led, o.email)
        is not distinct from (e.rate, e.main, e.subject_ids, e.dismissed_on, e.experience_since, e.category_id,
          e.education_level_id, e.pedagogical_education, e.kind, e.category_on, e.category_until, e.category_order,
          e.leave_kind_id, e.leave_on, e.leave_until, e.deputy_function_id, e.class_led, e.email)`.execute(tx)
}
