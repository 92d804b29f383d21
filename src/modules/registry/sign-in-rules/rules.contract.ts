import { z } from 'zod'
import { ROLES } from '../../../access-matrix.ts'
import { endpoint } from '../../../platform/contract.ts'

/** From a quarter of an hour to a day, from an hour to two weeks, from a month to two years; numbers of files and of rows. */
export const BOUNDS = {
  restMinutes: { least: 15, most: 1_440 },
  lifeHours: { least: 1, most: 336 },
  unusedDays: { least: 30, most: 730 },
  exportsADay: { least: 1, most: 10_000 },
  exportRowsADay: { least: 100, most: 10_000_000 },
  districtExportsADay: { least: 1, most: 100_000 },
  districtExportRowsADay: { least: 100, most: 100_000_000 },
} as const

const within = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most)

const Rules = z.object({
  /** Roles whose holders reach nothing without a second factor. */
  secondFactor: z.array(z.enum(ROLES)).max(ROLES.length),
  /** Of a session nobody uses. */
  restMinutes: within(BOUNDS.restMinutes),
  /** Of a session however much it is used. */
  lifeHours: within(BOUNDS.lifeHours),
  /** Accounts nobody used for so long are disabled. */
  unusedDays: within(BOUNDS.unusedDays),
  /** Who looks as somebody else may also change. */
  looksChange: z.boolean(),
  /** Somebody is erased only once a second officer has confirmed it. */
  erasureByTwo: z.boolean(),
  /** Files and their rows taken away a day: by an account, and by all accounts of the district. */
  exportsADay: within(BOUNDS.exportsADay),
  exportRowsADay: within(BOUNDS.exportRowsADay),
  districtExportsADay: within(BOUNDS.districtExportsADay),
  districtExportRowsADay: within(BOUNDS.districtExportRowsADay),
})

export const SignInRules = z.object({ version: z.int(), ...Rules.shape, can: z.array(z.enum(['change'])) })
export type SignInRules = z.infer<typeof SignInRules>

export const getSignInRules = endpoint({
  id: 'getSignInRules',
  method: 'get',
  path: '/api/district/sign-in-rules',
  summary:
    'How one signs in to the district: second factor by role, time-outs, unused accounts, daily limits of exports',
  reply: SignInRules,
  versioned: true,
})

export const changeSignInRules = endpoint({
  id: 'changeSignInRules',
  method: 'patch',
  path: '/api/district/sign-in-rules',
  summary: 'Change how one signs in to the district; stricter time-outs hold at once',
  body: z.strictObject(Rules.shape).partial(),
  reply: SignInRules,
  versioned: true,
})
