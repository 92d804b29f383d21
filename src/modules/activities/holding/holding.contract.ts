import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { Event } from '../events/events.contract.ts'

/** More than a hall holds. */
const MOST = 5_000

export const RollLine = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  /** Null before the event is held: they have a seat. */
  came: z.boolean().nullable(),
})
export type RollLine = z.infer<typeof RollLine>

export const listRoll = endpoint({
  id: 'listRoll',
  method: 'get',
  path: '/api/events/{id}/roll',
  summary:
    'Who has a seat at an event, to be marked; of one that was held also who came without one, and who did not come',
  params: IdParams,
  query: listQuery(['name', 'organisation'], {}),
  reply: listOf(RollLine),
})

export const holdEvent = endpoint({
  id: 'holdEvent',
  method: 'post',
  path: '/api/events/{id}/holding',
  summary: 'Say that an event was held: all with a seat were there but those absent, and others came too',
  params: IdParams,
  body: z.strictObject({
    absent: z.array(Id).max(MOST).default([]),
    others: z.array(Id).max(MOST).default([]),
  }),
  reply: Event,
  versioned: true,
})

export const reopenEvent = endpoint({
  id: 'reopenEvent',
  method: 'post',
  path: '/api/events/{id}/holding/undo',
  summary: 'Take back that an event was held, with who was there, to mark it anew',
  params: IdParams,
  reply: Event,
  versioned: true,
})
