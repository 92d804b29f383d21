import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import { writeNews } from '../letters/letters.news.ts'
import { findAccountsOf } from './enrolment.repo.ts'

/** The card of an event, where one sees how one stands with it. */
export const pageOfEvent = (event: number): string => `/events/${event}`

type Happened =
  | 'nominated'
  | 'seat_given'
  | 'seat_offered'
  | 'offer_over'
  | 'line_joined'
  | 'enrolment_declined'
  | 'enrolment_withdrawn'
  | 'event_moved'
  | 'event_place'
  | 'event_cancelled'
  | 'run_joined'
  | 'run_left'
  | 'run_returned'
  | 'run_completed'
  | 'modules_completed'

type About = { readonly event: number; readonly day: string }

/** Tells people in their accounts what became of their enrolment; the title stands on the page they are led to. */
export async function tellPeople(
  tx: Tx,
  people: readonly number[],
  happened: Happened,
  { event, day }: About,
): Promise<void> {
  const accounts = [...(await findAccountsOf(tx, people)).values()].flat()
  const details = { event, day }
  await notify(tx, accounts, { kind: `activities:${happened}`, link: pageOfEvent(event), details })
}

const NEWS = { event_moved: 'changed', event_place: 'changed', event_cancelled: 'cancelled' } as const

/** Everybody who is in, or speaks: the event is at another time or place, or not at all. In Rost at once, and by a letter. */
export async function tellEnrolled(tx: Tx, about: About, happened: keyof typeof NEWS): Promise<void> {
  const { rows } = await sql<{ person: number }>`
    select person_id as person from activities.enrolment
    where event_id = ${about.event} and state not in ('declined', 'cancelled', 'left')
    union
    select person_id from activities.speaker where event_id = ${about.event} and person_id is not null`.execute(tx)
  const people = rows.map(({ person }) => person)
  await tellPeople(tx, people, happened, about)
  await writeNews(tx, about.event, NEWS[happened], people)
}
