import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/db.ts'

type Joining = {
  readonly event: number
  readonly people: readonly number[]
  readonly joinedOn: string
  readonly reason: string
  readonly account: number | null
}

/** Of these people, who learns here or left. */
export async function findLearning(tx: Tx, event: number, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select person_id as person from activities.enrolment
    where event_id = ${event} and person_id = any (${[...people]}::bigint[]) and state in ('enrolled', 'left')`.execute(
    tx,
  )
  return rows.map(({ person }) => person)
}

/** Seats that are taken: who left gave theirs to nobody else. */
export async function countTaken(tx: Tx, event: number): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken from activities.enrolment
    where event_id = ${event} and state in ('enrolled', 'left')`.execute(tx)
  return rows[0]?.taken ?? 0
}

/** Gives them a seat from a day on, whoever was in line among them. Only behind the lock of the event. */
export async function insertJoined(tx: Tx, { event, people, joinedOn, reason, account }: Joining): Promise<void> {
  await sql`
    insert into activities.enrolment
      (event_id, person_id, organisation_id, state, place, nominated_by, approved_by, reason, joined_on)
    select ${event}, a.id, (select s.organisation_id from registry.person_span s
        where s.person_id = a.id and s.from_on <= ${joinedOn} and s.to_on >= ${joinedOn} limit 1),
      'enrolled', row_number() over (order by a.nth)
        + (select coalesce(max(place), 0) from activities.enrolment where event_id = ${event}),
      ${account}, ${account}, ${reason}, ${joinedOn}
    from unnest(${[...people]}::bigint[]) with ordinality as a (id, nth)
    on conflict (tenant_id, event_id, person_id) do update set state = 'enrolled', offered_until = null,
      nominated_by = excluded.nominated_by, approved_by = excluded.approved_by, reason = excluded.reason,
      joined_on = excluded.joined_on, ended_by = null, ended_for = null, changed_at = now(),
      version = enrolment.version + 1`.execute(tx)
}
