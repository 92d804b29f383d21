import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Stage } from './feedback.contract.ts'

type Days = { readonly from: string; readonly to: string }

/** Events of which people are asked, that were marked as held here, ended within these days, and were not asked about. */
export async function findUnasked(db: ReadDb, stage: Stage, { from, to }: Days): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.id from activities.event e
    where e.state = 'held' and e.closed_at is not null and e.asks_feedback
      and coalesce(e.last_on, e.held_on) between ${from}::date and ${to}::date
      and not exists (select from activities.feedback_asking q where q.event_id = e.id and q.stage = ${stage})
    order by e.id`.execute(db)
  return rows.map(({ id }) => id)
}

type NewAsking = {
  readonly event: number
  readonly stage: Stage
  readonly edition: number
  readonly askedOn: string
  readonly closesOn: string
}

export async function insertAsking(tx: Tx, { event, stage, edition, askedOn, closesOn }: NewAsking): Promise<void> {
  await sql`
    insert into activities.feedback_asking (event_id, stage, form_id, asked_on, closes_on)
    select ${event}, ${stage}, f.id, ${askedOn}, ${closesOn} from activities.feedback_form f
    where f.stage = ${stage} and f.edition = ${edition}
    on conflict (tenant_id, event_id, stage) do nothing`.execute(tx)
}

/** Somebody who was at an event that is being asked about, can be reached in Rost, and was not asked yet. */
export type ToAsk = {
  readonly event: number
  readonly stage: Stage
  readonly day: string
  readonly person: number
}

/** Who was asked at the end and would not answer is not asked later. */
export async function findToAsk(db: ReadDb, today: string): Promise<ToAsk[]> {
  const { rows } = await sql<ToAsk>`
    select q.event_id as event, q.stage, e.held_on as day, a.person_id as person
    from activities.feedback_asking q
    join activities.event e on e.id = q.event_id and e.state = 'held' and e.asks_feedback
    join activities.attendance a on a.event_id = q.event_id
    where q.closes_on >= ${today}
      and exists (select from registry.grant_state g
        join identity.account c on c.id = g.account_id and c.disabled_at is null
        where g.person_id = a.person_id and g.in_force)
      and not exists (select from activities.feedback_request r
        where r.event_id = q.event_id and r.person_id = a.person_id and (r.stage = q.stage or r.state = 'dismissed'))
    order by q.id, a.person_id`.execute(db)
  return rows
}

/** Undefined where they were asked meanwhile. */
export async function insertRequest(
  tx: Tx,
  { event, stage, person }: Omit<ToAsk, 'day'>,
  today: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    with new as (
      insert into activities.feedback_request (event_id, stage, person_id, asked_on)
      values (${event}, ${stage}, ${person}, ${today})
      on conflict (tenant_id, event_id, stage, person_id) do nothing returning id
    ), counted as (
      update activities.feedback_asking set asked = asked + 1
      where event_id = ${event} and stage = ${stage} and exists (select from new)
    )
    select id from new`.execute(tx)
  return rows[0]?.id
}

/** Undefined where nobody was asked of it. */
export async function findAskingOf(db: ReadDb, event: number, stage: Stage): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from activities.feedback_asking where event_id = ${event} and stage = ${stage}`.execute(db)
  return rows[0]?.id
}

export async function findWhoWasThere(db: ReadDb, event: number): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select person_id as person from activities.attendance where event_id = ${event} order by person_id`.execute(db)
  return rows.map(({ person }) => person)
}
