import { z } from 'zod'
import { endpoint, Id, listOf, listQuery, Nothing } from '../../../platform/contract.ts'

const Notification = z.object({
  id: Id,
  at: z.iso.datetime(),
  /** What happened, in the language of the reader. */
  text: z.string(),
  /** The page of the client where it is looked at. */
  link: z.string().nullable(),
  seen: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

export const countNotifications = endpoint({
  id: 'countNotifications',
  method: 'get',
  path: '/api/notifications/unseen',
  summary: 'How many notifications one has not seen; cheap, to be asked every minute',
  reply: z.object({ unseen: z.int() }),
})

export const listNotifications = endpoint({
  id: 'listNotifications',
  method: 'get',
  path: '/api/notifications',
  summary: 'What happened that concerns oneself in the last 90 days, newest first',
  query: listQuery(['at'], {}).omit({ sort: true }),
  reply: listOf(Notification),
})

export const seeNotifications = endpoint({
  id: 'seeNotifications',
  method: 'post',
  path: '/api/notifications/seen',
  summary: 'Say that one has seen a notification, or all up to one',
  /** Just this one, or all up to one. */
  body: z.strictObject({ id: Id.optional(), upTo: Id.optional() }),
  reply: Nothing,
})
