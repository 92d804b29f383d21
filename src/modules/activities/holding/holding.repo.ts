import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { ZONE } from '../events/zone.ts'
import type { listRoll, RollLine } from './holding.contract.ts'
import { LENGTH, MINUTES } from './marks/minutes.ts'

type Query = NonNullable<(typeof listRoll)['$in']>['query']

const NAME = sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`
const SORTS = { name: NAME, organisation: sql`organisation_name` } as const

/** Those with a seat and those who were there, each once. */
export async function findRoll(
  db: ReadDb,
  event: { readonly id: number; readonly isHeld: boolean },
  query: Query,
): Promise<{ items: RollLine[]; total: number; presumed: number; minutes: number }> {
  const { limit, offset } = pageOf(query)
  const orders = (query.sort ?? ['name']).map((key) =>
    key.startsWith('-') ? sql`${SORTS[key.slice(1) as keyof typeof SORTS]} desc` : SORTS[key as keyof typeof SORTS],
  )
  const roll = sql`(
    select person_id, r.organisation_id, coalesce(r.has_seat, false) as has_seat, r.minutes,
      coalesce(r.presumed, false) as presumed, a.id is not null as came
    from ${rollOf(event.id)} r
    full join (select id, person_id from activities.attendance where event_id = ${event.id}) a using (person_id))`
  const lines = sql<RollLine>`
    select json_build_object('id', h.id, 'name', ${NAME}) as person,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
      r.has_seat as "hasSeat", r.minutes, r.presumed, case when ${event.isHeld} then r.came end as came, o.name as organisation_name
    from ${roll} r join registry.person h on h.id = r.person_id
    left join registry.organisation o on o.id = coalesce(r.organisation_id, (
      select s.organisation_id from registry.person_span s where s.person_id = h.id
      order by s.to_on desc limit 1))
    order by ${sql.join([...orders, sql`h.id`])} limit ${limit} offset ${offset}`
  const [{ rows }, count] = await Promise.all([
    lines.execute(db),
    sql<{ total: number; presumed: number; minutes: number }>`
      select count(*)::int as total, count(*) filter (where r.presumed)::int as presumed,
        (select t.minutes from ${markedOf(event.id)} t) as minutes from ${roll} r`.execute(db),
  ])
  return {
    items: rows.map(({ person, organisation, hasSeat, minutes, presumed, came }) => ({
      ...{ person, organisation, hasSeat, minutes, presumed, came },
    })),
    total: count.rows[0]?.total ?? 0,
    presumed: count.rows[0]?.presumed ?? 0,
    minutes: count.rows[0]?.minutes ?? 0,
  }
}

/**
 * Who is on the roll before the event is held: those with a seat, and who was marked at a meeting. Once anybody is marked,
 * attendance is presumed of who was there long enough. Meetings at which nobody was marked were not marked: they say nothing.
 * Who left a run is not presumed to have come to its end.
 */
export const rollOf = (event: number) => sql`(
  select person_id, n.organisation_id, n.person_id is not null as has_seat, p.minutes,
    n.state is distinct from 'left' and coalesce(p.minutes, 0) * 100 >= e.least_share * t.minutes as presumed
  from (select person_id, organisation_id, state, joined_on from activities.enrolment
    where event_id = ${event} and state in ('enrolled', 'left')) n
  full join (select p.person_id, sum(${MINUTES})::int as minutes
    from activities.presence p
    join activities.meeting m on m.id = p.meeting_id where m.event_id = ${event} group by 1) p using (person_id)
  cross join lateral ${markedOf(event, sql`n.joined_on`)} t join activities.event e on e.id = ${event}
  where n.state is distinct from 'left' or p.person_id is not null)`

/** Of the meeting `m`: it is of the day on which somebody joined the run, or later; null: they were there from the beginning. */
export const isSince = (joinedOn: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(${joinedOn} is null or (m.starts_at at time zone ${ZONE})::date >= ${joinedOn})`

/** How long all meetings together were at which anybody was marked, from a day on; 0 where nobody was. */
export const markedOf = (event: number, since: RawBuilder<unknown> = sql`null::date`) => sql`(
  select coalesce(sum(${LENGTH}), 0)::int as minutes from activities.meeting m
  where m.event_id = ${event} and ${isSince(since)}
    and exists (select from activities.presence p where p.meeting_id = m.id))`

/** Of these people, those who are not on the roll. */
export async function findOffRoll(tx: Tx, event: number, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${[...people]}::bigint[]) as asked (id)
    where not exists (select from ${rollOf(event)} r where r.person_id = asked.id)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** All who are presumed but the absent, and the others; answers with how many. Who a file brought already stays as it is. */
export async function insertAttendance(
  tx: Tx,
  event: number,
  { absent, others }: { readonly absent: readonly number[]; readonly others: readonly number[] },
): Promise<number> {
  const done = await sql`
    insert into activities.attendance (event_id, person_id)
    select ${event}::bigint, r.person_id from ${rollOf(event)} r
    where r.presumed and r.person_id <> all (${[...absent]}::bigint[])
    union select ${event}::bigint, other from unnest(${[...others]}::bigint[]) as o (other)
    on conflict (tenant_id, event_id, person_id) do nothing`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

/** What was marked here; what a file told stays. */
export async function deleteAttendance(tx: Tx, event: number): Promise<void> {
  await sql`delete from activities.attendance where event_id = ${event} and source_id is null`.execute(tx)
}
