import { CompiledQuery } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Connection } from '../exchange/staging.ts'

/** Statements of the plan, asked over a connection for reading. */
export const runOver =
  (db: ReadDb): Connection['run'] =>
  async <R>(text: string, values: readonly unknown[] = []) =>
    (await db.getExecutor().executeQuery<R>(CompiledQuery.raw(text, [...values]) as CompiledQuery<R>)).rows

/** Adds the load that takes another back; undefined when one does or did so already. */
export async function insertUndo(tx: Tx, account: number | null, load: number): Promise<number | undefined> {
  const row = await tx
    .insertInto('registry.load')
    .values({ account_id: account, undoes: load })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function findNames(db: ReadDb, people: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('registry.person')
    .select(['id', 'surname', 'given_name', 'patronymic'])
    .where('id', 'in', [...people, 0])
    .execute()
  return new Map(
    rows.map(({ id, surname, given_name: given, patronymic }) => [
      id,
      [surname, given, patronymic].filter((part) => part !== null).join(' '),
    ]),
  )
}

export async function findMoments(db: ReadDb, loads: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  const rows = await db
    .selectFrom('registry.load')
    .select(['id', 'created_at as at'])
    .where('id', 'in', [...loads, 0])
    .execute()
  return new Map(rows.map(({ id, at }) => [id, at]))
}
