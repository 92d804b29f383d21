import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { appendJournal, type Noted } from '../../../platform/journal/journal.ts'
import { findRules } from '../sign-in-rules/rules.repo.ts'

export type Taken = Noted & {
  /** The id of the contract. */
  readonly action: string
  /** How many rows the file has; 1 where it has no rows. */
  readonly rows: number
}

type Asking = Pick<CommandContext, 'tx' | 'tenant' | 'actor' | 'note' | 'services' | 'requestId' | 'today'>

/**
 * Every file that leaves the house passes here, before it is made: it stands in the journal with its filter and its rows, and
 * counts towards what an account and the district may take away a day. Faults: 429 `too_much_exported`, noted too.
 */
export async function takeAway(context: Asking, { action, rows, ...object }: Taken): Promise<void> {
  context.note({ ...object, details: { ...object.details, rows } })
  // The operator has the database itself.
  const { account } = context.actor
  if (account === null) return
  const [used, rules] = [await count(context, account, rows), await findRules(context.tx)]
  const limits = [
    { what: 'exportsADay', used: used.exports, most: rules.exportsADay },
    { what: 'exportRowsADay', used: used.rows, most: rules.exportRowsADay },
    { what: 'districtExportsADay', used: used.districtExports, most: rules.districtExportsADay },
    { what: 'districtExportRowsADay', used: used.districtRows, most: rules.districtExportRowsADay },
  ] as const
  const passed = limits.find(({ used: now, most }) => now > most)
  if (passed === undefined) return
  const { details, people: _, ...same } = object
  await noteRefused(context, { ...same, details: { ...details, action, rows, limit: passed.what, most: passed.most } })
  throw new Refusal('too_many', 'too_much_exported', {
    retryAfter: used.wait,
    params: { most: passed.most, seconds: used.wait },
  })
}

type Used = {
  readonly exports: number
  readonly rows: number
  readonly districtExports: number
  readonly districtRows: number
  /** Seconds until the district's midnight. */
  readonly wait: number
}

/**
 * Adds this one. Its own row is held until the end of the command, so that two at once are counted both; what others are
 * taking at this moment is seen once they are done.
 */
async function count({ tx, today }: Asking, account: number, rows: number): Promise<Used> {
  await sql`insert into registry.export_use as u (on_day, account_id, exports, rows) values (${today}, ${account}, 1, ${rows})
    on conflict (tenant_id, on_day, account_id) do update set exports = u.exports + 1, rows = u.rows + excluded.rows`.execute(
    tx,
  )
  return await findUse(tx, account, today)
}

async function findUse(tx: Tx, account: number, today: string): Promise<Used> {
  const { rows } = await sql<Used>`
    select coalesce(sum(u.exports) filter (where u.account_id = ${account}), 0)::int as exports,
      coalesce(sum(u.rows) filter (where u.account_id = ${account}), 0)::float8 as rows,
      coalesce(sum(u.exports), 0)::int as "districtExports", coalesce(sum(u.rows), 0)::float8 as "districtRows",
      (select ceil(extract(epoch from (${today}::date + 1)::timestamp at time zone d.time_zone - now()))::int
        from registry.district d where d.id = platform.tenant()) as wait
    from registry.export_use u where u.on_day = ${today}`.execute(tx)
  const [used] = rows
  if (used === undefined) throw new Error('a sum is one row')
  return { ...used, wait: Math.max(1, used.wait) }
}

/** In a transaction of its own: that of the command goes with the refusal. */
async function noteRefused({ services, tenant, actor, requestId }: Asking, object: Noted): Promise<void> {
  await services.database.write(tenant, (tx) =>
    appendJournal(tx, { actor, requestId, action: 'export.refused', objects: [object] }),
  )
}
