import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { MyLetters, Quiet } from './quiet.contract.ts'
import { USUAL_QUIET } from './quiet.ts'

const hours = (from: string, until: string, daysOff: string) => sql`json_build_object(
  'from', to_char(${sql.ref(from)}, 'HH24:MI'), 'until', to_char(${sql.ref(until)}, 'HH24:MI'), 'daysOff', ${sql.ref(daysOff)})`

/** 1 where nobody has said anything yet. */
export async function findQuiet(db: ReadDb): Promise<{ readonly quiet: Quiet; readonly version: number }> {
  const { rows } = await sql<{ quiet: Quiet; version: number }>`
    select ${hours('q.from_time', 'q.until_time', 'q.days_off')} as quiet, version
    from activities.quiet_hours q`.execute(db)
  return rows[0] ?? { quiet: USUAL_QUIET, version: 1 }
}

/** False when the version is another one by now. */
export async function writeQuiet(tx: Tx, version: number, { from, until, daysOff }: Quiet): Promise<boolean> {
  const { rows } = await sql`
    insert into activities.quiet_hours as q (from_time, until_time, days_off)
    select ${from}::time, ${until}::time, ${daysOff} where ${version} = 1
    on conflict do nothing returning 1`.execute(tx)
  if (rows.length === 1) return true
  const changed = await sql`
    update activities.quiet_hours set from_time = ${from}::time, until_time = ${until}::time, days_off = ${daysOff},
      version = version + 1 where version = ${version}`.execute(tx)
  return changed.numAffectedRows === 1n
}

const USUAL: MyLetters = { invitations: true, dayBefore: true, hourBefore: true, feedback: true, quiet: null }

type Own = MyLetters & { readonly hasAddress: boolean }

export async function findMyLetters(db: ReadDb, account: number): Promise<Own> {
  const { rows } = await sql<{ own: MyLetters | null; hasAddress: boolean }>`
    select case when t.account_id is not null then json_build_object('invitations', t.invitations,
        'dayBefore', t.day_before, 'hourBefore', t.hour_before, 'feedback', t.feedback,
        'quiet', case when t.days_off is not null then ${hours('t.from_time', 't.until_time', 't.days_off')} end) end as own,
      a.email is not null as "hasAddress"
    from identity.account a left join activities.telling t on t.account_id = a.id where a.id = ${account}`.execute(db)
  const { own = null, hasAddress = false } = rows[0] ?? {}
  return { ...(own ?? USUAL), hasAddress }
}

export async function writeMyLetters(tx: Tx, account: number, letters: MyLetters): Promise<void> {
  const { invitations, dayBefore, hourBefore, feedback, quiet } = letters
  await sql`
    insert into activities.telling as t
      (account_id, invitations, day_before, hour_before, feedback, from_time, until_time, days_off)
    values (${account}, ${invitations}, ${dayBefore}, ${hourBefore}, ${feedback}, ${quiet?.from ?? null}::time,
      ${quiet?.until ?? null}::time, ${quiet?.daysOff ?? null}::boolean)
    on conflict (tenant_id, account_id) do update set invitations = excluded.invitations,
      day_before = excluded.day_before, hour_before = excluded.hour_before, feedback = excluded.feedback, from_time = excluded.from_time,
      until_time = excluded.until_time, days_off = excluded.days_off`.execute(tx)
}
