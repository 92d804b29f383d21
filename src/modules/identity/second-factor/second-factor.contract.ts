import { z } from 'zod'
import { endpoint, Nothing } from '../../../platform/contract.ts'
import { SignedIn } from '../sign-in/sign-in.contract.ts'

/** Of the application on the telephone (six digits), or a recovery code. */
const TypedCode = z.string().trim().min(1).max(40)
/** Not needed within half an hour after signing in; by who has no password, after signing in by a link. */
const Owner = z.strictObject({ current: z.string().min(1).max(1_000).optional() })
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const SecondFactor = z.object({
  isOn: z.boolean(),
  since: z.iso.datetime().nullable(),
  /** Each of them is a second factor too. */
  passkeys: z.int(),
  recoveryCodesLeft: z.int(),
})
export type SecondFactor = z.infer<typeof SecondFactor>

export const getMySecondFactor = endpoint({
  id: 'getMySecondFactor',
  method: 'get',
  path: '/api/me/second-factor',
  summary: 'Whether a code is asked for when one signs in, and how many recovery codes are left',
  reply: SecondFactor,
})

export const beginMySecondFactor = endpoint({
  id: 'beginMySecondFactor',
  method: 'post',
  path: '/api/me/second-factor',
  summary: 'Begin to set up one-time codes: the secret for the application, shown this once',
  body: Owner,
  reply: z.object({
    /** For the camera. */
    address: z.string(),
    /** The same to be typed. */
    secret: z.string(),
  }),
})

export const confirmMySecondFactor = endpoint({
  id: 'confirmMySecondFactor',
  method: 'post',
  path: '/api/me/second-factor/confirm',
  summary: 'Switch one-time codes on by the first of them; ends all other sessions, gives ten recovery codes',
  body: z.strictObject({ code: TypedCode }),
  reply: RecoveryCodes,
})

export const renewMyRecoveryCodes = endpoint({
  id: 'renewMyRecoveryCodes',
  method: 'post',
  path: '/api/me/second-factor/recovery-codes',
  summary: 'Ten new recovery codes, shown this once; the old ones are worthless',
  body: Owner,
  reply: RecoveryCodes,
})

export const removeMySecondFactor = endpoint({
  id: 'removeMySecondFactor',
  method: 'post',
  path: '/api/me/second-factor/remove',
  summary: 'Sign in without one-time codes again',
  body: Owner,
  reply: Nothing,
})

export const passSecondStep = endpoint({
  id: 'passSecondStep',
  method: 'post',
  path: '/api/sign-in/second',
  summary: 'The second step of signing in: a one-time code or a recovery code; sets the session cookie',
  body: z.strictObject({ code: TypedCode }),
  reply: SignedIn,
})
