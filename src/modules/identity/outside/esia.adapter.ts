import { z } from 'zod'
import type { SignInProvider } from '../../../platform/sign-in.providers.ts'
import type { Adapter } from './adapter.ts'
import { askProvider } from './bounded.fetch.ts'
import { Declined } from './provider.faults.ts'

/*
 * The place where ЕСИА is joined on. Each request carries a signature of its parts (GOST R 34.10-2012), which takes certified
 * means outside of Rost: the `signer` of the settings gets the text and answers with the signature. Tokens are taken as they
 * come from ЕСИА itself over the connection asked for; their own signature is not looked at here. Facts about the person are
 * asked for separately. Tried against a stand-in of that shape alone.
 */
const Tokens = z.object({ access_token: z.string().max(20_000), state: z.string() })
const Owner = z.object({ 'urn:esia:sbj_id': z.union([z.string(), z.int()]), exp: z.number() })
const Person = z.record(z.string(), z.unknown())

export const esia: Adapter = {
  async begin(provider, kept, site) {
    const url = new URL('aas/oauth2/v2/ac', base(provider))
    const signed = await signedParts(provider, { scope: provider.scope, state: kept.state, redirect_uri: site })
    const fixed = { response_type: 'code', access_type: 'online' }
    for (const [name, value] of Object.entries({ ...signed, ...fixed })) url.searchParams.set(name, value)
    return url
  },

  async finish(provider, kept, back) {
    const { searchParams } = back
    if (searchParams.get('state') !== kept.state) throw new Error('another state')
    if (searchParams.get('error') === 'access_denied') throw new Declined()
    const code = searchParams.get('code')
    if (code === null) throw new Error('no code')
    const site = `${back.origin}${back.pathname}`
    const signed = await signedParts(provider, { scope: provider.scope, state: kept.state, redirect_uri: site, code })
    const body = new URLSearchParams({ ...signed, grant_type: 'authorization_code', token_type: 'Bearer' })
    const reply = await askProvider(provider, new URL('aas/oauth2/v3/te', base(provider)).href, {
      method: 'POST',
      body,
    })
    const tokens = Tokens.parse(await reply.json())
    if (tokens.state !== kept.state) throw new Error('another state')
    const owner = Owner.parse(contentOf(tokens.access_token))
    if (owner.exp * 1_000 <= Date.now()) throw new Error('an old token')
    const subject = String(owner['urn:esia:sbj_id'])
    return { subject, claim: await askPerson(provider, subject, tokens.access_token) }
  },
}

/** The claim of the settings, of an account whose owner was made sure of (`trusted`). */
async function askPerson(provider: SignInProvider, subject: string, token: string): Promise<string | undefined> {
  if (!provider.trusted || provider.claim === undefined) return undefined
  const address = new URL(`rs/prns/${encodeURIComponent(subject)}`, base(provider)).href
  const reply = await askProvider(provider, address, { headers: { authorization: `Bearer ${token}` } })
  if (reply.status !== 200) throw new Error(`no person: ${reply.status}`)
  const person = Person.parse(await reply.json())
  const claim = person[provider.claim.name]
  return person.trusted === true && typeof claim === 'string' ? claim : undefined
}

/** The parts of a request with the signature over scope, time, client, state and the rest, in that order. */
async function signedParts(
  provider: SignInProvider,
  parts: { scope: string; state: string; redirect_uri: string; code?: string },
): Promise<Record<string, string>> {
  const { signer = '', clientId } = provider
  const timestamp = sayTime(new Date())
  const { scope, state, redirect_uri, code = '' } = parts
  const text = [scope, timestamp, clientId, state, redirect_uri, code].join('')
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  const reply = await askProvider({ ...provider, issuer: signer }, signer, { method: 'POST', headers, body: text })
  const signature = (await reply.text()).trim()
  if (reply.status !== 200 || !/^[\w-]{1,20000}=*$/.test(signature)) throw new Error('no signature')
  return { ...parts, client_id: clientId, timestamp, client_secret: signature }
}

/** `2026.11.22 09:05:00 +0000`. */
function sayTime(moment: Date): string {
  const [day = '', time = ''] = moment.toISOString().split('T')
  return `${day.replaceAll('-', '.')} ${time.slice(0, 8)} +0000`
}

function contentOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

const base = ({ issuer }: SignInProvider): string => (issuer.endsWith('/') ? issuer : `${issuer}/`)
