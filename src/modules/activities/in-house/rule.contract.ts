import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

export const InHouseRule = z.strictObject({
  /** Whether only what is attested counts in the district; otherwise it is offered. */
  required: z.boolean(),
  /** Whether a link to what came of the event is needed to ask. */
  evidence: z.boolean(),
  /** Within so many days behind the event it may be asked; null: at any time. */
  withinDays: z.int().min(1).max(366).nullable(),
  /** And within so many days behind the year of the event. */
  yearDays: z.int().min(0).max(366).nullable(),
})
export type InHouseRule = z.infer<typeof InHouseRule>

const Reply = InHouseRule.extend({ version: z.int(), can: z.array(z.enum(['change'])) })

export const getInHouseRule = endpoint({
  id: 'getInHouseRule',
  method: 'get',
  path: '/api/district/in-house-rule',
  summary: 'Whether in-house events have to be attested by the centre, and until when that may be asked',
  reply: Reply,
  versioned: true,
})

export const changeInHouseRule = endpoint({
  id: 'changeInHouseRule',
  method: 'put',
  path: '/api/district/in-house-rule',
  summary: 'Change whether in-house events have to be attested, and until when that may be asked',
  body: InHouseRule,
  reply: Reply,
  versioned: true,
})
