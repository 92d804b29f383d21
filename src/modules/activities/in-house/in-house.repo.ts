import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type { InHouse, listInHouse } from './in-house.contract.ts'
import type { InHouseRule } from './rule.contract.ts'
import type { AttestingState } from './states.contract.ts'

export type StoredInHouse = Omit<InHouse, 'lacks' | 'can'> & {
  readonly isLoaded: boolean
  /** Whether it was planned, with meetings on its day. */
  readonly hasMeetings: boolean
  readonly askedBy: number | null
}

const valued = (id: string) => sql`(
  select json_build_object('id', v.id, 'label', v.label) from registry.classifier_value v where v.id = ${sql.ref(id)})`

/** Of events `e`: held by an organisation for its own people. Runs of programmes count as learning instead. */
const IN_HOUSE = sql`e.state = 'held' and e.level = 'organisation' and e.programme_id is null`

const FROM = sql`activities.event e join registry.organisation o on o.id = e.organiser_id
  left join activities.attesting g on g.event_id = e.id`

/** The earlier of the two terms; of none there is none. */
const dueOn = ({ withinDays, yearDays }: InHouseRule): RawBuilder<unknown> => sql`least(
  coalesce(e.last_on, e.held_on) + ${withinDays}::int,
  make_date(extract(year from e.held_on)::int, 12, 31) + ${yearDays}::int)`

const lineOf = (
  rule: InHouseRule,
) => sql`e.id, coalesce(g.version, 1) as version, e.title, ${valued('e.kind_id')} as form,
  json_build_object('id', o.id, 'name', o.name) as organiser, e.held_on as "heldOn", e.hours::float8 as hours,
  ${valued('e.topic_id')} as topic, e.about,
  (select count(*) from activities.attendance a where a.event_id = e.id)::int as people,
  to_json(array(select json_build_object('id', m.id, 'title', m.title, 'link', m.link) from activities.material m
    where m.event_id = e.id order by m.id)) as evidence,
  coalesce(g.state, 'none') as state, g.asked_on as "askedOn", g.people as "askedOf", ${dueOn(rule)} as "dueOn", g.word,
  g.decided_on as "decidedOn", (select a.name from identity.account a where a.id = g.decided_by) as "decidedBy",
  g.asked_by as "askedBy", e.closed_at is null as "isLoaded",
  exists (select from activities.meeting m where m.event_id = e.id) as "hasMeetings"`

type ListQuery = NonNullable<(typeof listInHouse)['$in']>['query']

const SORTS = {
  held: sql`e.held_on`,
  asked: sql`g.asked_on`,
  organisation: sql`o.name`,
  title: sql`e.title`,
} as const

const within = ({ district, organisations }: Reach): RawBuilder<unknown> =>
  district ? sql`true` : sql`e.organiser_id = any (${[...organisations]}::bigint[])`

export async function findAllInHouse(
  db: ReadDb,
  { q, state, organisation, year, sort = ['-held'], ...page }: ListQuery,
  { reach, rule }: { readonly reach: Reach; readonly rule: InHouseRule },
): Promise<{ items: StoredInHouse[]; total: number }> {
  const where = sql.join(
    [
      ...[IN_HOUSE, within(reach)],
      ...(q ? [sql`(e.title ilike ${anywhere(q)} or o.name ilike ${anywhere(q)})`] : []),
      ...(state ? [sql`coalesce(g.state, 'none') = any (${state}::text[])`] : []),
      ...(organisation ? [sql`e.organiser_id = any (${organisation}::bigint[])`] : []),
      ...(year ? [sql`e.held_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`] : []),
    ],
    sql` and `,
  )
  const { limit, offset } = pageOf(page)
  const [items, count] = await Promise.all([
    sql<StoredInHouse>`select ${lineOf(rule)} from ${FROM} where ${where} order by ${orderOf(sort, SORTS, sql`e.id`)}
      limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${FROM} where ${where}`.execute(db),
  ])
  return { items: items.rows, total: count.rows[0]?.total ?? 0 }
}

