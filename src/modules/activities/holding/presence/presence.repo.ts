import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { instant } from '../../../../platform/db/instant.ts'
import type { EventState } from '../../events/events.contract.ts'
import { ZONE } from '../../events/zone.ts'
import type { Presence } from './presence.contract.ts'

/** A meeting as somebody stands before its screen. */
export type Screen = {
  readonly meeting: Presence['meeting']
  readonly event: Presence['event']
  readonly state: EventState
  readonly walkIn: boolean
}

const SCREEN = sql`
  select json_build_object('id', m.id, 'title', m.title, 'day', to_char(m.starts_at at time zone ${ZONE}, 'YYYY-MM-DD'),
      'from', to_char(m.starts_at at time zone ${ZONE}, 'HH24:MI'),
      'until', to_char(m.ends_at at time zone ${ZONE}, 'HH24:MI')) as meeting,
    json_build_object('id', e.id, 'title', e.title) as event, e.state, coalesce(a.walk_in, false) as "walkIn"
  from activities.meeting m
  join activities.event e on e.id = m.event_id
  left join activities.admission a on a.event_id = e.id`

const BEGINS_ON = sql`(m.starts_at at time zone ${ZONE})::date`

export async function findScreen(db: ReadDb, meeting: number): Promise<Screen | undefined> {
  const { rows } = await sql<Screen>`${SCREEN} where m.id = ${meeting}`.execute(db)
  return rows[0]
}

/** Until the end of the transaction nobody says that the event was held or is called off; others may mark themselves. */
export async function holdScreen(tx: Tx, meeting: number): Promise<Screen | undefined> {
  const { rows } = await sql<Screen>`${SCREEN} where m.id = ${meeting} for share of e`.execute(tx)
  return rows[0]
}

/** Meetings that begin on a day, of what is announced; the one nearest to now first. */
export async function findScreensOn(db: ReadDb, day: string, event?: number): Promise<Screen[]> {
  const { rows } = await sql<Screen>`${SCREEN}
    where e.state = 'announced' and ${BEGINS_ON} = ${day}::date and (${event ?? null}::bigint is null or e.id = ${event ?? null})
    order by greatest(m.starts_at - now(), now() - m.ends_at, interval '0'), m.starts_at, m.id`.execute(db)
  return rows
}

export async function countMarked(db: ReadDb, meeting: number): Promise<{ marked: number; enrolled: number }> {
  const { rows } = await sql<{ marked: number; enrolled: number }>`
    select (select count(*)::int from activities.presence p where p.meeting_id = m.id) as marked,
      (select count(*)::int from activities.enrolment n where n.event_id = m.event_id and n.state = 'enrolled') as enrolled
    from activities.meeting m where m.id = ${meeting}`.execute(db)
  return rows[0] ?? { marked: 0, enrolled: 0 }
}

export type Standing = Pick<Presence, 'markedAt' | 'hasSeat'>

export async function findStanding(db: ReadDb, meeting: number, person: number): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select (select ${instant('p.marked_at')} from activities.presence p
        where p.meeting_id = m.id and p.person_id = ${person}) as "markedAt",
      exists (select from activities.enrolment n
        where n.event_id = m.event_id and n.person_id = ${person} and n.state = 'enrolled') as "hasSeat"
    from activities.meeting m where m.id = ${meeting}`.execute(db)
  return rows[0] ?? { markedAt: null, hasSeat: false }
}

export async function insertPresence(tx: Tx, meeting: number, person: number): Promise<void> {
  await sql`insert into activities.presence (meeting_id, person_id) values (${meeting}, ${person})
    on conflict (tenant_id, meeting_id, person_id) do nothing`.execute(tx)
}

export async function hasPresence(tx: Tx, meeting: number): Promise<boolean> {
  const { rows } = await sql`select from activities.presence where meeting_id = ${meeting} limit 1`.execute(tx)
  return rows.length > 0
}
