import { z } from 'zod'
import { Day, endpoint, IdParams } from '../../../../platform/contract.ts'

/** What may be missing about somebody who works here. */
export const MISSING = ['snils', 'experience', 'category', 'education', 'position', 'subject'] as const
export const Missing = z.enum(MISSING)
export type Missing = z.infer<typeof Missing>

/** How many pedagogues fall where; null as a key: not known. */
const Parts = z.array(z.object({ key: z.string().nullable(), people: z.int() }))

export const Staff = z.object({
  day: z.iso.date(),
  people: z.int(),
  pedagogues: z.int(),
  rates: z.number(),
  /** Of the pedagogues; a person counts once, by the main of the places of work here. */
  age: Parts,
  experience: Parts,
  category: Parts,
  education: Parts,
  /** Somebody with two subjects counts in both. */
  subject: Parts,
  missing: z.array(z.object({ what: Missing, people: z.int() })),
})
export type Staff = z.infer<typeof Staff>

export const getStaff = endpoint({
  id: 'getStaff',
  method: 'get',
  path: '/api/organisations/{id}/staff',
  summary: 'Who works here in numbers: age, experience, category, education, subjects, and what is missing',
  params: IdParams,
  query: z.object({ activeOn: Day.optional() }),
  reply: Staff,
})
