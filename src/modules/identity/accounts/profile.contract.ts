import { z } from 'zod'
import { endpoint, Id } from '../../../platform/contract.ts'

/** Letters of any alphabet, because addresses at `.рф` are in use. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail }))
export const AccountName = z.string().trim().min(1).max(200)
export const AccountLanguage = z.enum(['ru', 'en'])

export const Profile = z.object({
  id: Id,
  version: z.int(),
  /** At least one of the two: what the account signs in by. */
  email: z.string().nullable(),
  login: z.string().nullable(),
  name: z.string(),
  /** null: as the browser asks. */
  language: AccountLanguage.nullable(),
})
export type Profile = z.infer<typeof Profile>

const ProfileChange = z.strictObject({ name: AccountName, language: AccountLanguage.nullable() }).partial()

export const changeMe = endpoint({
  id: 'changeMe',
  method: 'patch',
  path: '/api/me',
  summary: 'Change one’s own name and language',
  body: ProfileChange,
  reply: Profile,
  versioned: true,
})

export const changeMyEmail = endpoint({
  id: 'changeMyEmail',
  method: 'post',
  path: '/api/me/email',
  summary: 'Set one’s own address, or take it away where there is a login name; with the current password',
  body: z.strictObject({ email: Email.nullable(), current: z.string().min(1).max(1_000) }),
  reply: Profile,
  versioned: true,
})
