import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Difference, listDifferences } from './comparison.contract.ts'

export type StoredDifference = Omit<Difference, 'fields' | 'message' | 'file' | 'sheet'> & {
  /** The place of the sheet in the comparison. */
  readonly sheet: number
  /** Of what is new, under the headers of the sheet. */
  readonly cells: readonly (string | null)[] | null
  readonly fields: Readonly<Record<string, readonly [before: string | null, after: string | null]>> | null
}

type ListQuery = NonNullable<(typeof listDifferences)['$in']>['query']

/** A page of what would differ, in the order of the sheets and their rows. `sheets` are the places of those asked for. */
export async function findDifferences(
  db: ReadDb,
  load: number,
  query: Omit<ListQuery, 'file'> & { readonly sheets: readonly number[] | undefined },
): Promise<{ items: StoredDifference[]; total: number }> {
  const { kind, field, q, sheets } = query
  const wanted = q?.trim() ?? ''
  const base = db
    .selectFrom('registry.load_difference')
    .where('load_id', '=', load)
    .$if(kind !== undefined, (qb) => qb.where('kind', '=', kind ?? ''))
    .$if(sheets !== undefined, (qb) => qb.where('sheet', 'in', [...(sheets ?? []), -1]))
    .$if(field !== undefined, (qb) => qb.where(sql<boolean>`fields ? ${field ?? ''}`))
    .$if(wanted !== '', (qb) =>
      qb.where(
        sql<boolean>`(strpos(translate(lower(label), 'ё', 'е'), translate(lower(${wanted}), 'ё', 'е')) > 0
          or row_no::text = ${wanted})`,
      ),
    )
  const { limit, offset } = pageOf(query)
  const items = await base
    .select(['id', 'sheet', 'row_no as row', 'label', 'person_id as personId', 'code', 'column_name as column'])
    .select([sql<Difference['kind']>`kind`.as('kind'), sql<StoredDifference['fields']>`fields`.as('fields'), 'cells'])
    .orderBy('sheet')
    .orderBy('row_no', query.sort?.[0] === '-row' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { items, total }
}

/** Sets a load that was compared to what comes next; false when it is no longer so. */
export async function leaveComparison(
  tx: Tx,
  load: number,
  next: { readonly state: 'waiting' | 'dropped'; readonly compares: boolean },
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.load')
    .set({ ...next, rows_read: 0, ...(next.state === 'dropped' && { finished_at: new Date() }) })
    .where('id', '=', load)
    .where('state', '=', 'compared')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Its files go the night after, as of no load. */
export async function forgetComparison(tx: Tx, load: number): Promise<void> {
  await tx.deleteFrom('registry.load_difference').where('load_id', '=', load).execute()
  await tx.updateTable('registry.upload').set({ stored_as: null }).where('load_id', '=', load).execute()
}
