import { z } from 'zod'
import { endpoint, Nothing } from '../../../platform/contract.ts'

/** Length is what makes a password strong; no rules about kinds of characters. */
export const NewPassword = z.string().min(10).max(200)

export const changeMyPassword = endpoint({
  id: 'changeMyPassword',
  method: 'post',
  path: '/api/me/password',
  summary: 'Set a password: with the current one, or within 30 minutes after signing in by a link',
  body: z.strictObject({
    current: z.string().min(1).max(1_000).optional(),
    password: NewPassword,
    /** Sign out everywhere else. */
    endOtherSessions: z.boolean().default(true),
  }),
  reply: Nothing,
})
