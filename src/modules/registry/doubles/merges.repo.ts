import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import type { Merge } from './doubles.contract.ts'
import type { Dropped, Moved, Row } from './records.repo.ts'

/** A card as it is stored, columns by name. */
export type PersonImage = Row & { readonly id: number; readonly version: number }

export type StoredMerge = {
  readonly id: number
  readonly keptId: number
  readonly goneId: number
  readonly gone: PersonImage
  readonly keptBefore: PersonImage
  readonly keptAfter: PersonImage
  readonly goneSurnames: readonly string[]
  readonly surnames: readonly string[]
  readonly moved: readonly Moved[]
  readonly dropped: readonly Dropped[]
  readonly undone: boolean
}

export async function findPersonImage(db: ReadDb, id: number): Promise<PersonImage | undefined> {
  const { rows } = await sql<{ image: PersonImage }>`
    select to_jsonb(p) as image from registry.person p where id = ${id}`.execute(db)
  return rows[0]?.image
}

export async function findSurnames(db: ReadDb, person: number): Promise<string[]> {
  const rows = await db.selectFrom('registry.person_surname').select('key').where('person_id', '=', person).execute()
  return rows.map(({ key }) => key)
}

export async function insertSurnames(tx: Tx, person: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .insertInto('registry.person_surname')
    .values(keys.map((key) => ({ person_id: person, key })))
    .execute()
}

export async function deleteSurnames(tx: Tx, person: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx.deleteFrom('registry.person_surname').where('person_id', '=', person).where('key', 'in', keys).execute()
}

export async function deletePerson(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('registry.person').where('id', '=', id).execute()
}

/** Sets columns of a card as an image has them, each with where it came from. */
export async function takeColumns(
  tx: Tx,
  id: number,
  { image, columns, origins }: { image: Row; columns: readonly string[]; origins: Row },
): Promise<void> {
  const assigned = columns.map((column) => sql`${sql.ref(column)} = was.${sql.ref(column)}`)
  await sql`
    update registry.person p set ${sql.join([...assigned, sql`version = p.version + 1`])},
      origins = nullif(coalesce(p.origins, '{}') || ${JSON.stringify(origins)}::jsonb, '{}')
    from jsonb_populate_record(null::registry.person, ${JSON.stringify(image)}::jsonb) was
    where p.id = ${id}`.execute(tx)
}

export async function insertMerge(
  tx: Tx,
  merge: Omit<StoredMerge, 'id' | 'undone'>,
  account: number | null,
): Promise<number> {
  const row = await tx
    .insertInto('registry.person_merge')
    .values({
      kept_id: merge.keptId,
      gone_id: merge.goneId,
      gone: JSON.stringify(merge.gone),
      kept_before: JSON.stringify(merge.keptBefore),
      kept_after: JSON.stringify(merge.keptAfter),
      gone_surnames: [...merge.goneSurnames],
      surnames: [...merge.surnames],
      moved: JSON.stringify(merge.moved),
      dropped: JSON.stringify(merge.dropped),
      last_taken_batch: sql<number>`(select coalesce(max(id), 0) from registry.taken_batch)`,
      account_id: account,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findStoredMerge(tx: Tx, id: number): Promise<StoredMerge | undefined> {
  const { rows } = await sql<StoredMerge>`
    select id, kept_id as "keptId", gone_id as "goneId", gone, kept_before as "keptBefore", kept_after as "keptAfter",
      gone_surnames as "goneSurnames", surnames, moved, dropped, undone_at is not null as undone
    from registry.person_merge where id = ${id} for update`.execute(tx)
  return rows[0]
}

/**
 * Which rows were taken for the card that stayed since the merge is forgotten: some may mean the other one. Each says for
 * itself whom it means when it comes again.
 */
export async function forgetTaken(tx: Tx, merge: number): Promise<void> {
  await sql`
    update registry.taken_batch b set person_ids = array_replace(b.person_ids, m.kept_id, 0),
      second_person_ids = array_replace(b.second_person_ids, m.kept_id, 0)
    from registry.person_merge m
    where m.id = ${merge} and b.id > m.last_taken_batch
      and (m.kept_id = any (b.person_ids) or m.kept_id = any (b.second_person_ids))`.execute(tx)
}

/** Which rows were taken for a card is forgotten: some may mean another one from now on. */
export async function forgetTakenOf(tx: Tx, person: number): Promise<void> {
  await sql`
    update registry.taken_batch set person_ids = array_replace(person_ids, ${person}, 0),
      second_person_ids = array_replace(second_person_ids, ${person}, 0)
    where ${person} = any (person_ids) or ${person} = any (second_person_ids)`.execute(tx)
}

/** Whether another card went into this one and is still there. */
export async function hasMerged(db: ReadDb, person: number): Promise<boolean> {
  const row = await db
    .selectFrom('registry.person_merge')
    .select('id')
    .where('kept_id', '=', person)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function markUndone(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('registry.person_merge').set({ undone_at: sql<string>`now()` }).where('id', '=', id).execute()
}

type Which =
  | { readonly id: number }
  | { readonly person: number | undefined; readonly limit: number; readonly offset: number }

/** Merges as they are told, the latest first. */
export async function findMerges(db: ReadDb, which: Which): Promise<{ items: Merge[]; total: number }> {
  const condition =
    'id' in which
      ? sql`m.id = ${which.id}`
      : which.person === undefined
        ? sql`true`
        : sql`m.kept_id = ${which.person} or m.gone_id = ${which.person}`
  const page = 'id' in which ? sql`limit 1` : sql`limit ${which.limit} offset ${which.offset}`
  const { rows } = await sql<Merge & { total: number }>`
    select m.id, json_build_object('id', m.kept_id, 'name', ${nameOf('m.kept_after')}) as kept,
      json_build_object('id', m.gone_id, 'name', ${nameOf('m.gone')}, 'birthOn', m.gone ->> 'birth_on') as gone,
      (select coalesce(sum(jsonb_array_length(v -> 'ids')), 0)::int from jsonb_array_elements(m.moved) v) as moved,
      jsonb_array_length(m.dropped) as dropped,
      ${instant('m.at')} as at, a.name as by,
      m.undone_at is not null as undone, (count(*) over ())::int as total
    from registry.person_merge m left join identity.account a on a.id = m.account_id
    where ${condition} order by m.id desc ${page}`.execute(db)
  return { items: rows.map(({ total: _, ...merge }) => merge), total: rows[0]?.total ?? 0 }
}

/** The full name on a card kept as jsonb. */
export const nameOf = (image: string) => {
  const i = sql.raw(image)
  return sql`concat_ws(' ', ${i} ->> 'surname', ${i} ->> 'given_name', ${i} ->> 'patronymic')`
}