export async function findInHouse(db: ReadDb, ids: readonly number[], rule: InHouseRule): Promise<StoredInHouse[]> {
  const { rows } = await sql<StoredInHouse>`
    select ${lineOf(rule)} from ${FROM} where ${IN_HOUSE} and e.id = any (${[...ids]}::bigint[]) order by e.id`.execute(
    db,
  )
  return rows
}

/** The events, of which nobody else says anything until the transaction is over. */
export async function lockInHouse(tx: Tx, ids: readonly number[], rule: InHouseRule): Promise<StoredInHouse[]> {
  await sql`select 1 from activities.event where id = any (${[...ids]}::bigint[]) order by id for update`.execute(tx)
  return await findInHouse(tx, ids, rule)
}

type By = { readonly account: number | null; readonly today: string }

/** The centre is asked about these, as they are today. */
export async function askAttesting(tx: Tx, ids: readonly number[], { account, today }: By): Promise<void> {
  await sql`
    insert into activities.attesting as g (event_id, state, asked_on, asked_by, people)
    select id, 'asked', ${today}::date, ${account}::bigint,
      (select count(*) from activities.attendance a where a.event_id = asked.id)::int
    from unnest(${[...ids]}::bigint[]) as asked (id)
    on conflict (tenant_id, event_id) do update set state = excluded.state, asked_on = excluded.asked_on,
      asked_by = excluded.asked_by, people = excluded.people, word = null, decided_on = null, decided_by = null,
      version = g.version + 1`.execute(tx)
}

type Standing = By & { readonly state: Exclude<AttestingState, 'asked'>; readonly word: string | null }

/** Asked no more: taken back, or decided on. */
export async function settleAttesting(
  tx: Tx,
  ids: readonly number[],
  { state, word, account, today }: Standing,
): Promise<void> {
  const isDecided = state !== 'none'
  await tx
    .updateTable('activities.attesting')
    .set({ state, word, decided_on: isDecided ? today : null, decided_by: isDecided ? account : null })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('event_id', 'in', [0, ...ids])
    .execute()
}

/** An event that was held already, under no state before. */
export async function holdAtOnce(tx: Tx, event: number): Promise<void> {
  await sql`update activities.event set state = 'held', closed_at = now() where id = ${event}`.execute(tx)
}

/** Those and nobody else were there. */
export async function replaceAttendance(tx: Tx, event: number, people: readonly number[]): Promise<void> {
  await sql`delete from activities.attendance
    where event_id = ${event} and source_id is null and person_id <> all (${[...people]}::bigint[])`.execute(tx)
  await sql`
    insert into activities.attendance (event_id, person_id)
    select ${event}::bigint, person from unnest(${[...people]}::bigint[]) as was (person)
    on conflict (tenant_id, event_id, person_id) do nothing`.execute(tx)
}

export async function isThere(tx: Tx, event: number): Promise<ReadonlySet<number>> {
  const rows = await tx.selectFrom('activities.attendance').select('person_id').where('event_id', '=', event).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

type Waiting = {
  readonly asked: number
  readonly returned: number
  readonly due: number
  readonly dueOn: string | null
}

/** What waits for the centre, to be mended by organisations of the reach, and to be asked for within a year. */
export async function countWaiting(
  db: ReadDb,
  { reach, rule, today }: { readonly reach: Reach; readonly rule: InHouseRule; readonly today: string },
): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select count(*) filter (where state = 'asked')::int as asked,
      count(*) filter (where state = 'returned' and "isOpen")::int as returned,
      count(*) filter (where state = 'none' and "isOpen" and "heldOn" > ${today}::date - 366)::int as due,
      min("dueOn") filter (where state = 'none' and "isOpen" and "heldOn" > ${today}::date - 366) as "dueOn"
    from (select coalesce(g.state, 'none') as state, e.held_on as "heldOn", ${dueOn(rule)} as "dueOn",
        coalesce(${dueOn(rule)} >= ${today}::date, true) as "isOpen"
      from activities.event e left join activities.attesting g on g.event_id = e.id
      where ${IN_HOUSE} and ${within(reach)}) waiting`.execute(db)
  return rows[0] ?? { asked: 0, returned: 0, due: 0, dueOn: null }
}
