import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Signatory } from './signatories.contract.ts'

/** Those who sign on the day first. */
export async function findSignatories(db: ReadDb, day: string, id: number | null = null): Promise<Signatory[]> {
  const { rows } = await sql<Signatory>`
    select id, version, name, post, from_on as "fromOn", to_on as "toOn",
      ${day}::date between from_on and coalesce(to_on, ${day}::date) as signs
    from documents.signatory where ${id === null ? sql`true` : sql`id = ${id}`}
    order by signs desc, from_on desc, id`.execute(db)
  return rows
}

type Fields = Pick<Signatory, 'name' | 'post' | 'fromOn' | 'toOn'>

const columnsOf = ({ name, post, fromOn, toOn }: Fields) => ({ name, post, from_on: fromOn, to_on: toOn })

export async function insertSignatory(tx: Tx, fields: Fields): Promise<number> {
  const values = columnsOf(fields)
  return (await tx.insertInto('documents.signatory').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** False when the version is another one by now. */
export async function updateSignatory(
  tx: Tx,
  { id, version, ...fields }: Fields & { id: number; version: number },
): Promise<boolean> {
  const done = await tx
    .updateTable('documents.signatory')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
