import { sql } from 'kysely'
import { unique } from '../../../../test/harness/actors.ts'
import type { Services } from '../../../platform/services.ts'

type House = { readonly services: Services }

export type GivenEvent = {
  readonly organiser: number
  readonly seats?: number | null
  readonly state?: 'draft' | 'announced' | 'held' | 'cancelled'
  /** Days from today until its only meeting; it begins at 12:00 UTC. */
  readonly inDays?: number
  readonly quota?: number | null
  readonly byApproval?: boolean
  readonly title?: string
}

/** An event with one meeting of two hours. */
export async function addEvent(
  { services }: House,
  tenant: number,
  { organiser, seats = null, state = 'announced', inDays = 30, quota = null, byApproval = false, ...given }: GivenEvent,
): Promise<number> {
  const code = unique('e')
  return await services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      with kind as (
        insert into registry.classifier_value (kind, key, label) values ('event_kind', ${code}, 'семинар') returning id
      )
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level, state, seats)
      select ${code}, ${code}, ${given.title ?? `Семинар ${code}`}, kind.id, current_date + ${inDays}::int, ${organiser},
        'district', ${state}, ${seats}
      from kind returning id`.execute(tx)
    const event = rows[0]?.id ?? 0
    await sql`
      insert into activities.meeting (event_id, starts_at, ends_at)
      select ${event}, t, t + interval '2 hours'
      from (select (current_date + ${inDays}::int)::timestamp at time zone 'UTC' + interval '12 hours') as m (t)`.execute(
      tx,
    )
    await sql`insert into activities.admission (event_id, quota, by_approval) values (${event}, ${quota}, ${byApproval})`.execute(
      tx,
    )
    return event
  })
}

/** The day of the event is over; whatever was offered is offered no longer. */
export async function runOffersOut({ services }: House, tenant: number, event: number): Promise<void> {
  await services.database.write(tenant, (tx) =>
    sql`update activities.enrolment set offered_until = now() - interval '1 minute'
      where event_id = ${event} and state = 'offered'`.execute(tx),
  )
}
