import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** An event belongs to who organises it. */
export async function scopeOfEvent({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const event = await db
    .selectFrom('activities.event')
    .select('organiser_id')
    .where('id', '=', params.id)
    .executeTakeFirst()
  return event && { organisations: [event.organiser_id] }
}

/** For lists of what belongs to an event: of one nobody knows there is none, rather than an empty one. */
export async function refuseUnknownEvent(db: ReadDb, id: number): Promise<void> {
  if ((await scopeOfEvent({ db }, { params: { id } })) === undefined) throw new Refusal('not_found', 'not_found')
}

/** Everybody in the district may ask for it; whether a draft is shown is another matter. */
export async function scopeOfReading(asked: Asked, named: Named): Promise<Scope | undefined> {
  return (await scopeOfEvent(asked, named)) && 'district'
}
