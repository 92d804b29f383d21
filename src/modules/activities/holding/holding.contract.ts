import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { Event } from '../events/events.contract.ts'

/** More than a hall holds. */
const MOST = 5_000

export const RollLine = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  hasSeat: z.boolean(),
  /** As long as nobody says otherwise: who was there long enough, or where nobody was marked, who has a seat. */
  presumed: z.boolean(),
  /** Of all meetings they were marked at; null: of none. */
  minutes: z.int().nullable(),
  /** Null before the event is held. */
  came: z.boolean().nullable(),
})
export type RollLine = z.infer<typeof RollLine>

export const listRoll = endpoint({
  id: 'listRoll',
  method: 'get',
  path: '/api/events/{id}/roll',
  summary: 'Who has a seat at an event or was marked at it, to be told who was there; of one that was held, who was',
  params: IdParams,
  query: listQuery(['name', 'organisation'], {}),
  reply: listOf(RollLine).extend({
    presumed: z.int(),
    /** Of all meetings at which anybody was marked. */ minutes: z.int(),
  }),
})

export const holdEvent = endpoint({
  id: 'holdEvent',
  method: 'post',
  path: '/api/events/{id}/holding',
  summary: 'Say that an event was held: all who are presumed were there but those absent, and others came too',
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
