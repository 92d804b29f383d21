import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Meeting, NewMeeting } from './meetings.contract.ts'
import { ZONE } from './zone.ts'

const MEETINGS = sql`
  select m.id, m.version, m.title, to_char(m.starts_at at time zone ${ZONE}, 'YYYY-MM-DD') as day,
    to_char(m.starts_at at time zone ${ZONE}, 'HH24:MI') as from, to_char(m.ends_at at time zone ${ZONE}, 'HH24:MI') as until,
    case when r.id is not null then json_build_object('id', r.id, 'name', r.name, 'organisationId', o.id,
      'organisation', o.name) end as room, m.link
  from activities.meeting m
  left join activities.room r on r.id = m.room_id
  left join registry.organisation o on o.id = r.organisation_id`

export async function findMeetings(db: ReadDb, event: number): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`${MEETINGS} where m.event_id = ${event} order by m.starts_at, m.id`.execute(db)
  return rows
}

export async function findMeeting(db: ReadDb, event: number, id: number): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`${MEETINGS} where m.event_id = ${event} and m.id = ${id}`.execute(db)
  return rows[0]
}

const moment = (day: string, time: string): RawBuilder<Date> =>
  sql<Date>`((${day}::date + ${time}::time) at time zone ${ZONE})`

const columnsOf = ({ title, day, from, until, roomId, link }: NewMeeting) => ({
  ...{ title, room_id: roomId, link, starts_at: moment(day, from), ends_at: moment(day, until) },
})

export async function insertMeeting(tx: Tx, event: number, meeting: NewMeeting): Promise<number> {
  const row = await tx
    .insertInto('activities.meeting')
    .values({ event_id: event, ...columnsOf(meeting) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. */
export async function updateMeeting(tx: Tx, id: number, version: number, meeting: NewMeeting): Promise<boolean> {
  const done = await tx
    .updateTable('activities.meeting')
    .set({ ...columnsOf(meeting), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteMeeting(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.meeting')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** All meetings of the event by so many days, at the hours they had. */
export async function moveMeetings(tx: Tx, event: number, days: number): Promise<void> {
  const moved = (column: string) =>
    sql<Date>`((${sql.ref(column)} at time zone ${ZONE}) + make_interval(days => ${days})) at time zone ${ZONE}`
  await tx
    .updateTable('activities.meeting')
    .set({ starts_at: moved('starts_at'), ends_at: moved('ends_at'), version: sql`version + 1` })
    .where('event_id', '=', event)
    .execute()
}
