import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from './jobs.ts'
import type { Services } from './services.ts'

export const tidyPlatform: JobDefinition<Record<string, never>> = {
  name: 'platform-tidy',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 600,
}

/** Answers kept for repeated POSTs go after a day. */
export const tidyHandler = ({ database }: Services): JobHandler =>
  jobHandler(
    tidyPlatform,
    async () => {
      await database.write(null, async (tx) => {
        const dayAgo = new Date(Date.now() - 24 * 3_600_000)
        await tx.deleteFrom('platform.kept_answer').where('created_at', '<', dayAgo).execute()
      })
    },
    '20 2 * * *',
  )
