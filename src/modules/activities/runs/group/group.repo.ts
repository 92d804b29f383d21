import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { pageOf } from '../../../../platform/db/listing.ts'
import { ZONE } from '../../events/zone.ts'
import { isSince, markedOf } from '../../holding/holding.repo.ts'
import { LENGTH, MINUTES } from '../../holding/marks/minutes.ts'
import { ELECTIVES_TAKEN, RUN_MODULES } from '../../programmes/run-modules.repo.ts'
import { LACKS_CHOICE } from '../electives/electives.repo.ts'
import type { Learner, listLearners, Run } from './group.contract.ts'

type Planned = Pick<Run, 'event' | 'programme' | 'modules' | 'leastShare' | 'meetings'>

/** The programme of an event with its meetings; undefined where it runs none. */
export async function findRun(db: ReadDb, event: number): Promise<Planned | undefined> {
  const { rows } = await sql<Planned>`
    select json_build_object('id', e.id, 'title', e.title, 'state', e.state, 'heldOn', e.held_on) as event,
      json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'form', p.form, 'hours', p.hours::float8, 'electives', ${ELECTIVES_TAKEN}) as programme,
      ${RUN_MODULES} as modules,
      e.least_share as "leastShare",
      to_json(array(select json_build_object('id', m.id, 'title', m.title,
          'day', to_char(m.starts_at at time zone ${ZONE}, 'YYYY-MM-DD'),
          'from', to_char(m.starts_at at time zone ${ZONE}, 'HH24:MI'),
          'until', to_char(m.ends_at at time zone ${ZONE}, 'HH24:MI'), 'length', ${LENGTH},
          'isMarked', exists (select from activities.presence x where x.meeting_id = m.id))
        from activities.meeting m where m.event_id = e.id order by m.starts_at, m.id)) as meetings
    from activities.event e join activities.programme p on p.id = e.programme_id
    where e.id = ${event}`.execute(db)
  return rows[0]
}

/** All who have a seat or left; `came` is whether they were at any meeting, whatever for how long. */
const groupOf = (event: number) => sql`(
  select n.person_id, n.organisation_id, ${LACKS_CHOICE} as unchosen, n.left_on, n.ended_for as left_for, n.joined_on,
    t.minutes as marked, e.state as event_state,
    coalesce(s.minutes, 0) as minutes, s.person_id is not null as came,
    greatest(0, ceil(e.least_share * t.minutes / 100.0)::int - coalesce(s.minutes, 0)) as lacking,
    case when n.state = 'left' then 'left'
      when e.state = 'held' and a.id is not null then 'ended'
      when e.state = 'held' then 'unended'
      when s.person_id is not null then 'learning'
      when t.minutes > 0 then 'absent'
      else 'expected' end as standing
  from activities.enrolment n
  join activities.event e on e.id = n.event_id
  left join activities.programme p on p.id = e.programme_id
  cross join lateral ${markedOf(event, sql`n.joined_on`)} t
  left join (select p.person_id, sum(${MINUTES})::int as minutes from activities.presence p
    join activities.meeting m on m.id = p.meeting_id
    join activities.enrolment w on w.event_id = m.event_id and w.person_id = p.person_id
    where m.event_id = ${event} and ${isSince(sql`w.joined_on`)} group by 1) s on s.person_id = n.person_id
  left join activities.attendance a on a.event_id = n.event_id and a.person_id = n.person_id
  where n.event_id = ${event} and n.state in ('enrolled', 'left'))`

type Counts = Pick<Run, 'joined' | 'enrolled' | 'began' | 'left' | 'ended' | 'kept' | 'strangers'> & {
  /** Closed here, and no documents were given with it. */
  readonly isReopenable: boolean
}

