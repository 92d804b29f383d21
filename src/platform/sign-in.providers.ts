import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { secretOf } from './secret.settings.ts'

/** Plain http is for a provider on this very machine. */
export const isReachable = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const Address = z
  .string()
  .max(500)
  .refine(isReachable, { error: 'must start with https:// (http:// on this machine only)' })

const Provider = z
  .strictObject({
    /** Stands in addresses and in the database: it is not changed later. */
    code: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and dashes'),
    name: z.strictObject({ ru: z.string().min(1).max(60), en: z.string().min(1).max(60) }),
    kind: z.enum(['oidc', 'esia']).default('oidc'),
    issuer: Address,
    clientId: z.string().min(1).max(200),
    /** The environment variable the secret is in (or, with `_FILE` behind it, its file); without one the client is public. */
    secretFrom: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .optional(),
    scope: z.string().min(1).max(500).default('openid'),
    /** By which claim an account is found that was not linked by its owner, and what that claim holds. */
    claim: z.strictObject({ name: z.string().min(1).max(100), holds: z.enum(['email', 'snils']) }).optional(),
    /** The claim is believed. */
    trusted: z.boolean().default(false),
    /** The provider asks for two factors itself, so Rost asks for no further one. */
    secondFactor: z.boolean().default(false),
    /** Where requests are signed with certified means; for ЕСИА. */
    signer: Address.optional(),
  })
  .refine(({ trusted, claim }) => !trusted || claim !== undefined, { error: 'trusted needs a claim', path: ['claim'] })
  .refine(({ kind, signer }) => kind !== 'esia' || signer !== undefined, { error: 'esia needs one', path: ['signer'] })

export type SignInProvider = Omit<z.infer<typeof Provider>, 'secretFrom'> & { readonly secret: string | undefined }

/** Reads the file of providers; throws an Error that names the place and never a value. */
export function readProviders(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly SignInProvider[] {
  const parsed = z.array(Provider).safeParse(readJson(file))
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
    throw new Error(faults.join('; '))
  }
  const codes = parsed.data.map(({ code }) => code)
  if (new Set(codes).size !== codes.length) throw new Error('two providers have the same code')
  return parsed.data.map(({ secretFrom, ...provider }) => {
    const secret = secretFrom === undefined ? undefined : secretOf(environment, secretFrom)
    if (secretFrom !== undefined && !secret) throw new Error(`${provider.code}: ${secretFrom} is not set`)
    return { ...provider, secret }
  })
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(error instanceof SyntaxError ? 'is no JSON' : 'cannot be read')
  }
}
