import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { ZONE } from '../events/zone.ts'
import { clashesOf } from './clashes.ts'
import type { Enrolment, EnrolmentState, MyEnrolment, Standing } from './enrolment.contract.ts'

type Page = { readonly page: number; readonly size: number }

export type Counts = { readonly taken: number; readonly waiting: number; readonly asked: number }

/** Which in the waiting line; empty for who does not wait. */
const IN_LINE = sql`case when e.state = 'waiting' then (select count(*)::int from activities.enrolment w
  where w.event_id = e.event_id and w.state = 'waiting' and w.place <= e.place) end`

export async function countSeats(db: ReadDb, event: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where state in ('enrolled', 'offered'))::int as taken,
      count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'asked')::int as asked
    from activities.enrolment where event_id = ${event}`.execute(db)
  return rows[0] ?? { taken: 0, waiting: 0, asked: 0 }
}

type Own = NonNullable<Standing['mine']>
export type Stand = Pick<Standing, 'taken' | 'waiting' | 'mine' | 'clashes'>

/** Of somebody with an event. */
const own = (event: number, person: number) => sql`
  select json_build_object('id', e.id, 'state', e.state, 'place', e.place, 'inLine', ${IN_LINE},
    'offeredUntil', ${instant('e.offered_until')}, 'isNominated', e.nominated_by is not null, 'reason', e.reason,
    'endedBy', e.ended_by, 'endedFor', e.ended_for) as mine
  from activities.enrolment e where e.event_id = ${event} and e.person_id = ${person}`

export async function findOwn(db: ReadDb, event: number, person: number): Promise<Own | undefined> {
  const { rows } = await sql<{ mine: Own }>`${own(event, person)}`.execute(db)
  return rows[0]?.mine
}

/** One statement: it is asked behind the lock of the seats, where everybody else waits. */
export async function findStand(db: ReadDb, event: number, person: number): Promise<Stand> {
  const { rows } = await sql<Stand>`
    select c.taken, c.waiting, (${own(event, person)}) as mine,
      ${clashesOf(event, person)} as clashes
    from (select count(*) filter (where state in ('enrolled', 'offered'))::int as taken,
        count(*) filter (where state = 'waiting')::int as waiting
      from activities.enrolment where event_id = ${event}) c`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('a count is one row')
  return found
}

/** Events to come, and those of today. */
export async function findOwnAhead(
  db: ReadDb,
  people: readonly number[],
  today: string,
  page: Page,
): Promise<{ items: MyEnrolment[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const { rows } = await sql<MyEnrolment & { total: number }>`
    select e.event_id as "eventId", v.title, v.held_on as "startsOn", ${instant('m.starts_at')} as "startsAt", e.state,
      ${IN_LINE} as "inLine", ${instant('e.offered_until')} as "offeredUntil", v.state = 'cancelled' as "isCancelled",
      count(*) over ()::int as total
    from activities.enrolment e
    join activities.event v on v.id = e.event_id
    left join lateral (select min(starts_at) as starts_at from activities.meeting m where m.event_id = v.id) m on true
    where e.person_id = any (${[...people]}::bigint[]) and e.state not in ('declined', 'cancelled', 'left')
      and v.state in ('announced', 'cancelled') and coalesce(v.last_on, v.held_on) >= ${today}
    order by m.starts_at nulls last, v.held_on, v.id limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

export type StoredEnrolment = Omit<Enrolment, 'can'> & {
  readonly organiser: number
  readonly isAhead: boolean
  /** Of a programme, and its first meeting has begun: whoever goes now leaves the group. */
  readonly isBegunRun: boolean
}

const ENROLMENTS = sql`
  select e.id, json_build_object('id', v.id, 'title', v.title, 'startsOn', v.held_on) as event,
    json_build_object('id', p.id, 'name', concat_ws(' ', p.surname, p.given_name, p.patronymic)) as person,
    case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
    e.state, e.place, ${IN_LINE} as "inLine", ${instant('e.asked_at')} as "askedAt",
    ${instant('e.offered_until')} as "offeredUntil",
    (select a.name from identity.account a where a.id = e.nominated_by) as "nominatedBy",
    e.reason, e.ended_by as "endedBy", e.ended_for as "endedFor", v.organiser_id as organiser,
    v.state = 'announced' as "isAhead",
    v.programme_id is not null and coalesce((select min(m.starts_at) from activities.meeting m where m.event_id = v.id),
      v.held_on::timestamp at time zone ${ZONE}) <= now() as "isBegunRun"
  from activities.enrolment e
  join activities.event v on v.id = e.event_id
  join registry.person p on p.id = e.person_id
  left join registry.organisation o on o.id = e.organisation_id`

/** Their own people, and everybody where the event is their own. */
const seenBy = ({ district, organisations }: Reach) => {
  const own = sql`${[...organisations]}::bigint[]`
  return district ? sql`true` : sql`(e.organisation_id = any (${own}) or v.organiser_id = any (${own}))`
}