export async function countGroup(db: ReadDb, event: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(g.person_id)::int as enrolled,
      case when t.minutes > 0 then count(*) filter (where g.came)::int end as began,
      count(*) filter (where g.standing = 'left')::int as left,
      case when e.state = 'held' then count(*) filter (where g.standing = 'ended')::int end as ended,
      case when t.minutes > 0 then count(*) filter (where g.came and g.standing in ('learning', 'ended'))::int end as kept,
      (select count(distinct p.person_id)::int from activities.presence p
        join activities.meeting m on m.id = p.meeting_id and m.event_id = e.id
        where not exists (select from activities.enrolment n where n.event_id = e.id and n.person_id = p.person_id
          and n.state in ('enrolled', 'left'))) as strangers,
      to_json(array(select distinct n.joined_on from activities.enrolment n where n.event_id = e.id
        and n.joined_on is not null and n.state in ('enrolled', 'left') order by 1)) as joined,
      exists (select from activities.run_closing c where c.event_id = e.id and c.batch_id is null) as "isReopenable"
    from activities.event e cross join ${markedOf(event)} t left join ${groupOf(event)} g on true
    where e.id = ${event} group by e.id, e.state, t.minutes`.execute(db)
  const [counts] = rows
  if (counts === undefined) throw new Error('the run was there a moment ago')
  return counts
}

const SORTS = {
  name: sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`,
  organisation: sql`o.name`,
  share: sql`g.minutes`,
} as const

type Query = Partial<NonNullable<(typeof listLearners)['$in']>['query']> & { readonly person?: number }
export type StoredLearner = Omit<Learner, 'can'>

/** Pages of the group, or one of it. */
export async function findLearners(
  db: ReadDb,
  event: number,
  { page = 1, size = 50, sort = ['name'], standing, lacking, unchosen, person }: Query,
): Promise<{ items: StoredLearner[]; total: number }> {
  const { limit, offset } = pageOf({ page, size })
  const where = sql.join(
    [
      sql`true`,
      ...(standing === undefined ? [] : [sql`g.standing = any (${standing}::text[])`]),
      ...(lacking === undefined ? [] : [sql`g.lacking > 0 and g.standing <> 'left'`]),
      ...(unchosen === undefined ? [] : [sql`g.unchosen`]),
      ...(person === undefined ? [] : [sql`g.person_id = ${person}`]),
    ],
    sql` and `,
  )
  const orders = sort.map((key) =>
    key.startsWith('-') ? sql`${SORTS[key.slice(1) as keyof typeof SORTS]} desc` : SORTS[key as keyof typeof SORTS],
  )
  const [{ rows }, count] = await Promise.all([
    sql<StoredLearner>`
      select json_build_object('id', h.id, 'name', ${SORTS.name}) as person,
        case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
        g.standing, g.joined_on as "joinedOn", g.left_on as "leftOn", case when g.standing = 'left' then g.left_for end as "leftFor",
        case when g.marked > 0 then g.minutes end as minutes,
        case when g.marked > 0 then least(100, g.minutes * 100 / g.marked) end as share,
        case when g.standing = 'left' then 0 else g.lacking end as lacking,
        to_json(array(select json_build_object('meetingId', m.id, 'minutes', ${MINUTES})
          from activities.presence p join activities.meeting m on m.id = p.meeting_id and m.event_id = ${event}
          where p.person_id = g.person_id order by m.starts_at, m.id)) as stays,
        to_json(array(select json_build_object('id', o.id, 'title', o.title) from activities.module_choice c
          join activities.programme_module o on o.id = c.module_id
          where c.event_id = ${event} and c.person_id = g.person_id order by o.place)) as chosen
      from ${groupOf(event)} g
      join registry.person h on h.id = g.person_id
      left join registry.organisation o on o.id = g.organisation_id
      where ${where} order by ${sql.join([...orders, sql`h.id`])} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${groupOf(event)} g where ${where}`.execute(db),
  ])
  return { items: rows, total: count.rows[0]?.total ?? 0 }
}

/** False for who has no seat, or left already. */
export async function writeLeaving(
  tx: Tx,
  { event, person }: { readonly event: number; readonly person: number },
  { leftOn, reason }: { readonly leftOn: string; readonly reason: string },
): Promise<boolean> {
  const done = await sql`
    update activities.enrolment set state = 'left', left_on = ${leftOn}, ended_for = ${reason}, changed_at = now(),
      version = version + 1
    where event_id = ${event} and person_id = ${person} and state = 'enrolled'`.execute(tx)
  return done.numAffectedRows === 1n
}

/** They have their seat again; false for who had not left. */
export async function undoLeaving(
  tx: Tx,
  { event, person }: { readonly event: number; readonly person: number },
): Promise<boolean> {
  const done = await sql`
    update activities.enrolment set state = 'enrolled', left_on = null, ended_for = null, changed_at = now(),
      version = version + 1
    where event_id = ${event} and person_id = ${person} and state = 'left'`.execute(tx)
  return done.numAffectedRows === 1n
}
