import { z } from 'zod'
import { endpoint, Id } from '../../../platform/contract.ts'
import { Attesting } from '../in-house/states.contract.ts'

const Suggestion = z.object({
  eventId: Id,
  title: z.string(),
  form: z.string(),
  startsOn: z.iso.date(),
  startsAt: z.iso.datetime().nullable(),
  place: z.string().nullable(),
  isOnline: z.boolean(),
  /** Null: as many as come; 0: one would wait in line. */
  seatsLeft: z.int().nullable(),
  byApproval: z.boolean(),
  /** Everything that speaks for it, in words, the weightiest first. */
  reasons: z.array(z.string()).min(1),
})
export type Suggestion = z.infer<typeof Suggestion>

export const listMySuggestions = endpoint({
  id: 'listMySuggestions',
  method: 'get',
  path: '/api/my/suggestions',
  summary: 'What fits one in the month ahead and why: announced, open to one, and at hours one is free',
  reply: z.object({
    items: z.array(Suggestion),
    /** So many more fit, behind the first ten. */
    more: z.int(),
    /** So many more would fit, if one had nothing else at these hours. */
    busy: z.int(),
  }),
})

export const listMyCredited = endpoint({
  id: 'listMyCredited',
  method: 'get',
  path: '/api/my/credited',
  summary:
    'What was credited to one within a year: learning and events that were held, with the document given for them',
  reply: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        on: z.iso.date(),
        hours: z.number().nullable(),
        document: z.object({ id: Id, number: z.string() }).nullable(),
        /** Of what one's organisation held for its own people: whether the centre said that it counts. */
        attesting: Attesting,
      }),
    ),
    /** Of all within the year, those without hours left out. */
    hours: z.number(),
    total: z.int(),
  }),
})
