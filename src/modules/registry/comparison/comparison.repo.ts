import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Difference, listDifferences } from './comparison.contract.ts'
import { goneOf, goneStateOf } from './gone.state.ts'

export type StoredDifference = Omit<Difference, 'fields' | 'message' | 'file' | 'sheet'> & {
  /** The place of the sheet in the comparison. */
  readonly sheet: number
  /** Of what is new, under the headers of the sheet. */
  readonly cells: readonly (string | null)[] | null
  readonly fields: Readonly<Record<string, readonly [before: string | null, after: string | null]>> | null
}

type ListQuery = NonNullable<(typeof listDifferences)['$in']>['query']

type Chosen = Pick<ListQuery, 'kind' | 'field' | 'q' | 'decided'> & {
  /** The places of the sheets asked for. */
  readonly sheets: readonly number[] | undefined
}

/** The differences of a load that are asked for; `today` decides which places of work have ended. */
function differences(db: ReadDb, load: number, { kind, field, q, sheets, decided }: Chosen, today: string) {
  const wanted = q?.trim() ?? ''
  return db
    .selectFrom('registry.load_difference as d')
    .where('d.load_id', '=', load)
    .$if(kind !== undefined, (qb) => qb.where('d.kind', '=', kind ?? ''))
    .$if(sheets !== undefined, (qb) => qb.where('d.sheet', 'in', [...(sheets ?? []), -1]))
    .$if(field !== undefined, (qb) => qb.where(sql<boolean>`d.fields ? ${field ?? ''}`))
    .$if(decided !== undefined, (qb) => qb.where(goneStateOf(today), decided === 'yes' ? '<>' : '=', 'open'))
    .$if(wanted !== '', (qb) =>
      qb.where(
        sql<boolean>`(strpos(translate(lower(d.label), 'ё', 'е'), translate(lower(${wanted}), 'ё', 'е')) > 0
          or d.row_no::text = ${wanted})`,
      ),
    )
}

/** A page of what would differ, in the order of the sheets and their rows. */
export async function findDifferences(
  db: ReadDb,
  load: number,
  query: Omit<ListQuery, 'file'> & Chosen,
  today: string,
): Promise<{ items: StoredDifference[]; total: number }> {
  const base = differences(db, load, query, today)
  const { limit, offset } = pageOf(query)
  const items = await base
    .select(['id', 'sheet', 'row_no as row', 'label', 'person_id as personId', 'code', 'column_name as column'])
    .select([sql<Difference['kind']>`kind`.as('kind'), sql<StoredDifference['fields']>`fields`.as('fields'), 'cells'])
    .select(goneOf(today).as('gone'))
    .orderBy('sheet')
    .orderBy('row_no', query.sort?.[0] === '-row' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { items, total }
}

/** How many places of work are gone from the files, and of how many nobody has said yet what became of them. */
export async function countGone(db: ReadDb, load: number, today: string): Promise<{ all: number; open: number }> {
  const { rows } = await sql<{ all: number; open: number }>`
    select count(*)::int as all, count(*) filter (where ${goneStateOf(today)} = 'open')::int as open
    from registry.load_difference d where d.load_id = ${load} and d.kind = 'gone'`.execute(db)
  return rows[0] ?? { all: 0, open: 0 }
}

type GonePlace = {
  readonly id: number
  readonly employment: number
  readonly label: string
  readonly sheet: number
  readonly code: string
  readonly state: string
  /** Null: the place of work is not there any more. */
  readonly version: number | null
  readonly hiredOn: string | null
}

/** Those of the places of work that are gone from the files. */
export async function findGone(
  db: ReadDb,
  load: number,
  which: { readonly ids: readonly number[] } | Pick<Chosen, 'q' | 'sheets'>,
  today: string,
): Promise<GonePlace[]> {
  const chosen: Chosen = 'ids' in which ? { kind: 'gone', sheets: undefined } : { ...which, kind: 'gone' }
  return await differences(db, load, chosen, today)
    .$if('ids' in which, (qb) => qb.where('d.id', 'in', 'ids' in which ? [...which.ids] : []))
    .leftJoin('registry.employment as p', (join) =>
      join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.object_id'),
    )
    .select(['d.id', 'd.sheet', 'p.version', 'p.hired_on as hiredOn'])
    .select(sql<number>`d.object_id`.as('employment'))
    .select([sql<string>`coalesce(d.label, '')`.as('label'), sql<string>`coalesce(d.code, 'nowhere')`.as('code')])
    .select(goneStateOf(today).$castTo<string>().as('state'))
    .execute()
}

/** Sets a load that was compared to what comes next; false when it is no longer so. */
export async function leaveComparison(
  tx: Tx,
  load: number,
  next: { readonly state: 'waiting' | 'dropped'; readonly compares: boolean },
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.load')
    .set({ ...next, rows_read: 0, progress: 0, ...(next.state === 'dropped' && { finished_at: new Date() }) })
    .where('id', '=', load)
    .where('state', '=', 'compared')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Its files go the night after, as of no load. */
export async function forgetComparison(tx: Tx, load: number): Promise<void> {
  await tx.deleteFrom('registry.load_difference').where('load_id', '=', load).execute()
  await sql`update registry.gone_decision set undone_at = now() where load_id = ${load} and undone_at is null`.execute(
    tx,
  )
  await tx.updateTable('registry.upload').set({ stored_as: null }).where('load_id', '=', load).execute()
}
