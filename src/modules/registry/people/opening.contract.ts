import { z } from 'zod'
import { endpoint, IdParams } from '../../../platform/contract.ts'

/** What somebody opens closed matters of a person for. The person reads it. */
export const PURPOSES = ['pathway', 'check', 'document', 'request', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** `reason` in one's own words; needed where the purpose is another one. */
export const Opening = z.strictObject({
  purpose: z.enum(PURPOSES),
  reason: z.string().trim().max(300).default(''),
})
export type Opening = z.infer<typeof Opening>

export const openSnils = endpoint({
  id: 'openSnils',
  method: 'post',
  path: '/api/people/{id}/snils/open',
  summary: 'The СНИЛС of a person in full; who opened it and what for is noted, and the person sees it',
  params: IdParams,
  body: Opening,
  reply: z.object({ snils: z.string() }),
})
