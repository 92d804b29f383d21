import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'

/** The columns of a person that can be typed. */
export type PersonColumns = {
  surname: string
  given_name: string
  patronymic: string | null
  surname_key: string | null
  given_key: string
  patronymic_key: string
  birth_on: string
  sex: string | null
  snils_hash: Buffer | null
  sealed_snils: Buffer | null
}

const COLUMNS = [
  'surname',
  'given_name',
  'patronymic',
  'surname_key',
  'given_key',
  'patronymic_key',
  'birth_on',
  'sex',
  'snils_hash',
  'sealed_snils',
] as const

/**
 * Makes loads and other changes of people by hand wait until this transaction ends: two that touch the same person
 * would each rebuild the spans without what the other did.
 */
export async function holdPeople(tx: Tx): Promise<void> {
  await sql`select from registry.matching_revision for update`.execute(tx)
}

export async function rebuildSpans(tx: Tx, people: readonly number[]): Promise<void> {
  await sql`select registry.rebuild_spans(${[...people]}::bigint[])`.execute(tx)
}

export async function findPersonRow(
  db: ReadDb,
  id: number,
): Promise<(PersonColumns & { readonly version: number }) | undefined> {
  return await db
    .selectFrom('registry.person')
    .select([...COLUMNS, 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findBySnils(db: ReadDb, hash: Buffer): Promise<number | undefined> {
  const row = await db.selectFrom('registry.person').select('id').where('snils_hash', '=', hash).executeTakeFirst()
  return row?.id
}

export type Namesake = { readonly id: number; readonly snils_hash: Buffer | null }

/** People with this name, by any surname they had, and birth date: whom a row of a file would mean. */
export async function findNamesakes(
  db: ReadDb,
  person: Pick<PersonColumns, 'surname_key' | 'given_key' | 'patronymic_key' | 'birth_on'>,
): Promise<Namesake[]> {
  const { surname_key, given_key, patronymic_key } = person
  const formerly = db.selectFrom('registry.person_surname').select('person_id').where('key', '=', surname_key)
  const alike = db
    .selectFrom('registry.person')
    .select(['id', 'snils_hash'])
    .where('birth_on', '=', person.birth_on)
    .where('given_key', '=', given_key)
    .where('patronymic_key', '=', patronymic_key)
  // Two questions, each with its index: by the name as it is now, and by those that few people had before.
  return await alike
    .where((where) => where.or([where('surname_key', '=', surname_key), where('surname_key', 'is', null)]))
    .where('name_key', '=', sql<string>`registry.name_key(${surname_key}, ${given_key}, ${patronymic_key})`)
    .union(alike.where('id', 'in', formerly))
    .execute()
}

export async function insertPerson(tx: Tx, person: PersonColumns): Promise<number> {
  const { id } = await tx.insertInto('registry.person').values(person).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Sets these columns; none of them comes from a file any more. False when the version is another one by now. */
export async function updatePerson(
  tx: Tx,
  id: number,
  version: number,
  change: Partial<PersonColumns>,
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.person')
    .set({ ...change, origins: originsByHand(Object.keys(change)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** A person is found by every surname they had, and not only by the one that is shown. */
export async function addSurname(tx: Tx, person: number, key: string): Promise<void> {
  await tx
    .insertInto('registry.person_surname')
    .values({ person_id: person, key })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The origins of a record after these columns were set by hand. */
export function originsByHand(columns: readonly string[]) {
  const none = JSON.stringify(Object.fromEntries(columns.map((column) => [column, null])))
  return sql<string>`nullif(coalesce(origins, '{}') || ${none}::jsonb, '{}')`
}
