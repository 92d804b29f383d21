import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/db.ts'
import { anywhere, pageOf } from '../../platform/db/listing.ts'
import type { JournalRow, listJournal } from './journal.contract.ts'

export type JournalFilters = NonNullable<(typeof listJournal)['$in']>['query']

/** As it is stored: ids only. */
export type StoredRow = Pick<JournalRow, 'id' | 'action' | 'requestId' | 'details'> & {
  readonly at: Date
  readonly by: JournalRow['by']
  readonly who: number | null
  readonly as: number | null
  readonly kind: string | null
  readonly object: number | null
}

/** Rows of the connection's district, and of signing in to its accounts; newest first. */
export async function findJournal(
  db: ReadDb,
  filters: JournalFilters,
): Promise<{ rows: readonly StoredRow[]; total: number }> {
  const { limit, offset } = pageOf(filters)
  const chosen = journalOf(db, filters)
  const [rows, count] = await Promise.all([
    chosen
      .select([
        'j.id',
        'j.at',
        'j.actor_kind as by',
        'j.account_id as who',
        'j.as_account_id as as',
        'j.action',
        'j.object_kind as kind',
        'j.object_id as object',
        'j.details',
        'j.request_id as requestId',
      ])
      .orderBy('j.at', 'desc')
      .orderBy('j.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
    chosen.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ])
  return {
    rows: rows.map((row) => ({ ...row, ...{ by: row.by as JournalRow['by'] }, details: asDetails(row.details) })),
    total: count.total,
  }
}

const asDetails = (details: unknown): JournalRow['details'] =>
  typeof details === 'object' && details !== null && !Array.isArray(details) ? { ...details } : null

function journalOf(db: ReadDb, { who, accountId, action, kind, objectId, from, to }: JournalFilters) {
  const zone = sql<string>`(select d.time_zone from registry.district d where d.id = platform.tenant())`
  const start = (day: string) => sql<Date>`(${day}::date)::timestamp at time zone ${zone}`
  const part = anywhere(who ?? '')
  return db
    .selectFrom('platform.journal as j')
    .$if(from !== undefined, (qb) => qb.where('j.at', '>=', start(from ?? '')))
    .$if(to !== undefined, (qb) => qb.where(sql<boolean>`j.at < (${to}::date + 1)::timestamp at time zone ${zone}`))
    .$if(accountId !== undefined, (qb) =>
      qb.where((eb) => eb.or([eb('j.account_id', '=', accountId ?? 0), eb('j.as_account_id', '=', accountId ?? 0)])),
    )
    .$if(who !== undefined && who !== '', (qb) =>
      qb.where((eb) =>
        eb(
          'j.account_id',
          'in',
          eb
            .selectFrom('identity.account as a')
            .select('a.id')
            .where((of) =>
              of.or([of('a.name', 'ilike', part), of('a.login', 'ilike', part), of('a.email_key', 'ilike', part)]),
            ),
        ),
      ),
    )
    .$if(action !== undefined && action.length > 0, (qb) => qb.where('j.action', 'in', action ?? []))
    .$if(kind !== undefined, (qb) => qb.where('j.object_kind', '=', kind ?? ''))
    .$if(objectId !== undefined, (qb) => qb.where('j.object_id', '=', objectId ?? 0))
}
