import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../../platform/contract.ts'

const Meeting = z.object({ id: Id, title: z.string(), day: z.iso.date(), from: z.string(), until: z.string() })

/** As it is typed off a screen: blanks between the digits do no harm. */
const Code = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/\s/g, ''))
  .refine((digits) => /^\d{6}$/.test(digits), 'six_digits')

export const getPresenceCode = endpoint({
  id: 'getPresenceCode',
  method: 'get',
  path: '/api/events/{id}/presence-code',
  summary: 'The code of a meeting of today for its screen: another one each half minute',
  params: IdParams,
  /** Left out: the meeting of today that is nearest to now. */
  query: z.object({ meetingId: Id.optional() }),
  reply: z.object({
    title: z.string(),
    meeting: Meeting,
    /** All of today. */
    meetings: z.array(Meeting),
    code: z.string(),
    /** What the QR code leads to, and the page where the digits are typed. */
    address: z.string(),
    typedAt: z.string(),
    secondsLeft: z.int(),
    marked: z.int(),
    /** Of the event. */
    enrolled: z.int(),
  }),
})

const Presence = z.object({
  event: z.object({ id: Id, title: z.string() }),
  meeting: Meeting,
  /** Null: not marked yet. */
  markedAt: z.iso.datetime().nullable(),
  hasSeat: z.boolean(),
})
export type Presence = z.infer<typeof Presence>

export const getMyPresence = endpoint({
  id: 'getMyPresence',
  method: 'get',
  path: '/api/meetings/{id}/my-presence',
  summary: 'Which meeting it is, and whether one is marked',
  params: IdParams,
  reply: Presence,
})

export const markMyPresence = endpoint({
  id: 'markMyPresence',
  method: 'post',
  path: '/api/meetings/{id}/my-presence',
  summary: 'Say that one is here, by the code of the screen; said again it changes nothing',
  params: IdParams,
  body: z.strictObject({ code: Code }),
  reply: Presence,
})

export const typeMyPresence = endpoint({
  id: 'typeMyPresence',
  method: 'post',
  path: '/api/my/presence',
  summary: 'The same without a camera: the code tells which meeting of today it is',
  body: z.strictObject({ code: Code }),
  reply: Presence,
})
