import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { pageOf } from '../../../../platform/db/listing.ts'
import type { Guest } from './guests.contract.ts'

type Page = { readonly page: number; readonly size: number }
type Found = { readonly items: Guest[]; readonly total: number; readonly counted: number | null }

export async function findGuests(db: ReadDb, event: number, page: Page): Promise<Found> {
  const { limit, offset } = pageOf(page)
  const [{ rows }, count] = await Promise.all([
    sql<Guest>`select id, name, organisation from activities.guest where event_id = ${event}
      order by name, id limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number; counted: number | null }>`select e.guests as counted,
      (select count(*)::int from activities.guest g where g.event_id = e.id) as total
      from activities.event e where e.id = ${event}`.execute(db),
  ])
  return { items: rows, total: count.rows[0]?.total ?? 0, counted: count.rows[0]?.counted ?? null }
}

/** The same name of the same organisation is one guest. */
export async function insertGuest(tx: Tx, event: number, { name, organisation }: Omit<Guest, 'id'>): Promise<Guest> {
  const { rows } = await sql<Guest>`
    insert into activities.guest (event_id, name, organisation) values (${event}, ${name}, ${organisation})
    on conflict (tenant_id, event_id, name, organisation) do update set name = excluded.name
    returning id, name, organisation`.execute(tx)
  const [guest] = rows
  if (guest === undefined) throw new Error(`guest of event ${event} is not there`)
  return guest
}

/** False where there was none. */
export async function deleteGuest(tx: Tx, event: number, id: number): Promise<boolean> {
  const done = await sql`delete from activities.guest where event_id = ${event} and id = ${id}`.execute(tx)
  return done.numAffectedRows === 1n
}

/** The number stays when the names are gone; taken back with the rest. */
export async function countGuests(tx: Tx, event: number, isHeld: boolean): Promise<void> {
  await sql`update activities.event e set guests = case when ${isHeld} then
    (select count(*) from activities.guest g where g.event_id = e.id) end where id = ${event}`.execute(tx)
}
