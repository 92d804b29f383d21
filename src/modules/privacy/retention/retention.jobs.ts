import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import type { Services } from '../../../platform/services.ts'
import { expire, RETENTION } from './retention.ts'

export const expireNightly: JobDefinition<Record<string, never>> = {
  name: RETENTION,
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 1_800,
}

export const expireHandler = (services: Services, data: readonly PersonalData[]): JobHandler =>
  jobHandler(expireNightly, () => expire(services, data), '20 2 * * *')
