import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { ZONE } from '../events/zone.ts'

type Hours = { readonly day: string; readonly from: string; readonly until: string }

type Overlapping = {
  /** Which of the hours asked about, from 0. */
  readonly at: number
  readonly eventId: number
  readonly title: string
  readonly state: 'draft' | 'announced'
  readonly organiserId: number
  readonly roomId: number | null
  readonly audienceId: number | null
  readonly people: readonly number[]
}

/** Meetings of events that are ahead, but for one, which overlap the hours. */
export async function findOverlapping(
  db: ReadDb,
  hours: readonly Hours[],
  except: number | null,
): Promise<Overlapping[]> {
  const { rows } = await sql<Overlapping>`
    select (w.at - 1)::int as at, e.id as "eventId", e.title, e.state, e.organiser_id as "organiserId",
      m.room_id as "roomId", e.audience_id as "audienceId",
      to_json(array(select s.person_id from activities.speaker s where s.event_id = e.id and s.person_id is not null
        and coalesce(s.meeting_id, m.id) = m.id)) as people
    from (select h.at, (h.day + h.begins) at time zone ${ZONE} as begins, (h.day + h.ends) at time zone ${ZONE} as ends
      from unnest(${hours.map(({ day }) => day)}::date[], ${hours.map(({ from }) => from)}::time[],
        ${hours.map(({ until }) => until)}::time[]) with ordinality as h (day, begins, ends, at)) w
    -- No meeting is longer than a day: so far back the index has to be read.
    join activities.meeting m on m.starts_at < w.ends and m.starts_at > w.begins - interval '24 hours'
      and m.ends_at > w.begins
    join activities.event e on e.id = m.event_id
    where e.state in ('draft', 'announced') and e.id is distinct from ${except}::bigint
    order by w.at, m.starts_at, e.id limit 500`.execute(db)
  return rows
}

/** Schools with lessons in one shift, and in several: of the district, or the one organisation. */
export async function countSchools(
  db: ReadDb,
  day: string,
  organisation: number | null,
): Promise<{ single: number; double: number }> {
  const { rows } = await sql<{ single: number; double: number }>`
    select count(*) filter (where coalesce(o.shifts, 1) = 1)::int as single,
      count(*) filter (where o.shifts > 1)::int as double
    from registry.organisation o
    where o.type = 'school' and (o.active_until is null or o.active_until >= ${day})
      and (${organisation}::bigint is null or o.id = ${organisation}::bigint)`.execute(db)
  return rows[0] ?? { single: 0, double: 0 }
}
