import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type { EventRequest, EventRequestChange, listEventRequests, NewEventRequest } from './event-requests.contract.ts'

export type StoredEventRequest = Omit<EventRequest, 'can' | 'event'> & {
  readonly event: (Omit<NonNullable<EventRequest['event']>, 'isOpen'> & { readonly organiserId: number }) | null
  readonly askedById: number | null
}

const STATE = sql`case when r.state <> 'asked' then r.state when e.state = 'held' then 'held'
  when e.state in ('draft', 'announced') then 'planned' else 'asked' end`

const FROM = sql`activities.event_request r
  join registry.organisation o on o.id = r.organisation_id
  left join activities.event e on e.id = r.event_id`

const LINE = sql`r.id, r.version, json_build_object('id', o.id, 'name', o.name) as organisation, r.title, r.about,
  r.people, r.place, r.from_on as "from", r.until_on as "until", ${STATE} as state, r.word,
  (select json_build_object('id', v.id, 'label', v.label) from registry.classifier_value v where v.id = r.form_id) as form,
  case when e.id is not null then json_build_object('id', e.id, 'title', e.title, 'state', e.state,
    'heldOn', e.held_on, 'organiserId', e.organiser_id) end as event,
  r.asked_on as "askedOn", r.asked_by as "askedById", r.answered_on as "answeredOn",
  (select a.name from identity.account a where a.id = r.asked_by) as "askedBy"`

type ListQuery = NonNullable<(typeof listEventRequests)['$in']>['query']

const SORTS = {
  asked: sql`r.asked_on`,
  wished: sql`coalesce(r.from_on, r.until_on)`,
  organisation: sql`o.name`,
  title: sql`r.title`,
} as const

const within = ({ district, organisations }: Reach): RawBuilder<unknown> =>
  district ? sql`true` : sql`r.organisation_id = any (${[...organisations]}::bigint[])`

type Found = {
  readonly items: StoredEventRequest[]
  readonly total: number
  readonly satisfied: { readonly asked: number; readonly held: number }
}

export async function findEventRequests(
  db: ReadDb,
  { q, state, organisation, year, event, sort = ['-asked'], ...page }: ListQuery,
  reach: Reach,
): Promise<Found> {
  const where = sql.join(
    [
      within(reach),
      ...(q ? [sql`(r.title ilike ${anywhere(q)} or o.name ilike ${anywhere(q)})`] : []),
      ...(organisation ? [sql`r.organisation_id = any (${organisation}::bigint[])`] : []),
      ...(year ? [sql`r.asked_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`] : []),
      ...(event ? [sql`r.event_id = ${event}`] : []),
    ],
    sql` and `,
  )
  const isOfState = state === undefined ? sql`true` : sql`${STATE} = any (${state}::text[])`
  const { limit, offset } = pageOf(page)
  const [items, count] = await Promise.all([
    sql<StoredEventRequest>`select ${LINE} from ${FROM} where ${where} and ${isOfState}
      order by ${orderOf(sort, SORTS, sql`r.id desc`)} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number; asked: number; held: number }>`
      select count(*) filter (where ${isOfState})::int as total,
        count(*) filter (where r.state <> 'withdrawn')::int as asked,
        count(*) filter (where e.state = 'held')::int as held
      from ${FROM} where ${where}`.execute(db),
  ])
  const { total = 0, asked = 0, held = 0 } = count.rows[0] ?? {}
  return { items: items.rows, total, satisfied: { asked, held } }
}

export async function findEventRequest(db: ReadDb, id: number): Promise<StoredEventRequest | undefined> {
  const { rows } = await sql<StoredEventRequest>`select ${LINE} from ${FROM} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** The requests, of which nobody else says anything until the transaction is over. */
export async function lockEventRequests(tx: Tx, ids: readonly number[]): Promise<StoredEventRequest[]> {
  const wanted = sql`r.id = any (${[...ids]}::bigint[])`
  await sql`select from activities.event_request r where ${wanted} order by r.id for update`.execute(tx)
  const { rows } = await sql<StoredEventRequest>`select ${LINE} from ${FROM} where ${wanted} order by r.id`.execute(tx)
  return rows
}

const columnsOf = ({ title, formId, about, people, from, until, place }: EventRequestChange) => ({
  ...{ title, form_id: formId, about, people, from_on: from, until_on: until, place },
})

type By = { readonly account: number | null; readonly today: string }

export async function insertEventRequest(
  tx: Tx,
  { organisationId, ...said }: NewEventRequest,
  { account, today }: By,
): Promise<number> {
  const { id } = await tx
    .insertInto('activities.event_request')
    .values({ ...columnsOf(said), organisation_id: organisationId, state: 'asked', asked_on: today, asked_by: account })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Asked anew, as it is said now. */
export async function rewriteEventRequest(tx: Tx, id: number, said: EventRequestChange): Promise<void> {
  await change(tx, [id], { ...columnsOf(said), state: 'asked', word: null })
}

export type Standing = {
  readonly state: 'asked' | 'returned' | 'declined' | 'withdrawn'
  readonly eventId?: number
  readonly word?: string
}

/** As the centre answered, or the organisation took it back; without an event there is none any more. */
export async function settleEventRequests(
  tx: Tx,
  ids: readonly number[],
  { state, eventId, word }: Standing,
  { account, today }: By,
): Promise<void> {
  const answered = state === 'withdrawn' ? {} : { answered_on: today, answered_by: account }
  await change(tx, ids, { state, event_id: eventId ?? null, word: word ?? null, ...answered })
}

async function change(tx: Tx, ids: readonly number[], columns: Record<string, string | number | null>): Promise<void> {
  await tx
    .updateTable('activities.event_request')
    .set({ ...columns })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [0, ...ids])
    .execute()
}

/** What answers a request was held on request. */
export async function markOnRequest(tx: Tx, event: number): Promise<void> {
  await sql`update activities.event set on_request = true where id = ${event} and not on_request`.execute(tx)
}

/** How many wait for the centre, and were sent back to organisations of the reach. */
export async function countEventRequests(db: ReadDb, reach: Reach): Promise<{ asked: number; returned: number }> {
  const { rows } = await sql<{ asked: number; returned: number }>`
    select count(*) filter (where ${STATE} = 'asked')::int as asked,
      count(*) filter (where r.state = 'returned')::int as returned
    from ${FROM} where r.state in ('asked', 'returned') and ${within(reach)}`.execute(db)
  return rows[0] ?? { asked: 0, returned: 0 }
}
