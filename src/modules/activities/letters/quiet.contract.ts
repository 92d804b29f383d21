import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

/** `20:00`, at a full quarter of an hour. */
const Quarter = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/)

/** From an hour until an hour nobody is written to; the same hour twice: at any hour. */
export const QuietHours = z.strictObject({ from: Quarter, until: Quarter, daysOff: z.boolean() })
export type Quiet = z.infer<typeof QuietHours>

const DistrictQuietHours = QuietHours.extend({ version: z.int(), can: z.array(z.enum(['change'])) })

export const getQuietHours = endpoint({
  id: 'getQuietHours',
  method: 'get',
  path: '/api/district/quiet-hours',
  summary: 'When letters about events wait till morning in the district, unless somebody wants other hours',
  reply: DistrictQuietHours,
  versioned: true,
})

export const changeQuietHours = endpoint({
  id: 'changeQuietHours',
  method: 'put',
  path: '/api/district/quiet-hours',
  summary: 'Change when letters about events wait till morning; those that wait already stay as they are',
  body: QuietHours,
  reply: DistrictQuietHours,
  versioned: true,
})

const MyLetters = z.strictObject({
  /** Announcements of events; what concerns one's own enrolment comes in any case. */
  invitations: z.boolean(),
  dayBefore: z.boolean(),
  hourBefore: z.boolean(),
  /** A letter with questions about an event one was at; they are asked in Rost in any case. */
  feedback: z.boolean(),
  /** Null: as the district has it. */
  quiet: QuietHours.nullable(),
})
export type MyLetters = z.infer<typeof MyLetters>

const MyLettersReply = MyLetters.extend({
  district: QuietHours,
  /** Without an address nothing is written: it stands among the notifications. */
  hasAddress: z.boolean(),
})

export const getMyLetters = endpoint({
  id: 'getMyLetters',
  method: 'get',
  path: '/api/my/letters',
  summary: 'What one wants to be written of: invitations, reminders, and when not',
  reply: MyLettersReply,
})

export const changeMyLetters = endpoint({
  id: 'changeMyLetters',
  method: 'put',
  path: '/api/my/letters',
  summary: 'Say what one wants to be written of, and when not',
  body: MyLetters,
  reply: MyLettersReply,
})
