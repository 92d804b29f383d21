import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { asOutage } from '../../../platform/outage.ts'
import type { Services } from '../../../platform/services.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { takeUploads, UploadLost } from './load.taking.ts'
import { failLoad } from './loads.repo.ts'
import { tidyLoads } from './loads.tidying.ts'

export const takeLoad = {
  name: 'registry-take-load',
  payload: z.strictObject({ tenant: z.int(), load: z.int() }),
  retryLimit: 10,
  expireInSeconds: 3_600,
  heartbeatSeconds: 20,
} satisfies JobDefinition<{ tenant: number; load: number }>

export const tidyLoadsNightly: JobDefinition<Record<string, never>> = {
  name: 'registry-tidy-loads',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 1_800,
}

/** One load after another. Broken off (killed, stopped, database away) it is tried again; anything else fails it. */
export function takeLoadHandler(services: Services, sheets: readonly SheetDeclaration[]): JobHandler {
  return jobHandler(takeLoad, async (job, signal) => {
    try {
      await takeUploads(services, sheets, job, signal)
    } catch (error) {
      if (signal.aborted || asOutage(error) !== undefined) throw error
      services.log.error({ err: error, load: job.load }, 'a load failed')
      const fault = error instanceof UploadLost ? 'upload_lost' : 'internal'
      await services.database.write(job.tenant, (tx) => failLoad(tx, job.load, fault))
    }
  })
}

export const tidyLoadsHandler = (services: Services): JobHandler =>
  jobHandler(tidyLoadsNightly, () => tidyLoads(services), '40 2 * * *')
