import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { LOAD_LOCK } from '../exchange/load.run.ts'

/** Between a load's row and its lock; longer than that takes anywhere. */
const GRACE = '10 seconds'

/**
 * Marks the loads of the district that were broken off for good, and answers with how many. While nobody holds or
 * awaits the district's lock no load of it is under way; what then is neither done nor failed was killed. Loads of
 * uploads, of mended rows and those that take others back are left to their jobs, which take them up again. One that after all was only slow ends as done.
 */
export async function closeBrokenLoads(tx: Tx, now = new Date()): Promise<number> {
  const closed = await sql`
    update registry.load l set state = 'failed', fault = 'interrupted', finished_at = ${now}
    where l.state not in ('compared', 'dropped', 'done', 'failed') and l.mends is null and l.undoes is null and l.created_at < ${now}::timestamptz - ${GRACE}::interval
      and not exists (select from registry.upload u where u.tenant_id = l.tenant_id and u.load_id = l.id)
      and not exists (
        select from pg_locks k
        where k.locktype = 'advisory' and k.classid = ${LOAD_LOCK}::oid and k.objid = l.tenant_id::oid
          and k.database = (select oid from pg_database where datname = current_database()))`.execute(tx)
  return Number(closed.numAffectedRows ?? 0n)
}
