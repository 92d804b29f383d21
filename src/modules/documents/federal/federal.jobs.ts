import { z } from 'zod'
import { accessMatrix } from '../../../access-matrix.ts'
import { rolesWith } from '../../../platform/access/access.ts'
import { today as dayIn } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/db.ts'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { notify } from '../../../platform/notifications.ts'
import type { Services } from '../../../platform/services.ts'
import { findRoleHolders } from '../../registry/index.ts'
import { countUrgent } from './due.service.ts'

export const remindOfFederal: JobDefinition<Record<string, never>> = {
  name: 'documents-remind-of-federal',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 600,
}

/** Before work begins. */
export const remindOfFederalHandler = ({ database }: Services): JobHandler =>
  jobHandler(remindOfFederal, () => remindHolders(database), '40 2 * * *')

/** Who tells the federal register hears that a term ends, once for each day it ends on. */
export async function remindHolders(database: Database): Promise<void> {
  const districts = await database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'time_zone as zone'])
    .orderBy('id')
    .execute()
  const holders = rolesWith(accessMatrix, 'document.federal', 'district')
  for (const { id, zone } of districts) {
    await database.write(id, async (tx) => {
      const { count, until } = await countUrgent(tx, dayIn(zone))
      if (until === null) return
      await notify(tx, await findRoleHolders(tx, holders), {
        ...{ kind: 'documents:federal_ending', link: '/documents/federal', once: `federal ${until}` },
        details: { count, day: until },
      })
    })
  }
}
