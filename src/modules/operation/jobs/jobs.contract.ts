import { z } from 'zod'
import { endpoint, listOf, listQuery } from '../../../platform/contract.ts'

/** `failed`: tried as often as it may be; `dropped`: not needed any more. */
export const JOB_STATES = ['running', 'waiting', 'failed', 'done', 'dropped'] as const

export const Job = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(JOB_STATES),
  /** Of the chosen district; otherwise of the house. */
  isOurs: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When it is to be tried (waiting), was last begun (running), or ended. */
  at: z.iso.datetime(),
  /** How often it was begun, and how often it may be. */
  tries: z.int(),
  mostTries: z.int(),
  /** What the last try ended with, in the words of the program, without numbers and addresses. */
  reason: z.string().nullable(),
  /** The load it works on. */
  loadId: z.int().nullable(),
  can: z.array(z.enum(['retry'])),
})
export type Job = z.infer<typeof Job>

export const listJobs = endpoint({
  id: 'listJobs',
  method: 'get',
  path: '/api/jobs',
  summary: 'What the server does by itself: running, waiting, failed with the reason, done in the last week',
  query: listQuery(['at'], { state: z.enum(JOB_STATES).optional() }).omit({ sort: true }),
  reply: listOf(Job).extend({
    /** How many of each state there are, whatever is asked for. */
    counts: z.record(z.enum(JOB_STATES), z.int()),
  }),
})

export const retryJob = endpoint({
  id: 'retryJob',
  method: 'post',
  path: '/api/jobs/{id}/retry',
  summary: 'Try a job that failed once more',
  params: z.strictObject({ id: z.uuid() }),
  reply: Job,
})
