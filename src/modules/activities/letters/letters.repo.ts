import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Quiet } from './quiet.contract.ts'
import { USUAL_QUIET } from './quiet.ts'

export type LetterKind =
  | 'invitation'
  | 'day_before'
  | 'hour_before'
  | 'changed'
  | 'cancelled'
  | 'feedback'
  | 'feedback_later'

/** How somebody can be told: the account to write to, what it wants, and when it is quiet for it. */
export type Recipient = {
  readonly person: number
  /** Null: they have none. */
  readonly account: number | null
  readonly hasAddress: boolean
  readonly invitations: boolean
  readonly dayBefore: boolean
  readonly hourBefore: boolean
  readonly feedback: boolean
  readonly quiet: Quiet
}

const QUIET = sql`json_build_object(
  'from', to_char(coalesce(t.from_time, q.from_time, ${USUAL_QUIET.from}::time), 'HH24:MI'),
  'until', to_char(coalesce(t.until_time, q.until_time, ${USUAL_QUIET.until}::time), 'HH24:MI'),
  'daysOff', coalesce(t.days_off, q.days_off, ${USUAL_QUIET.daysOff}))`

/** In the order of the people; of several accounts of somebody the one that has an address. */
export async function findRecipients(db: ReadDb, people: readonly number[]): Promise<Recipient[]> {
  if (people.length === 0) return []
  const { rows } = await sql<Recipient>`
    select p.person, a.account, coalesce(a.has_address, false) as "hasAddress",
      coalesce(t.invitations, true) as invitations, coalesce(t.day_before, true) as "dayBefore",
      coalesce(t.hour_before, true) as "hourBefore", coalesce(t.feedback, true) as feedback, ${QUIET} as quiet
    from unnest(${[...people]}::bigint[]) with ordinality as p (person, place)
    left join lateral (
      select g.account_id as account, a.email is not null as has_address
      from registry.grant_state g join identity.account a on a.id = g.account_id and a.disabled_at is null
      where g.person_id = p.person and g.in_force order by a.email is null, g.account_id limit 1
    ) a on true
    left join activities.telling t on t.account_id = a.account
    left join activities.quiet_hours q on true
    order by p.place`.execute(db)
  return rows
}

export async function findZone(db: ReadDb): Promise<string> {
  const { rows } = await sql<{ zone: string }>`
    select time_zone as zone from registry.district where id = platform.tenant()`.execute(db)
  return rows[0]?.zone ?? 'UTC'
}

export type NewLetter = {
  readonly account: number
  readonly dueAt: Date
  readonly once: string
  readonly begins: Date | null
}

type What = { readonly event: number; readonly kind: Exclude<LetterKind, 'invitation'> }

/** Reminders are written once; news anew, where the letter of the news before is gone already. */
export async function writeLetters(tx: Tx, { event, kind }: What, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return
  const rows = letters.map(({ account, dueAt, once, begins }) => ({ account, due: dueAt, once, begins }))
  const isNews = kind === 'changed' || kind === 'cancelled'
  await sql`
    insert into activities.letter as l (account_id, event_id, kind, once, begins_at, due_at)
    select x.account, ${event}, ${kind}, x.once, x.begins, x.due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (account bigint, due timestamptz, once text, begins timestamptz)
    on conflict (tenant_id, account_id, once) do update
      set state = 'due', due_at = excluded.due_at, tries = 0 where ${isNews} and l.state <> 'due'`.execute(tx)
}
