import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Language } from '../../../platform/messages.ts'
import type { LetterKind } from './letters.repo.ts'

const AT_ONCE = 50

/** The next letters that are due are ours from here on; those of a server that stopped amid sending are never sent again. */
export async function claimLetters(tx: Tx): Promise<number[]> {
  await sql`update activities.letter set state = 'unsure'
    where state = 'sending' and tried_at < now() - interval '15 minutes'`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    with mine as (
      select tenant_id, id from activities.letter where state = 'due' and due_at <= now()
      order by due_at, id limit ${AT_ONCE} for update skip locked
    )
    update activities.letter l set state = 'sending', tries = tries + 1, tried_at = now()
    from mine where l.tenant_id = mine.tenant_id and l.id = mine.id returning l.id`.execute(tx)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

export type ReadyLetter = {
  readonly id: number
  readonly kind: LetterKind
  readonly email: string | null
  readonly language: Language | null
  readonly event: number
  readonly title: string
  readonly organiser: string
  /** Of the reminder, else when its next meeting begins; null: it has none. */
  readonly begins: Date | null
  readonly day: string
  readonly place: string | null
  readonly words: string
  readonly cancelledFor: string | null
  readonly zone: string
  /** What its reader is asked of the event; null: nothing. */
  readonly request: number | null
  /** Whether what it would say is still so, and still wanted. */
  readonly isWanted: boolean
}

/** Whoever gets another letter on this day is asked for feedback in Rost alone; of two such letters the first goes. */
const isWrittenTo = sql`exists (
  select from activities.letter o
  where o.account_id = l.account_id and o.id <> l.id
    and (o.state in ('sent', 'unsure') or o.state = 'sending' and (o.kind not in ('feedback', 'feedback_later') or o.id < l.id))
    and (o.tried_at at time zone d.time_zone)::date = (now() at time zone d.time_zone)::date)`

/** With all a letter says, as things stand now. */
export async function findLetter(db: ReadDb, id: number): Promise<ReadyLetter | undefined> {
  const { rows } = await sql<ReadyLetter>`
    select l.id, l.kind, a.email, a.language, e.id as event, e.title, o.name as organiser,
      coalesce(l.begins_at, m.starts_at) as begins, e.held_on as day,
      coalesce(r.name || ', ' || h.name, e.place) as place, coalesce(i.words, '') as words,
      e.cancelled_for as "cancelledFor", d.time_zone as zone,
      own.request, a.email is not null and a.disabled_at is null and case l.kind
        when 'invitation' then e.state = 'announced' and coalesce(m.starts_at > now(), e.held_on >= current_date)
          and coalesce(t.invitations, true) and not own.is_in
        when 'day_before' then e.state = 'announced' and own.comes and coalesce(t.day_before, true)
          and m.starts_at = l.begins_at and l.begins_at > now()
        when 'hour_before' then e.state = 'announced' and own.comes and coalesce(t.hour_before, true)
          and m.starts_at = l.begins_at and l.begins_at > now()
        when 'changed' then e.state = 'announced' and own.is_in
        when 'cancelled' then e.state = 'cancelled' and own.is_in
        else e.state = 'held' and own.request is not null and coalesce(t.feedback, true) and not ${isWrittenTo} end as "isWanted"
    from activities.letter l
    join identity.account a on a.id = l.account_id
    join activities.event e on e.id = l.event_id
    join registry.organisation o on o.id = e.organiser_id
    join registry.district d on d.id = l.tenant_id
    left join activities.invitation i on i.id = l.invitation_id
    left join activities.telling t on t.account_id = l.account_id
    left join lateral (
      select m.starts_at, m.room_id from activities.meeting m
      where m.event_id = e.id and m.starts_at = coalesce(l.begins_at, (
        select coalesce(min(n.starts_at) filter (where n.starts_at > now()), min(n.starts_at))
        from activities.meeting n where n.event_id = e.id))
      order by m.id limit 1
    ) m on true
    left join activities.room r on r.id = m.room_id
    left join registry.organisation h on h.id = r.organisation_id
    cross join lateral (
      select coalesce(bool_or(s.event_id is not null or n.state not in ('declined', 'cancelled', 'left')), false) as is_in,
        coalesce(bool_or(s.event_id is not null or n.state in ('enrolled', 'offered')), false) as comes,
        min(q.id) as request
      from registry.grant_state g
      left join activities.enrolment n on n.event_id = e.id and n.person_id = g.person_id
      left join activities.speaker s on s.event_id = e.id and s.person_id = g.person_id
      left join (activities.feedback_request q join activities.feedback_asking f
          on f.event_id = q.event_id and f.stage = q.stage)
        on q.event_id = e.id and q.person_id = g.person_id and q.state = 'asked'
        and q.stage = case l.kind when 'feedback' then 'end' when 'feedback_later' then 'later' end
        and f.closes_on >= (now() at time zone d.time_zone)::date
      where g.account_id = l.account_id and g.in_force and g.person_id is not null
    ) own
    where l.id = ${id}`.execute(db)
  return rows[0]
}

/** Unless it is due again meanwhile, for there is other news. */
export async function endLetter(tx: Tx, id: number, state: 'sent' | 'refused' | 'void'): Promise<void> {
  await sql`update activities.letter set state = ${state} where id = ${id} and state = 'sending'`.execute(tx)
}

/** Not taken by anybody: due again, twice as late each time, and given up in the end. */
export async function giveBackLetters(tx: Tx, ids: readonly number[], most: number): Promise<void> {
  await sql`update activities.letter
    set state = case when tries < ${most} then 'due' else 'refused' end,
      due_at = now() + make_interval(mins => (2 ^ least(tries, 6))::int)
    where id = any (${[...ids]}::bigint[]) and state = 'sending'`.execute(tx)
}
