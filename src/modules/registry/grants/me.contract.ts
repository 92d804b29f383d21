import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'
import { Profile } from '../../identity/accounts/profile.contract.ts'
import { Dictionary } from '../districts/district.contract.ts'
import { Grant } from './accounts.contract.ts'

const District = z.object({ code: z.string(), name: z.string() })

export const Me = z.object({
  ...Profile.shape,
  hasPassword: z.boolean(),
  /** A role asks for a second factor that is not there: until it is, nothing else is reached. */
  secondFactorNeeded: z.boolean(),
  /** Somebody looks as this account: until when, and whether they may change anything. */
  looking: z.object({ until: z.iso.datetime(), changes: z.boolean() }).nullable(),
  /** Of the session that asks: it ends after so much rest, and at the latest then. */
  session: z.object({ restMinutes: z.int(), endsAt: z.iso.datetime() }).nullable(),
  /** Districts to choose from, by name; the choice is sent as `Rost-District` with every request. */
  districts: z.array(District),
  /** The chosen one, or the only one. */
  district: z.object({ ...District.shape, timeZone: z.string(), dictionary: Dictionary }).nullable(),
  /** In force there, those over the whole region included. */
  grants: z.array(z.object({ ...Grant.pick({ role: true, organisation: true, personId: true }).shape })),
  /** Permissions held there with any reach. */
  permissions: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

export const getMe = endpoint({
  id: 'getMe',
  method: 'get',
  path: '/api/me',
  summary: 'The account that asks, its districts, and what it may do in the chosen one',
  reply: Me,
  versioned: true,
})
