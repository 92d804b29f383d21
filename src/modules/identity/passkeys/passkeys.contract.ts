import { z } from 'zod'
import { endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'
import { SignedIn } from '../sign-in/sign-in.contract.ts'

/** Not needed within half an hour after signing in; by who has no password, after signing in by a link or a passkey. */
const Owner = z.strictObject({ current: z.string().min(1).max(1_000).optional() })
/** Bytes as WebAuthn writes them: base64url. */
const Bytes = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/)
const Transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
export type Transport = z.infer<typeof Transport>
const Descriptor = z.object({ type: z.literal('public-key'), id: Bytes, transports: z.array(Transport) })

/** What `navigator.credentials.create` is asked with. */
const CreationOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: Bytes, name: z.string(), displayName: z.string() }),
  challenge: Bytes,
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  /** In milliseconds. */
  timeout: z.int(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})
export type CreationOptions = z.infer<typeof CreationOptions>

/** What `navigator.credentials.get` is asked with. */
const RequestOptions = z.object({
  rpId: z.string(),
  challenge: Bytes,
  timeout: z.int(),
  allowCredentials: z.array(Descriptor),
  userVerification: z.literal('required'),
})
export type RequestOptions = z.infer<typeof RequestOptions>

/** Comes back with the answer of the device; says under seal what was asked, of whom and until when. */
const Ticket = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[\w-]+$/)

const Attestation = z.strictObject({
  id: Bytes,
  response: z.strictObject({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string().max(20)).max(10),
  }),
})
export type Attestation = z.infer<typeof Attestation>

const Assertion = z.strictObject({
  id: Bytes,
  response: z.strictObject({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes }),
})
export type Assertion = z.infer<typeof Assertion>

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
})
export type Passkey = z.infer<typeof Passkey>

export const listMyPasskeys = endpoint({
  id: 'listMyPasskeys',
  method: 'get',
  path: '/api/me/passkeys',
  summary: 'Passkeys of one’s own account',
  reply: z.object({
    items: z.array(Passkey),
    /** Whether passkeys work at the address Rost is set up for. */
    possible: z.boolean(),
  }),
})

export const beginMyPasskey = endpoint({
  id: 'beginMyPasskey',
  method: 'post',
  path: '/api/me/passkeys/begin',
  summary: 'Begin to add a passkey: what the browser asks the device with, good for ten minutes',
  body: Owner,
  reply: z.object({ options: CreationOptions, ticket: Ticket }),
})

export const addMyPasskey = endpoint({
  id: 'addMyPasskey',
  method: 'post',
  path: '/api/me/passkeys',
  summary: 'Add the passkey a device has made; the first second factor ends other sessions and gives recovery codes',
  body: z.strictObject({ name: z.string().trim().min(1).max(100), ticket: Ticket, credential: Attestation }),
  reply: z.object({
    /** Ten where the account had no second factor before, else none. */
    recoveryCodes: z.array(z.string()),
  }),
})

export const removeMyPasskey = endpoint({
  id: 'removeMyPasskey',
  method: 'post',
  path: '/api/me/passkeys/{id}/remove',
  summary: 'Take a passkey away',
  params: IdParams,
  body: Owner,
  reply: Nothing,
})

export const askForPasskey = endpoint({
  id: 'askForPasskey',
  method: 'get',
  path: '/api/sign-in/passkey',
  summary: 'What the browser asks a device with to sign in by a passkey, good for ten minutes',
  reply: z.object({
    /** Null where passkeys do not work at the address Rost is set up for. */
    asked: z.object({ options: RequestOptions, ticket: Ticket }).nullable(),
  }),
})

export const signInByPasskey = endpoint({
  id: 'signInByPasskey',
  method: 'post',
  path: '/api/sign-in/passkey',
  summary: 'Sign in by a passkey, alone or after a password; stands for both factors, sets the session cookie',
  body: z.strictObject({ ticket: Ticket, credential: Assertion }),
  reply: SignedIn,
})
