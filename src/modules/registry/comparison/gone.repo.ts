import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { GoneDecision } from './gone.contract.ts'

type Decided = {
  readonly employment: number
  readonly sheet: number
  readonly code: string
  readonly version: number | null
}

/** Keeps one decision for each of the places of work, in place of what was planned for it. */
export async function insertDecisions(
  tx: Tx,
  load: number,
  places: readonly Decided[],
  decision: GoneDecision,
  account: number | null,
): Promise<void> {
  await sql`update registry.gone_decision set undone_at = now() where load_id = ${load} and undone_at is null
    and employment_id = any (${places.map(({ employment }) => employment)}::bigint[])`.execute(tx)
  const { on = null } = 'on' in decision ? decision : {}
  const until = decision.is === 'leave' ? decision.until : null
  const reason = decision.is === 'dismissed' ? decision.reason || null : null
  const organisation = decision.is === 'moved' ? decision.organisationId : null
  const leave = decision.is === 'leave' ? decision.leaveKindId : null
  await sql`insert into registry.gone_decision
      (load_id, employment_id, sheet, code, version, decision, on_day, until_day, reason, organisation_id, leave_kind_id, account_id)
    select ${load}, p.employment, p.sheet, p.code, p.version, ${decision.is}, ${on}::date, ${until}::date, ${reason},
      ${organisation}::bigint, ${leave}::bigint, ${account}::bigint
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (employment bigint, sheet int, code text, version int)`.execute(
    tx,
  )
}

type InForce = { readonly id: number; readonly employment: number }

/** Decisions of a load about these places of work that were not taken back. */
export async function findInForce(tx: Tx, load: number, employments: readonly number[]): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    select id, employment_id as employment from registry.gone_decision
    where load_id = ${load} and undone_at is null and employment_id = any (${[...employments]}::bigint[])
    order by id desc for update`.execute(tx)
  return rows
}

/** The changes a decision made, the latest first. */
export async function findRevisionsOf(tx: Tx, decision: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select r.id from registry.revision r where r.decision_id = ${decision} and r.undoes is null
      and not exists (select from registry.revision u where u.undoes = r.id) order by r.id desc`.execute(tx)
  return rows.map(({ id }) => id)
}

/** It is as if nobody had decided: what it kept for the load to be taken back goes, too. */
export async function forgetDecision(tx: Tx, id: number): Promise<void> {
  await sql`update registry.gone_decision set undone_at = now() where id = ${id}`.execute(tx)
  await sql`delete from registry.load_image where decision_id = ${id}`.execute(tx)
}

/** The state of a load; whoever would take it or take it back waits until the transaction ends. */
export async function holdLoad(tx: Tx, load: number): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    select case when exists (select from registry.load u where u.undoes = l.id and u.state <> 'failed') then 'undone'
      else l.state end as state
    from registry.load l where l.id = ${load} and l.comparison is not null for update`.execute(tx)
  return rows[0]?.state
}

export async function isLeaveKind(db: ReadDb, id: number): Promise<boolean> {
  const found = await db
    .selectFrom('registry.classifier_value')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'leave_kind')
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
