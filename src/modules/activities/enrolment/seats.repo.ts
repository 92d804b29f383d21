import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import type { Gate } from './admission.repo.ts'

/** Ids of a list as PostgreSQL takes them. */
const idsOf = (ids: readonly number[]) => sql`${[...ids]}::bigint[]`

type Asking = {
  readonly people: readonly number[]
  /** Of which they are sent; null: where each mainly works on the day. */
  readonly organisation: number | null
  readonly today: string
  readonly state: 'asked' | 'waiting'
  readonly nominatedBy: number | null
  readonly approvedBy: number | null
  readonly reason: string
}

/** Who is new in the order, and how it was before them. */
export type Added = {
  readonly rows: readonly { readonly id: number; readonly place: number }[]
  readonly taken: number
  readonly waiting: number
}

/**
 * Puts people at the end of the order, in the order they are named; who is in already keeps the place. Only behind the lock of
 * the event.
 */
export async function insertEnrolments(tx: Tx, { event }: Gate, asking: Asking): Promise<Added> {
  const { people, organisation, today, state, nominatedBy, approvedBy, reason } = asking
  const { rows } = await sql<{ id: number | null; place: number; taken: number; waiting: number }>`
    with before as materialized (
      select coalesce(max(place), 0) as place, count(*) filter (where state in ('enrolled', 'offered'))::int as taken,
        count(*) filter (where state = 'waiting')::int as waiting
      from activities.enrolment where event_id = ${event}
    ), added as (
      insert into activities.enrolment
        (event_id, person_id, organisation_id, state, place, nominated_by, approved_by, reason)
      select ${event}, p.id, coalesce(${organisation}, (select s.organisation_id from registry.person_span s
          where s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today} limit 1)),
        ${state}, row_number() over (order by a.nth) + before.place, ${nominatedBy}, ${approvedBy}, ${reason}
      from unnest(${idsOf(people)}) with ordinality as a (id, nth)
      join registry.person p on p.id = a.id
      cross join before
      on conflict (tenant_id, event_id, person_id) do update set organisation_id = excluded.organisation_id,
        state = excluded.state, place = excluded.place, asked_at = now(), nominated_by = excluded.nominated_by,
        approved_by = excluded.approved_by, reason = excluded.reason, ended_by = null, ended_for = null,
        left_on = null, changed_at = now(), version = enrolment.version + 1
      where enrolment.state in ('declined', 'cancelled', 'left')
      returning id, place
    )
    select added.id, added.place, before.taken, before.waiting from before left join added on true
    order by added.place`.execute(tx)
  const added = rows.flatMap(({ id, place }) => (id === null ? [] : [{ id, place }]))
  return { rows: added, taken: rows[0]?.taken ?? 0, waiting: rows[0]?.waiting ?? 0 }
}

export type Seated = { readonly person: number; readonly state: 'enrolled' | 'offered' }

/**
 * Gives the free seats to the first in line, of each organisation no more than the event takes: at once to who has asked just
 * now, to the others as an offer, for they may have made other plans. Only behind the lock of the event.
 */
export async function giveSeats(tx: Tx, gate: Gate, asksNow: readonly number[]): Promise<Seated[]> {
  const { event, seats, quota, offerHours, begins } = gate
  const { rows } = await sql<Seated>`
    with held as (
      select organisation_id, count(*) as people from activities.enrolment
      where event_id = ${event} and state in ('enrolled', 'offered') group by 1
    ), line as (
      select e.id, e.place, e.organisation_id,
        coalesce(h.people, 0) + row_number() over (partition by e.organisation_id order by e.place) as nth
      from activities.enrolment e left join held h on h.organisation_id = e.organisation_id
      where e.event_id = ${event} and e.state = 'waiting'
    ), first as (
      select id from line where ${quota}::int is null or organisation_id is null or nth <= ${quota}::int
      order by place
      limit case when ${seats}::int is not null
        then greatest(0, ${seats}::int - (select coalesce(sum(people), 0) from held)) end
    )
    update activities.enrolment e set changed_at = now(), version = e.version + 1,
      state = case when e.id = any (${idsOf(asksNow)}) then 'enrolled' else 'offered' end,
      offered_until = case when e.id <> all (${idsOf(asksNow)})
        then least(now() + make_interval(hours => ${offerHours}), greatest(${begins}, now())) end
    from first where e.id = first.id
    returning e.person_id as person, e.state`.execute(tx)
  return rows
}

/** Who asked and is agreed to goes to the line, at the place they asked for. Returns whose state it was. */
export async function approveAsked(tx: Tx, ids: readonly number[], account: number | null): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update activities.enrolment set state = 'waiting', approved_by = ${account}, changed_at = now(), version = version + 1
    where id = any (${idsOf(ids)}) and state = 'asked' returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function declineAsked(tx: Tx, ids: readonly number[], reason: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update activities.enrolment set state = 'declined', ended_by = 'organisation', ended_for = ${reason},
      changed_at = now(), version = version + 1
    where id = any (${idsOf(ids)}) and state = 'asked' returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The offer became a seat; false where it had run out. */
export async function acceptOffered(tx: Tx, id: number): Promise<boolean> {
  const done = await sql`
    update activities.enrolment set state = 'enrolled', offered_until = null, changed_at = now(), version = version + 1
    where id = ${id} and state = 'offered' and offered_until > now()`.execute(tx)
  return done.numAffectedRows === 1n
}

type Ending = { readonly by: 'person' | 'organisation'; readonly reason: string | null }

/** Out of the order; false for who was out of it. */
export async function endEnrolment(tx: Tx, id: number, { by, reason }: Ending): Promise<boolean> {
  const done = await sql`
    update activities.enrolment set state = 'cancelled', offered_until = null, ended_by = ${by}, ended_for = ${reason},
      changed_at = now(), version = version + 1
    where id = ${id} and state not in ('declined', 'cancelled', 'left')`.execute(tx)
  return done.numAffectedRows === 1n
}

/** Offers of the event that nobody took in time end; returns of whom. */
export async function endOffers(tx: Tx, event: number): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    update activities.enrolment set state = 'cancelled', offered_until = null, ended_by = 'offer',
      changed_at = now(), version = version + 1
    where event_id = ${event} and state = 'offered' and offered_until <= now()
    returning person_id as person`.execute(tx)
  return rows.map(({ person }) => person)
}

/** Events with an offer that has run out. */
export async function findRunOut(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ event: number }>`
    select distinct event_id as event from activities.enrolment
    where state = 'offered' and offered_until <= now() order by 1`.execute(tx)
  return rows.map(({ event }) => event)
}
