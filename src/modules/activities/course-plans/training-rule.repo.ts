import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { TrainingRule } from './training-rule.contract.ts'

/** As the law has it: 273-ФЗ, ст. 47, ч. 5, п. 2; order of the ministry of 24.03.2025 № 266, clause 18. */
const OF_THE_LAW: TrainingRule = { months: 36, leastHours: 16 }

type Found = TrainingRule & { readonly version: number }

/** Version 1 where nobody has said anything yet. */
export async function findTrainingRule(db: ReadDb): Promise<Found> {
  const { rows } = await sql<Found>`
    select months, least_hours as "leastHours", version from activities.training_rule`.execute(db)
  return rows[0] ?? { ...OF_THE_LAW, version: 1 }
}

/** False when the version is another one by now. */
export async function writeTrainingRule(
  tx: Tx,
  version: number,
  { months, leastHours }: TrainingRule,
): Promise<boolean> {
  const added = await sql`
    insert into activities.training_rule (months, least_hours) select ${months}::int, ${leastHours}::int where ${version} = 1
    on conflict do nothing returning 1`.execute(tx)
  if (added.rows.length === 1) return true
  const changed = await sql`
    update activities.training_rule set months = ${months}, least_hours = ${leastHours}, version = version + 1
    where version = ${version}`.execute(tx)
  return changed.numAffectedRows === 1n
}
