import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

/** Enabled accounts that hold one of these roles in the district today. */
export async function findRoleHolders(db: ReadDb, roles: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct a.id from registry.grant_state g join identity.account a on a.id = g.account_id
    where g.role = any (${[...roles]}::text[]) and g.in_force and a.disabled_at is null
    order by a.id`.execute(db)
  return rows.map(({ id }) => id)
}
