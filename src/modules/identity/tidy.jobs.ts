import { sql } from 'kysely'
import { z } from 'zod'
import { type JobHandler, jobHandler } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'

export const tidyIdentity = {
  name: 'identity-tidy',
  payload: z.object({}),
  retryLimit: 1,
  expireInSeconds: 300,
}

const BY_NIGHT = '15 1 * * *'

/** Removes what has run out and says nothing of anybody: links, codes, challenges, buckets that are full again. */
export function tidyHandler(services: Services): JobHandler {
  return jobHandler(
    tidyIdentity,
    async () => {
      await services.database.write(null, async (tx) => {
        await sql`delete from identity.sign_in_link where expires_at < now() - interval '30 days'`.execute(tx)
        await sql`delete from identity.sign_in_code where expires_at < now() - interval '30 days'`.execute(tx)
        await sql`delete from identity.second_step where expires_at < now()`.execute(tx)
        await sql`delete from identity.spent_challenge where expires_at < now()`.execute(tx)
        await sql`delete from platform.rate_bucket where refilled_at < now() - interval '1 day'`.execute(tx)
      })
    },
    BY_NIGHT,
  )
}
