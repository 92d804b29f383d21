import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { askForFeedback } from './asking.ts'

export const askFeedback: JobDefinition<Record<string, never>> = {
  name: 'activities-ask-feedback',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 900,
}

export const askFeedbackHandler = ({ database }: Services): JobHandler =>
  jobHandler(askFeedback, () => askForFeedback(database), '*/15 * * * *')
