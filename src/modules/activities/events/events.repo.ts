import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { anywhere, pageOf } from '../../../platform/db/listing.ts'
import { headerKey } from '../../registry/index.ts'
import { RUN_MODULES } from '../programmes/run-modules.repo.ts'
import type { Event, EventChange, EventLine, EventState, listEvents, NewEvent } from './events.contract.ts'
import { ZONE } from './zone.ts'

export type StoredEvent = Omit<Event, 'can' | 'lacks' | 'meetings' | 'speakers' | 'materials'> & {
  /** The state of the event it is a part of. */
  readonly wholeState: EventState | null
  /** Noted after the fact, without having been announced. */
  readonly isRecorded: boolean
}

const valued = (id: string) => sql`(
  select json_build_object('id', v.id, 'label', v.label) from registry.classifier_value v where v.id = ${sql.ref(id)})`

const LINE = sql`e.id, e.version, e.code, e.title, e.state, ${valued('e.kind_id')} as form, e.format, e.level,
  json_build_object('id', o.id, 'code', o.code, 'name', o.name) as organiser,
  e.held_on as "heldOn", e.last_on as "lastOn",
  (select to_char(m.starts_at at time zone ${ZONE}, 'HH24:MI') from activities.meeting m
    where m.event_id = e.id order by m.starts_at, m.id limit 1) as "startsAt",
  coalesce(e.place, (select r.name || ', ' || h.name from activities.meeting m
    join activities.room r on r.id = m.room_id join registry.organisation h on h.id = r.organisation_id
    where m.event_id = e.id order by m.starts_at, m.id limit 1)) as "where",
  e.hours::float8 as hours, e.seats,
  (select json_build_object('id', v.id, 'title', v.label) from registry.classifier_value v
    where v.id = e.series_id) as series,
  (select json_build_object('id', w.id, 'title', w.title) from activities.event w where w.id = e.part_of) as whole`

const REST = sql`(select f.interactive from activities.form f where f.value_id = e.kind_id) as interactive,
  ${valued('e.topic_id')} as topic, ${valued('e.audience_id')} as audience, e.about, e.place, e.link, e.recording,
  e.instead, e.instead_until as "insteadUntil", e.on_request as "onRequest",
  e.asks_feedback as "asksFeedback",
  (select json_build_object('id', a.id, 'name', a.name) from identity.account a where a.id = e.responsible) as responsible,
  (select json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'form', p.form) from activities.programme p
    where p.id = e.programme_id) as programme, ${RUN_MODULES} as modules,
  ${instant('e.announced_at')} as "announcedAt",
  ${instant('e.closed_at')} as "closedAt",
  e.cancelled_for as "cancelledFor", e.least_share as "leastShare",
  coalesce((select g.state from activities.attesting g where g.event_id = e.id), 'none') as attesting,
  e.announced_at is null and not exists (select from activities.meeting m where m.event_id = e.id) as "isRecorded",
  to_json(array(select json_build_object('id', p.id, 'title', p.title, 'state', p.state, 'heldOn', p.held_on)
    from activities.event p where p.part_of = e.id order by p.held_on, p.id)) as parts,
  (select w.state from activities.event w where w.id = e.part_of) as "wholeState"`

const FROM = sql`activities.event e join registry.organisation o on o.id = e.organiser_id`

type ListQuery = NonNullable<(typeof listEvents)['$in']>['query']

const SORTS = { heldOn: sql`e.held_on`, title: sql`e.title`, code: sql`e.code`, organiser: sql`o.name` } as const

/** Those of the query; `managed` is of whom the drafts are seen. */
export async function findEvents(
  db: ReadDb,
  query: ListQuery,
  managed: Reach | undefined,
): Promise<{ items: EventLine[]; total: number }> {
  const where = sql.join([sql`(${seenBy(managed)})`, ...filtersOf(query)], sql` and `)
  const { limit, offset } = pageOf(query)
  const [items, count] = await Promise.all([
    sql<EventLine>`select ${LINE} from ${FROM} where ${where} order by ${orderOf(query.sort)}
      limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${FROM} where ${where}`.execute(db),
  ])
  return { items: items.rows, total: count.rows[0]?.total ?? 0 }
}

/** Which events of `e` a reader sees; `managed` is of whom the drafts are. */
export function seenBy(managed: Reach | undefined): RawBuilder<unknown> {
  if (managed?.district) return sql`true`
  return sql`e.state <> 'draft' or e.organiser_id = any (${[...(managed?.organisations ?? [])]}::bigint[])`
}

