import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { nameOf, type PersonImage } from './merges.repo.ts'
import { otherRecords, type PersonRecords } from './person.records.ts'
import { findBelongings, type Moved } from './records.repo.ts'
import { type PersonRecord, RECORDS_OF_A_KIND, type RecordsOfPerson, type Split } from './splits.contract.ts'

export async function findRecordsOwner(db: ReadDb, id: number): Promise<RecordsOfPerson['person'] | undefined> {
  return await db
    .selectFrom('registry.person')
    .select(['id', 'version', 'surname', 'given_name as givenName', 'patronymic', 'birth_on as birthOn'])
    .select(sql<boolean>`snils_hash is not null`.as('hasNumber'))
    .where('id', '=', id)
    .executeTakeFirst()
}

type Told = Pick<PersonRecords, 'table' | 'column' | 'title'> & {
  readonly records: readonly PersonRecord[]
  readonly total: number
}

/** All that belongs to somebody, by its kind, in the order in which the kinds are declared; kinds without records are left out. */
export async function findRecords(db: ReadDb, person: number, declared: readonly PersonRecords[]): Promise<Told[]> {
  const found: Told[] = []
  for (const records of await knownRecords(db, declared)) {
    const { table, column, title } = records
    const rows = await recordsOf(db, person, records)
    if (rows.length > 0) {
      found.push({ table, column, title, records: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 })
    }
  }
  return found
}

/** What the database knows to belong to people, as declared where somebody did so. */
export async function knownRecords(db: ReadDb, declared: readonly PersonRecords[]): Promise<PersonRecords[]> {
  const placeOf = ({ table, column }: Pick<PersonRecords, 'table' | 'column'>): number => {
    const at = declared.findIndex((one) => one.table === table && one.column === column)
    return at < 0 ? declared.length : at
  }
  return (await findBelongings(db))
    .map((one) => declared[placeOf(one)] ?? otherRecords(one.table, one.column))
    .sort((left, right) => placeOf(left) - placeOf(right))
}

async function recordsOf(
  db: ReadDb,
  person: number,
  { table, column, label, on, until, isLoaded }: PersonRecords,
): Promise<(PersonRecord & { total: number })[]> {
  const [origin, source] = isLoaded
    ? [
        sql`case when s.id is not null and t.source_row is not null then
          json_build_object('load', s.load_id, 'file', s.file, 'row', t.source_row) end`,
        sql`left join registry.source s on s.tenant_id = t.tenant_id and s.id = t.source_id`,
      ]
    : [sql`null::json`, sql``]
  const { rows } = await sql<PersonRecord & { total: number }>`
    select t.id, coalesce(${sql.raw(label)}, '') as label, ${sql.raw(on)}::date::text as "on",
      ${sql.raw(until)}::date::text as until, ${origin} as origin, (count(*) over ())::int as total
    from ${sql.table(table)} t ${source}
    where t.${sql.ref(column)} = ${person}
    order by "on" desc nulls last, t.id desc limit ${RECORDS_OF_A_KIND}`.execute(db)
  return rows
}

type NewSplit = {
  readonly keptId: number
  readonly partedId: number
  readonly keptBefore: PersonImage
  readonly parted: PersonImage
  readonly moved: readonly Moved[]
  readonly takesNumber: boolean
}
export type StoredSplit = NewSplit & { readonly id: number; readonly undone: boolean }

export async function insertSplit(tx: Tx, split: NewSplit, account: number | null): Promise<number> {
  const row = await tx
    .insertInto('registry.person_split')
    .values({
      kept_id: split.keptId,
      parted_id: split.partedId,
      kept_before: JSON.stringify(split.keptBefore),
      parted: JSON.stringify(split.parted),
      moved: JSON.stringify(split.moved),
      takes_number: split.takesNumber,
      account_id: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findStoredSplit(tx: Tx, id: number): Promise<StoredSplit | undefined> {
  const { rows } = await sql<StoredSplit>`
    select id, kept_id as "keptId", parted_id as "partedId", kept_before as "keptBefore", parted, moved,
      takes_number as "takesNumber", undone_at is not null as undone
    from registry.person_split where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function markSplitUndone(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('registry.person_split').set({ undone_at: sql<string>`now()` }).where('id', '=', id).execute()
}

type Which =
  | { readonly id: number }
  | { readonly person: number | undefined; readonly limit: number; readonly offset: number }

/** Splits as they are told, the latest first. */
export async function findSplits(db: ReadDb, which: Which): Promise<{ items: Split[]; total: number }> {
  const condition =
    'id' in which
      ? sql`s.id = ${which.id}`
      : which.person === undefined
        ? sql`true`
        : sql`s.kept_id = ${which.person} or s.parted_id = ${which.person}`
  const page = 'id' in which ? sql`limit 1` : sql`limit ${which.limit} offset ${which.offset}`
  const { rows } = await sql<Split & { total: number }>`
    select s.id, json_build_object('id', s.kept_id, 'name', ${nameOf('s.kept_before')}) as kept,
      json_build_object('id', s.parted_id, 'name', ${nameOf('s.parted')}, 'birthOn', s.parted ->> 'birth_on') as parted,
      (select coalesce(sum(jsonb_array_length(v -> 'ids')), 0)::int from jsonb_array_elements(s.moved) v) as moved,
      ${instant('s.at')} as at, a.name as by,
      s.undone_at is not null as undone, (count(*) over ())::int as total
    from registry.person_split s left join identity.account a on a.id = s.account_id
    where ${condition} order by s.id desc ${page}`.execute(db)
  return { items: rows.map(({ total: _, ...split }) => split), total: rows[0]?.total ?? 0 }
}
