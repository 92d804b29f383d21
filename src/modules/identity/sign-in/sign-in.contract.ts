import { z } from 'zod'
import { endpoint, Id, Nothing } from '../../../platform/contract.ts'
import { AccountLanguage } from '../accounts/profile.contract.ts'
import { NewPassword } from '../passwords/passwords.contract.ts'

/** An address or a login name as typed: whether it is one, and has an account, is not told. */
const TypedEmail = z.string().trim().min(1).max(254)

export const SignedIn = z.object({ id: Id, name: z.string(), language: AccountLanguage.nullable() })
export type SignedIn = z.infer<typeof SignedIn>

/**
 * Where the account has a second factor there is no session yet: a code comes next (`passSecondStep`), of the application or
 * a recovery code, or a passkey (`signInByPasskey`).
 */
const SecondStepNext = z.object({ next: z.literal('code'), by: z.array(z.enum(['code', 'passkey'])) })
export type SecondStepNext = z.infer<typeof SecondStepNext>
export const SignInReply = z.union([SignedIn, SecondStepNext])
export type SignInReply = z.infer<typeof SignInReply>

export const signIn = endpoint({
  id: 'signIn',
  method: 'post',
  path: '/api/sign-in',
  summary: 'Sign in with a password; sets the session cookie',
  body: z.strictObject({ email: TypedEmail, password: z.string().min(1).max(1_000) }),
  reply: SignInReply,
})

export const requestSignInLink = endpoint({
  id: 'requestSignInLink',
  method: 'post',
  path: '/api/sign-in/link',
  summary: 'Ask for a one-time link by mail; the answer is the same whether or not there is an account',
  body: z.strictObject({ email: TypedEmail }),
  reply: Nothing,
})

export const useSignInLink = endpoint({
  id: 'useSignInLink',
  method: 'post',
  path: '/api/sign-in/link/use',
  summary: 'Sign in with the token of a one-time link; sets the session cookie',
  body: z.strictObject({ token: z.string().min(1).max(100) }),
  reply: SignInReply,
})

export const useSignInCode = endpoint({
  id: 'useSignInCode',
  method: 'post',
  path: '/api/sign-in/code',
  summary: 'Sign in with the code of a printed slip and set a password; sets the session cookie',
  body: z.strictObject({ login: TypedEmail, code: z.string().min(1).max(100), password: NewPassword }),
  reply: SignInReply,
})

export const signOut = endpoint({
  id: 'signOut',
  method: 'post',
  path: '/api/sign-out',
  summary: 'End the session of this browser',
  reply: Nothing,
})
