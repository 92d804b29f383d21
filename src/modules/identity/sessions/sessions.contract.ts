import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, Nothing } from '../../../platform/contract.ts'

export const Session = z.object({
  id: Id,
  /** The session of this very request. */
  current: z.boolean(),
  openedBy: z.enum(['password', 'link', 'code', 'passkey', 'outside']),
  createdAt: z.iso.datetime(),
  /** Within five minutes. */
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  userAgent: z.string(),
  address: z.string(),
})
export type Session = z.infer<typeof Session>

export const listMySessions = endpoint({
  id: 'listMySessions',
  method: 'get',
  path: '/api/me/sessions',
  summary: 'Where one is signed in',
  reply: listOf(Session),
})

export const endMyOtherSessions = endpoint({
  id: 'endMyOtherSessions',
  method: 'delete',
  path: '/api/me/sessions',
  summary: 'Sign out everywhere but here',
  reply: Nothing,
})

export const endMySession = endpoint({
  id: 'endMySession',
  method: 'delete',
  path: '/api/me/sessions/{id}',
  summary: 'Sign out in one place',
  params: IdParams,
  reply: Nothing,
})
