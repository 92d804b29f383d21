import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Language } from '../../../platform/messages.ts'
import type { EnrolmentState } from '../enrolment/enrolment.contract.ts'

export async function findFeed(db: ReadDb, account: number): Promise<{ readonly since: Date } | undefined> {
  return await db
    .selectFrom('activities.calendar_feed')
    .select('created_at as since')
    .where('account_id', '=', account)
    .executeTakeFirst()
}

/** In the place of the one there was. */
export async function writeFeed(tx: Tx, account: number, secretHash: Buffer): Promise<void> {
  await sql`
    insert into activities.calendar_feed (account_id, secret_hash) values (${account}, ${secretHash})
    on conflict (tenant_id, account_id) do update set secret_hash = excluded.secret_hash, created_at = now()`.execute(
    tx,
  )
}

export async function deleteFeed(tx: Tx, account: number): Promise<void> {
  await tx.deleteFrom('activities.calendar_feed').where('account_id', '=', account).execute()
}

type Reader = {
  readonly tenant: number
  readonly zone: string
  readonly language: Language | null
  readonly people: readonly number[]
}

/** Who may be shown under the secret, of any district; nobody where it was taken back or all their grants are over. */
export async function findReader(db: ReadDb, secretHash: Buffer): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select tenant, zone, language, to_json(people) as people from activities.calendar_of(${secretHash})`.execute(db)
  return rows[0]
}

export type OwnMeeting = {
  readonly event: number
  /** Null: the event has no meetings of its own. */
  readonly meeting: number | null
  readonly title: string
  readonly meetingTitle: string
  readonly firstOn: string
  readonly lastOn: string
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly isCancelled: boolean
  /** Null: they speak there and did not enrol. */
  readonly standing: EnrolmentState | null
  readonly speaks: boolean
  readonly place: string | null
  readonly link: string | null
  readonly changes: number
}

const LOOKED_BACK_DAYS = 92
const MOST = 1_000

/** Meetings of events they are enrolled for, wait for or speak at: those ahead, and of the last three months. */
export async function findOwnMeetings(db: ReadDb, people: readonly number[]): Promise<OwnMeeting[]> {
  const of = sql`${[...people]}::bigint[]`
  const { rows } = await sql<OwnMeeting>`
    with own as (
      select event_id, min(state) as standing, bool_or(speaks) as speaks, sum(version)::int as changes
      from (
        select event_id, state, false as speaks, version from activities.enrolment
        where person_id = any (${of}) and state not in ('declined', 'cancelled', 'left')
        union all
        select distinct event_id, null, true, 0 from activities.speaker where person_id = any (${of})
      ) o group by event_id
    )
    select e.id as event, m.id as meeting, e.title, coalesce(m.title, '') as "meetingTitle",
      e.held_on as "firstOn", coalesce(e.last_on, e.held_on) as "lastOn", m.starts_at as "startsAt", m.ends_at as "endsAt",
      e.state = 'cancelled' as "isCancelled", own.standing, own.speaks,
      coalesce(r.name || ', ' || h.name, e.place) as place, coalesce(m.link, e.link) as link,
      own.changes + e.version + coalesce(m.version, 0) as changes
    from own
    join activities.event e on e.id = own.event_id
    left join activities.meeting m on m.event_id = e.id
    left join activities.room r on r.id = m.room_id
    left join registry.organisation h on h.id = r.organisation_id
    where e.state <> 'draft' and coalesce(e.last_on, e.held_on) >= current_date - ${LOOKED_BACK_DAYS}::int
    order by e.held_on desc, m.starts_at desc, e.id, m.id limit ${MOST}`.execute(db)
  return rows
}
