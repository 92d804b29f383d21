import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { InHouseRule } from './rule.contract.ts'

/** Offered to whoever wants it: nothing obliges a district to have its in-house events attested. */
const OFFERED: InHouseRule = { required: false, evidence: true, withinDays: null, yearDays: null }

type Found = InHouseRule & { readonly version: number }

/** Version 1 where nobody has said anything yet. */
export async function findInHouseRule(db: ReadDb): Promise<Found> {
  const { rows } = await sql<Found>`
    select required, evidence, within_days as "withinDays", year_days as "yearDays", version
    from activities.in_house_rule`.execute(db)
  return rows[0] ?? { ...OFFERED, version: 1 }
}

/** False when the version is another one by now. */
export async function writeInHouseRule(
  tx: Tx,
  version: number,
  { required, evidence, withinDays, yearDays }: InHouseRule,
): Promise<boolean> {
  const added = await sql`
    insert into activities.in_house_rule (required, evidence, within_days, year_days)
    select ${required}::boolean, ${evidence}::boolean, ${withinDays}::int, ${yearDays}::int where ${version} = 1
    on conflict do nothing returning 1`.execute(tx)
  if (added.rows.length === 1) return true
  const changed = await sql`
    update activities.in_house_rule set required = ${required}, evidence = ${evidence}, within_days = ${withinDays},
      year_days = ${yearDays}, version = version + 1
    where version = ${version}`.execute(tx)
  return changed.numAffectedRows === 1n
}
