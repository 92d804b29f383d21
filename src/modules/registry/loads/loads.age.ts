import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

/** When the last load was done whose rows stand in the district of the connection. */
export async function findLastLoad(db: ReadDb): Promise<Date | null> {
  const row = await db
    .selectFrom('registry.load')
    .select(sql<Date | null>`max(finished_at)`.as('at'))
    .where('state', '=', 'done')
    .where('undoes', 'is', null)
    .where(sql<boolean>`not exists (select from registry.load u where u.undoes = load.id and u.state = 'done')`)
    .executeTakeFirst()
  return row?.at ?? null
}