const SORTS = {
  place: sql`e.place`,
  '-place': sql`e.place desc`,
  name: sql`p.surname, p.given_name, e.id`,
  '-name': sql`p.surname desc, p.given_name desc, e.id`,
  organisation: sql`o.name nulls last, p.surname, p.given_name, e.id`,
  '-organisation': sql`o.name desc nulls last, p.surname, p.given_name, e.id`,
} as const

type ListQuery = Page & {
  readonly state?: EnrolmentState | undefined
  readonly sort?: readonly (keyof typeof SORTS)[] | undefined
}

export async function findEnrolments(
  db: ReadDb,
  event: number,
  reach: Reach,
  query: ListQuery,
): Promise<{ items: StoredEnrolment[]; total: number }> {
  const [sort = 'place'] = query.sort ?? []
  const where = sql`e.event_id = ${event} and ${seenBy(reach)}
    and (${query.state ?? null}::text is null or e.state = ${query.state ?? null})`
  return await page(db, where, SORTS[sort], query)
}

/** What waits for an organisation to agree, of events that have not begun. */
export async function findAsked(
  db: ReadDb,
  reach: Reach,
  today: string,
  query: Page,
): Promise<{ items: StoredEnrolment[]; total: number }> {
  const own = reach.district ? sql`true` : sql`e.organisation_id = any (${[...reach.organisations]}::bigint[])`
  const where = sql`e.state = 'asked' and ${own} and v.state = 'announced' and v.held_on >= ${today}`
  return await page(db, where, sql`v.held_on, v.id, e.place`, query)
}

async function page(
  db: ReadDb,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  query: Page,
): Promise<{ items: StoredEnrolment[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const [found, count] = await Promise.all([
    sql<StoredEnrolment>`${ENROLMENTS} where ${where} order by ${order} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from activities.enrolment e
      join activities.event v on v.id = e.event_id where ${where}`.execute(db),
  ])
  return { items: found.rows, total: count.rows[0]?.total ?? 0 }
}

/** Organisations within reach whose people have a seat. */
export async function findSenders(
  db: ReadDb,
  event: number,
  { district, organisations }: Reach,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct o.id, o.name from activities.enrolment e join registry.organisation o on o.id = e.organisation_id
    where e.event_id = ${event} and e.state in ('enrolled', 'offered')
      and (${district} or o.id = any (${[...organisations]}::bigint[]))
    order by o.name, o.id limit 500`.execute(db)
  return rows
}

export async function findEnrolment(db: ReadDb, id: number): Promise<StoredEnrolment | undefined> {
  const { rows } = await sql<StoredEnrolment>`${ENROLMENTS} where e.id = ${id}`.execute(db)
  return rows[0]
}

/** Of which event and whose each of them is, in the order events are locked in. */
export async function findPlaces(
  db: ReadDb,
  ids: readonly number[],
): Promise<{ id: number; event: number; organisation: number | null; person: number }[]> {
  const { rows } = await sql<{ id: number; event: number; organisation: number | null; person: number }>`
    select id, event_id as event, organisation_id as organisation, person_id as person from activities.enrolment
    where id = any (${[...ids]}::bigint[]) order by event_id, place`.execute(db)
  return rows
}

export type QueueLine = {
  readonly place: number
  readonly state: EnrolmentState
  readonly askedAt: string
  readonly changedAt: string
  readonly isMine: boolean
}

export async function findQueue(
  db: ReadDb,
  event: number,
  people: readonly number[],
  query: Page,
): Promise<{ items: QueueLine[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const { rows } = await sql<QueueLine & { total: number }>`
    select place, state, ${instant('asked_at')} as "askedAt", ${instant('changed_at')} as "changedAt",
      person_id = any (${[...people]}::bigint[]) as "isMine", count(*) over ()::int as total
    from activities.enrolment where event_id = ${event} order by place limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

/** How many are enrolled for what is ahead and ask their organisation; for the tasks of who agrees. */
export async function countAsked(
  db: ReadDb,
  { district, organisations }: Reach,
  today: string,
): Promise<{ count: number; nextOn: string | null }> {
  const own = district ? sql`true` : sql`e.organisation_id = any (${[...organisations]}::bigint[])`
  const { rows } = await sql<{ count: number; nextOn: string | null }>`
    select count(*)::int as count, min(v.held_on) as "nextOn" from activities.enrolment e
    join activities.event v on v.id = e.event_id
    where e.state = 'asked' and ${own} and v.state = 'announced' and v.held_on >= ${today}`.execute(db)
  return rows[0] ?? { count: 0, nextOn: null }
}

/** Accounts that are of these people now. */
export async function findAccountsOf(db: ReadDb, people: readonly number[]): Promise<Map<number, number[]>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ person: number; accounts: number[] }>`
    select person_id as person, json_agg(distinct account_id) as accounts from registry."grant"
    where person_id = any (${[...people]}::bigint[]) and ended_at is null group by 1`.execute(db)
  return new Map(rows.map(({ person, accounts }) => [person, accounts]))
}
