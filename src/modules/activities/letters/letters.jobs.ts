import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { sendLetters } from './letters.sending.ts'
import { remind } from './reminders.ts'

type Nothing = Record<string, never>

export const sendEventLetters: JobDefinition<Nothing> = {
  name: 'activities-send-letters',
  payload: z.strictObject({}),
  retryLimit: 0,
  expireInSeconds: 900,
}

/** Every minute: what waited for the morning goes when it comes. */
export const sendEventLettersHandler = (services: Services): JobHandler =>
  jobHandler(sendEventLetters, (_, signal) => sendLetters(services, signal), '* * * * *')

export const remindOfEvents: JobDefinition<Nothing> = {
  name: 'activities-remind',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 240,
}

export const remindOfEventsHandler = ({ database }: Services): JobHandler =>
  jobHandler(remindOfEvents, () => remind(database), '*/5 * * * *')
