import { sql } from 'kysely'
import { z } from 'zod'
import { type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { appendJournal, byJob } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { endSessionsAndTokens } from '../../identity/index.ts'

export const signLeaversOut = {
  name: 'registry-sign-leavers-out',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 300,
}

const HOURLY = '35 * * * *'

/**
 * Ends sessions and tokens of accounts whose last role ended, with an employment above all. They reach nothing from the
 * very moment it ended (the actor is found anew for each request); this takes the open door away as well.
 */
export function signLeaversOutHandler({ database }: Services): JobHandler {
  return jobHandler(
    signLeaversOut,
    async () => {
      await database.write(null, async (tx) => {
        const { rows } = await sql<{ id: number }>`select registry.leavers() as id`.execute(tx)
        for (const { id } of rows) {
          await endSessionsAndTokens(tx, id)
          await appendJournal(tx, byJob(signLeaversOut.name, [{ kind: 'account', id }]))
        }
      })
    },
    HOURLY,
  )
}
