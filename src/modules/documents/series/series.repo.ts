import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { type Series, sayNumber } from './series.contract.ts'

type Row = Omit<Series, 'last'> & { readonly last: number | null }

/** Those still in use first. `year`: of the last number told. */
export async function findSeries(db: ReadDb, year: number, id: number | null = null): Promise<Series[]> {
  const { rows } = await sql<Row>`
    select s.id, s.version, s.kind, s.title, s.prefix, s.suffix, s.digits, s.retired, c.last,
      exists (select from documents.counter u where u.series_id = s.id) as used
    from documents.series s left join documents.counter c on c.series_id = s.id and c.year = ${year}
    where ${id === null ? sql`true` : sql`s.id = ${id}`}
    order by s.retired, s.title`.execute(db)
  return rows.map((row) => ({ ...row, last: row.last === null ? null : sayNumber(row, year, row.last) }))
}

type Fields = Pick<Series, 'kind' | 'title' | 'prefix' | 'suffix' | 'digits'>

/** Faults: 23505 where a series of the title or of the same numbers is there. */
export async function insertSeries(tx: Tx, fields: Fields): Promise<number> {
  return (await tx.insertInto('documents.series').values(fields).returning('id').executeTakeFirstOrThrow()).id
}

/** False when the version is another one by now. */
export async function updateSeries(
  tx: Tx,
  { id, version, ...fields }: Fields & { id: number; version: number; retired: boolean },
): Promise<boolean> {
  const done = await tx
    .updateTable('documents.series')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whoever gives documents of the series waits here for who is doing it already, and sees what they gave. */
export async function holdSeries(tx: Tx, id: number): Promise<void> {
  await sql`select from documents.series where id = ${id} for update`.execute(tx)
}

/**
 * Takes the next `count` numbers of a series in a year and answers with the first. Others who want one wait until this
 * transaction is over; undone, it gives them back: none is ever left out.
 */
export async function takeNumbers(tx: Tx, series: number, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into documents.counter as c (series_id, year, last) values (${series}, ${year}, ${count})
    on conflict (tenant_id, series_id, year) do update set last = c.last + excluded.last
    returning c.last`.execute(tx)
  return (rows[0]?.last ?? 0) - count + 1
}
