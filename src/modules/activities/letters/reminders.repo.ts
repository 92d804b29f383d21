import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

/** Somebody who comes to a day of an event: its first meeting is what they are reminded of. */
export type Coming = {
  readonly event: number
  readonly person: number
  readonly begins: Date
  /** Since when they have known: whoever enrols an hour before needs no reminder of tomorrow. */
  readonly since: Date
}

/** Far enough for a reminder that is brought forward to before the longest holidays. */
const AHEAD_DAYS = 14

export async function findComing(db: ReadDb): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    with ahead as (
      select e.id as event, min(m.starts_at) as begins
      from activities.meeting m
      join activities.event e on e.id = m.event_id and e.state = 'announced'
      join registry.district d on d.id = e.tenant_id
      where m.starts_at > now() and m.starts_at < now() + make_interval(days => ${AHEAD_DAYS})
      group by e.id, (m.starts_at at time zone d.time_zone)::date
    )
    select a.event, n.person_id as person, a.begins, n.changed_at as since
    from ahead a join activities.enrolment n on n.event_id = a.event and n.state in ('enrolled', 'offered')
    union
    select a.event, s.person_id, a.begins, 'epoch'::timestamptz
    from ahead a join activities.speaker s on s.event_id = a.event and s.person_id is not null
      and not exists (select from activities.enrolment n where n.event_id = a.event and n.person_id = s.person_id
        and n.state in ('enrolled', 'offered'))
    order by event, person, begins`.execute(db)
  return rows
}
