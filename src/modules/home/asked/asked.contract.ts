import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

const Asked = z.object({
  /** How many times anybody was asked, and how many of these were answered. */
  times: z.int(),
  answered: z.int(),
  /** Each counted once. */
  people: z.int(),
  /** As many as it was meant to take, had everybody answered. */
  minutes: z.int(),
})
export type Asked = z.infer<typeof Asked>

const Kind = z.object({ kind: z.string(), label: z.string(), minutes: z.int() })

/** Of twelve months, this one the last. */
const AskedOfPeople = z.object({
  version: z.int(),
  from: z.iso.date(),
  total: Asked,
  months: z.array(
    Asked.extend({
      /** `2026-11` */
      month: z.string(),
      kinds: z.array(Asked.extend({ kind: z.string() })),
    }),
  ),
  kinds: z.array(Kind),
  can: z.array(z.enum(['change'])),
})
export type AskedOfPeople = z.infer<typeof AskedOfPeople>

export const getAsked = endpoint({
  id: 'getAsked',
  method: 'get',
  path: '/api/asked',
  summary: 'What Rost asked of people within twelve months, by month and kind: of how many, and minutes meant',
  reply: AskedOfPeople,
  versioned: true,
})

export const changeAskedMinutes = endpoint({
  id: 'changeAskedMinutes',
  method: 'put',
  path: '/api/asked/minutes',
  summary: 'Say how many minutes each kind of what is asked is meant to take',
  body: z.strictObject({
    minutes: z.array(z.strictObject({ kind: z.string().max(60), minutes: z.int().min(0).max(240) })).max(50),
  }),
  reply: AskedOfPeople,
  versioned: true,
})

export const getMyAsked = endpoint({
  id: 'getMyAsked',
  method: 'get',
  path: '/api/my/asked',
  summary: 'The same of oneself: how many times within twelve months, and minutes meant',
  reply: Asked.omit({ people: true }),
})
