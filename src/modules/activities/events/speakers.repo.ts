import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Speaker } from './speakers.contract.ts'

export async function findSpeakers(db: ReadDb, event: number): Promise<Speaker[]> {
  const { rows } = await sql<Speaker>`
    select s.id, s.person_id as "personId", s.topic, s.meeting_id as "meetingId",
      coalesce(s.guest, concat_ws(' ', p.surname, p.given_name, p.patronymic)) as name
    from activities.speaker s left join registry.person p on p.id = s.person_id
    where s.event_id = ${event} order by s.id`.execute(db)
  return rows
}

type NewSpeaker = {
  readonly personId: number | null
  readonly guest: string | null
  readonly topic: string
  readonly meetingId: number | null
}

export async function insertSpeaker(tx: Tx, event: number, speaker: NewSpeaker): Promise<number> {
  const { personId, guest, topic, meetingId } = speaker
  const row = await tx
    .insertInto('activities.speaker')
    .values({ event_id: event, person_id: personId, guest, topic, meeting_id: meetingId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where the event has no such speaker. */
export async function deleteSpeaker(tx: Tx, event: number, id: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.speaker')
    .where('event_id', '=', event)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
