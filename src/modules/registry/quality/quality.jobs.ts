import { z } from 'zod'
import { today } from '../../../platform/clock.ts'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { keepQualityDay } from './quality.days.repo.ts'

export const keepQualityNightly: JobDefinition<Record<string, never>> = {
  name: 'registry-keep-quality',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 1_800,
}

/** Once a night, so that one sees later whether the records became better. */
export const keepQualityHandler = ({ database }: Services): JobHandler =>
  jobHandler(
    keepQualityNightly,
    async () => {
      const districts = await database
        .reader(null)
        .selectFrom('registry.district')
        .select(['id', 'time_zone'])
        .orderBy('id')
        .execute()
      for (const { id, time_zone } of districts) {
        await database.write(id, (tx) => keepQualityDay(tx, today(time_zone)))
      }
    },
    '10 20 * * *',
  )
