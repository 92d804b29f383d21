import type { Configuration, CustomFetchOptions } from 'openid-client'
import type { SignInProvider } from '../../../platform/sign-in.providers.ts'
import type { Adapter } from './adapter.ts'
import { askProvider } from './bounded.fetch.ts'
import { Declined } from './provider.faults.ts'

/** Few installations have a provider; the library comes with the first who goes there. */
const library = () => import('openid-client')

const HOUR_MS = 3_600_000
type Found = { readonly config: Promise<Configuration>; readonly until: number }
/** What providers say of themselves, for an hour; what failed is asked anew. */
const found = new WeakMap<SignInProvider, Found>()

/** OpenID Connect: authorization code with PKCE, state and nonce; the ID token's signature, issuer, audience and time. */
export const oidc: Adapter = {
  async begin(provider, kept, site) {
    const client = await library()
    return client.buildAuthorizationUrl(await configOf(provider), {
      redirect_uri: site,
      scope: provider.scope,
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    })
  },

  async finish(provider, kept, back) {
    const client = await library()
    const config = await configOf(provider)
    const tokens = await client
      .authorizationCodeGrant(config, back, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw error instanceof client.AuthorizationResponseError && error.error === 'access_denied'
          ? new Declined()
          : error
      })
    const told = tokens.claims()
    if (told === undefined) throw new Error('no ID token')
    const { sub: subject } = told
    const wanted = provider.claim
    if (!provider.trusted || wanted === undefined) return { subject, claim: undefined }
    const claims =
      told[wanted.name] === undefined ? await client.fetchUserInfo(config, tokens.access_token, subject) : told
    const claim = claims[wanted.name]
    // An address its owner never had to show is not theirs.
    const isVouched = wanted.holds !== 'email' || claims.email_verified === true
    return { subject, claim: typeof claim === 'string' && isVouched ? claim : undefined }
  },
}

async function configOf(provider: SignInProvider): Promise<Configuration> {
  const known = found.get(provider)
  if (known !== undefined && known.until > Date.now()) return await known.config
  const config = discover(provider)
  found.set(provider, { config, until: Date.now() + HOUR_MS })
  config.catch(() => found.delete(provider))
  return await config
}

async function discover(provider: SignInProvider): Promise<Configuration> {
  const client = await library()
  const { issuer, clientId, secret } = provider
  const isHere = new URL(issuer).protocol === 'http:'
  return await client.discovery(new URL(issuer), clientId, secret, secret === undefined ? client.None() : undefined, {
    execute: [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])],
    [client.customFetch]: (url: string, { method, headers, body }: CustomFetchOptions) =>
      askProvider(provider, url, { method, headers, body: bodyOf(body) }),
  })
}

/** The library sends forms and nothing else. */
function bodyOf(body: CustomFetchOptions['body']): string | URLSearchParams | null {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body
  if (body === undefined || body === null) return null
  throw new Error('not a form')
}
