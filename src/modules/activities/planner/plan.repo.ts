import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { seenBy } from '../events/events.repo.ts'
import { ZONE } from '../events/zone.ts'
import type { PlanEntry, PlanMonth } from './plan.contract.ts'

type Span = {
  readonly from: string
  readonly to: string
  readonly organiser: number | undefined
  /** Of whom drafts are shown. */
  readonly managed: Reach | undefined
}

/** Meetings of the span, and events that have no meeting yet on their first day. */
const taking = ({ from, to, organiser, managed }: Span): RawBuilder<unknown> => sql`
  (select m.event_id, m.starts_at at time zone ${ZONE} as starts, m.ends_at at time zone ${ZONE} as ends, m.room_id
    from activities.meeting m
    where m.starts_at >= ${from}::date at time zone ${ZONE} and m.starts_at < (${to}::date + 1) at time zone ${ZONE}
    union all
    select d.id, d.held_on, null, null from activities.event d
    where d.held_on between ${from} and ${to} and not exists (select from activities.meeting m where m.event_id = d.id)
  ) t
  join activities.event e on e.id = t.event_id and (${seenBy(managed)})
    and (${organiser ?? null}::bigint is null or e.organiser_id = ${organiser ?? null}::bigint)
  join registry.organisation o on o.id = e.organiser_id`

const MOST = 3000

export type PlanRow = PlanEntry & {
  readonly audience: string | null
  readonly responsible: string | null
  readonly speakers: readonly string[]
}

/** Day by day, by hour; what is without hours stands first. */
export async function findPlan(db: ReadDb, span: Span): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select to_char(t.starts, 'YYYY-MM-DD') as day, case when t.ends is not null then to_char(t.starts, 'HH24:MI') end as from,
      to_char(t.ends, 'HH24:MI') as until, e.id as "eventId", e.title, e.state, k.label as form, o.name as organiser,
      coalesce((select r.name || ', ' || h.name from activities.room r join registry.organisation h on h.id = r.organisation_id
        where r.id = t.room_id), e.place) as "where", a.label as audience,
      (select c.name from identity.account c where c.id = e.responsible) as responsible,
      to_json(array(select coalesce(s.guest, concat_ws(' ', p.surname, p.given_name, p.patronymic))
        from activities.speaker s left join registry.person p on p.id = s.person_id
        where s.event_id = e.id order by s.id)) as speakers
    from ${taking(span)}
    join registry.classifier_value k on k.id = e.kind_id
    left join registry.classifier_value a on a.id = e.audience_id
    order by t.starts::date, t.ends is not null, t.starts, e.id limit ${MOST}`.execute(db)
  return rows
}

/** By the month of each meeting; hours are those of events that begin in it. What was called off does not count. */
export async function countMonths(db: ReadDb, span: Span): Promise<PlanMonth[]> {
  const { rows } = await sql<PlanMonth>`
    select n.month, count(distinct p.id)::int as events, count(distinct p.id) filter (where p.state = 'draft')::int as drafts,
      count(distinct p.day)::int as days,
      coalesce(sum(p.hours) filter (where p.is_first), 0)::float8 as hours
    from generate_series(1, 12) as n (month)
    left join (
      select e.id, e.state, e.hours, t.starts::date as day, extract(month from t.starts)::int as month,
        row_number() over (partition by e.id order by t.starts) = 1 as is_first
      from ${taking(span)} where e.state <> 'cancelled') p on p.month = n.month
    group by n.month order by n.month`.execute(db)
  return rows
}
