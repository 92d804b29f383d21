import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, Nothing } from '../../../platform/contract.ts'

export const LOOK_MINUTES = 30

const Look = z.object({
  id: Id,
  /** Who looked; null when the account is no more. */
  looker: z.string().nullable(),
  reason: z.string(),
  startedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type Look = z.infer<typeof Look>

export const lookAs = endpoint({
  id: 'lookAs',
  method: 'post',
  path: '/api/accounts/{id}/look',
  summary: 'See the district with the eyes of an account, for half an hour; its owner sees who did and why',
  params: IdParams,
  body: z.strictObject({ reason: z.string().trim().min(5).max(300) }),
  reply: Look,
})

export const stopLooking = endpoint({
  id: 'stopLooking',
  method: 'post',
  path: '/api/looks/stop',
  summary: 'Be oneself again',
  reply: Nothing,
})

export const listMyLooks = endpoint({
  id: 'listMyLooks',
  method: 'get',
  path: '/api/me/looks',
  summary: 'Who looked as oneself in the chosen district, and why; the last hundred',
  reply: listOf(Look),
})
