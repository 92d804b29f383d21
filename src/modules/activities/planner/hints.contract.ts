import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../platform/contract.ts'
import { EVENT_LEVELS } from '../events/events.contract.ts'

const elsewhere = { eventId: Id, title: z.string().nullable() }

/** What whoever plans would rather know now; none of it forbids anything. */
const Hint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), ...elsewhere }),
  z.object({ kind: z.literal('speaker'), name: z.string(), ...elsewhere }),
  z.object({ kind: z.literal('audience'), ...elsewhere }),
  z.object({ kind: z.literal('day_off'), why: z.enum(['holiday', 'weekend', 'moved']) }),
  z.object({ kind: z.literal('seats'), has: z.int(), needs: z.int() }),
  z.object({ kind: z.literal('lessons'), until: z.string() }),
  z.object({ kind: z.literal('second_shift'), until: z.string(), schools: z.int() }),
])
export type PlanningHint = z.infer<typeof Hint>

const Time = z.iso.time({ precision: -1 })

export const listPlanningHints = endpoint({
  id: 'listPlanningHints',
  method: 'get',
  path: '/api/event-hints',
  summary: 'What would be in the way of a meeting that is about to be planned: rooms, audience, days off, lessons',
  query: z.object({
    day: Day,
    from: Time,
    until: Time,
    organiser: Id,
    level: z.enum(EVENT_LEVELS),
    room: Id.optional(),
    audience: Id.optional(),
    seats: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  reply: z.object({ items: z.array(Hint) }),
})

export const listEventHints = endpoint({
  id: 'listEventHints',
  method: 'get',
  path: '/api/events/{id}/hints',
  summary: 'What is in the way of the meetings of an event',
  params: IdParams,
  reply: z.object({ meetings: z.array(z.object({ meetingId: Id, items: z.array(Hint) })) }),
})
