import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'

export const tidyNotifications: JobDefinition<Record<string, never>> = {
  name: 'home-tidy-notifications',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 600,
}

const KEPT_MS = 90 * 24 * 3_600_000

/** In every district, what is older than 90 days goes, seen or not. */
export const tidyNotificationsHandler = ({ database }: Services): JobHandler =>
  jobHandler(
    tidyNotifications,
    async () => {
      const districts = await database.reader(null).selectFrom('registry.district').select('id').execute()
      const before = new Date(Date.now() - KEPT_MS)
      for (const { id } of districts) {
        await database.write(id, (tx) => tx.deleteFrom('platform.notification').where('at', '<', before).execute())
      }
    },
    '50 2 * * *',
  )