function filtersOf({
  q,
  state,
  from,
  to,
  form,
  organiser,
  series,
  programme,
  onRequest,
}: ListQuery): RawBuilder<unknown>[] {
  return [
    ...(q ? [sql`(e.title ilike ${anywhere(q)} or e.code_key ilike ${anywhere(headerKey(q))})`] : []),
    ...(state ? [sql`e.state = any (${state}::text[])`] : []),
    ...(from ? [sql`coalesce(e.last_on, e.held_on) >= ${from}`] : []),
    ...(to ? [sql`e.held_on <= ${to}`] : []),
    ...(form ? [sql`e.kind_id = any (${form}::bigint[])`] : []),
    ...(organiser ? [sql`e.organiser_id = any (${organiser}::bigint[])`] : []),
    ...(series ? [sql`e.series_id = ${series}`] : []),
    ...(programme ? [sql`e.programme_id = ${programme}`] : []),
    ...(onRequest ? [sql`e.on_request`] : []),
  ]
}

function orderOf(sort: ListQuery['sort'] = ['heldOn']): RawBuilder<unknown> {
  const keys = sort.map((name) =>
    name.startsWith('-') ? sql`${SORTS[name.slice(1) as keyof typeof SORTS]} desc` : SORTS[name as keyof typeof SORTS],
  )
  return sql.join([...keys, sql`e.id`])
}

export async function findEvent(db: ReadDb, id: number): Promise<StoredEvent | undefined> {
  const { rows } = await sql<StoredEvent>`select ${LINE}, ${REST} from ${FROM} where e.id = ${id}`.execute(db)
  return rows[0]
}

/** The event, which nobody else changes until the transaction is over. */
export async function lockEvent(tx: Tx, id: number): Promise<StoredEvent | undefined> {
  await sql`select 1 from activities.event where id = ${id} for update`.execute(tx)
  return await findEvent(tx, id)
}

/** Adds a draft under the next number of its year. */
export async function insertEvent(tx: Tx, event: Stored<NewEvent>, responsible: number | null): Promise<number> {
  const code = await nextCode(tx, event.heldOn.slice(0, 4))
  const { id } = await tx
    .insertInto('activities.event')
    .values({ ...columnsOf(event), code, code_key: headerKey(code), state: 'draft', responsible })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** `2026-0012`: behind the highest number of that kind, whoever gave it, a file or the house. */
async function nextCode(tx: Tx, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('activities.event.code'), platform.tenant())`.execute(tx)
  const { rows } = await sql<{ last: number | null }>`
    select max(split_part(code_key, '-', 2)::int) as last from activities.event
    where code_key ~ ${`^${year}-[0-9]{4,6}$`}`.execute(tx)
  return `${year}-${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}

export type EventStep = Readonly<
  Partial<{
    state: 'announced' | 'held' | 'cancelled'
    announced_at: Date
    cancelled_for: string
    closed_at: Date | null
    least_share: number
  }>
>

/** False when the version is another one by now. */
export async function updateEvent(
  tx: Tx,
  id: number,
  version: number,
  { change = {}, step = {} }: { readonly change?: Stored<EventChange>; readonly step?: EventStep },
): Promise<boolean> {
  const done = await tx
    .updateTable('activities.event')
    .set({ ...columnsOf(change), ...step, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteEvent(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.event')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

const COLUMNS = {
  title: 'title',
  formId: 'kind_id',
  format: 'format',
  level: 'level',
  organiserId: 'organiser_id',
  topicId: 'topic_id',
  audienceId: 'audience_id',
  heldOn: 'held_on',
  lastOn: 'last_on',
  about: 'about',
  hours: 'hours',
  seats: 'seats',
  place: 'place',
  link: 'link',
  recording: 'recording',
  instead: 'instead',
  insteadUntil: 'instead_until',
  onRequest: 'on_request',
  asksFeedback: 'asks_feedback',
  series: 'series_id',
  programmeId: 'programme_id',
  partOf: 'part_of',
} as const satisfies Readonly<Record<Exclude<keyof NewEvent, 'moduleIds'>, string>>

/** With the series by its id; modules are rows of their own. */
type Stored<T> = Omit<T, 'series' | 'moduleIds'> & { readonly series?: number | null }

type Columns<T> = {
  [K in keyof T as K extends keyof typeof COLUMNS ? (typeof COLUMNS)[K] : never]: T[K]
}

const columnsOf = <T extends Stored<EventChange>>(event: T): Columns<T> =>
  Object.fromEntries(
    Object.entries(event).map(([field, value]) => [COLUMNS[field as keyof typeof COLUMNS], value]),
  ) as Columns<T>
