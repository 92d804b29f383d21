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

/** Removes what has run out: sessions, links, browsers not seen for half a year, buckets that are full again. */
export function tidyHandler(services: Services): JobHandler {
  return jobHandler(
    tidyIdentity,
    async () => {
      await services.database.write(null, async (tx) => {
        await sql`delete from identity.session where expires_at < now() - interval '1 day'`.execute(tx)
        await sql`delete from identity.sign_in_link where expires_at < now() - interval '30 days'`.execute(tx)
        await sql`delete from identity.sign_in_code where expires_at < now() - interval '30 days'`.execute(tx)
        await sql`delete from identity.second_step where expires_at < now()`.execute(tx)
        await sql`delete from identity.known_device where last_used_at < now() - interval '180 days'`.execute(tx)
        await sql`delete from platform.rate_bucket where refilled_at < now() - interval '1 day'`.execute(tx)
      })
    },
    BY_NIGHT,
  )
}
