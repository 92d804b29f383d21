import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'
import { afterAll } from 'vitest'

type Claims = Readonly<Record<string, unknown>>

async function listen(handler: (address: string) => RequestListener): Promise<{ address: string; stop(): void }> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  server.on('request', handler(address))
  const stop = (): void => {
    server.closeAllConnections()
    server.close()
  }
  afterAll(stop)
  return { address, stop }
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A provider as others run it, with keys of its own; asks for PKCE. Who signs in is whom `people` knows by login. */
export async function openProvider(
  people: Readonly<Record<string, Claims>>,
  clients: readonly { id: string; secret: string; back: string }[],
) {
  const jwk = newKey().privateKey.export({ format: 'jwk' })
  return await listen((issuer) => {
    const provider = new Provider(issuer, {
      clients: clients.map(({ id, secret, back }) => ({
        client_id: id,
        client_secret: secret,
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      })),
      jwks: { keys: [{ ...jwk, kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'test' }] },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      pkce: { required: () => true },
      scopes: ['openid', 'email', 'snils'],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], snils: ['snils'] },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    })
    return provider.callback()
  })
}

/** Somebody at the provider: signs in with a login and agrees, or does not want to. What stands behind `?` on the way back. */
export async function goThere(address: string, back: string, login: string | null): Promise<string> {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return reply
  }
  let reply = await ask(address)
  for (let steps = 0, at = address; steps < 20; steps++) {
    const next = reply.headers.get('location')
    if (next !== null) {
      at = new URL(next, at).href
      if (at.startsWith(back)) return new URL(at).search.slice(1)
      reply = await ask(at)
      continue
    }
    const page = await reply.text()
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`no way on: ${reply.status} ${page.slice(0, 500)}`)
    reply =
      login === null
        ? await ask(`${at}/abort`)
        : await ask(new URL(action, at).href, { prompt, ...(prompt === 'login' && { login, password: 'any' }) })
  }
  throw new Error('the way never ended')
}

/** A provider that answers as it is told to, right or wrong. */
export async function openBentProvider() {
  const [own, other] = [newKey(), newKey()]
  const bent = { claims: {} as Claims, key: 'own' as 'own' | 'other', status: 200, silent: false }
  const token = (issuer: string): string => {
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: issuer, aud: 'rost', sub: 'bent-1', iat: now, exp: now + 300, ...bent.claims }
    const part = (what: object): string => Buffer.from(JSON.stringify(what)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${part(claims)}`
    const { privateKey } = bent.key === 'own' ? own : other
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }
  const { address, stop } = await listen((issuer) => (request, reply) => {
    if (bent.silent) return
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      }),
      '/jwks': () => ({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }],
      }),
      '/token': () => ({ access_token: 'any', token_type: 'Bearer', expires_in: 60, id_token: token(issuer) }),
    }
    const answer = answers[request.url ?? '']
    const isToken = request.url === '/token'
    reply.writeHead(answer === undefined ? 404 : isToken ? bent.status : 200, { 'content-type': 'application/json' })
    reply.end(JSON.stringify(answer?.() ?? {}))
  })
  return { address, stop, bent }
}

/** The shape of ЕСИА, and who signs requests to it: a stand-in, with signatures that are none. */
export async function openEsia(people: Readonly<Record<string, Claims>>) {
  const part = (what: object): string => Buffer.from(JSON.stringify(what)).toString('base64url')
  const codes = new Map<string, string>()
  const signatureOf = (signed: string): string => Buffer.from(`signed:${signed}`).toString('base64url')
  const answerToken = async (request: IncomingMessage): Promise<object | undefined> => {
    const form = new URLSearchParams(await text(request))
    const get = (name: string): string => form.get(name) ?? ''
    const signed = ['scope', 'timestamp', 'client_id', 'state', 'redirect_uri', 'code'].map(get).join('')
    const oid = codes.get(get('code'))
    codes.delete(get('code'))
    if (oid === undefined || get('client_secret') !== signatureOf(signed)) return undefined
    const content = { 'urn:esia:sbj_id': Number(oid), exp: Math.floor(Date.now() / 1_000) + 60 }
    return { access_token: `${part({ alg: 'GOST3410_2012_256' })}.${part(content)}.none`, state: get('state') }
  }
  const { address } = await listen(() => async (request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any')
    const send = (status: number, what: object | string): void => {
      reply.writeHead(status, { 'content-type': 'application/json' })
      reply.end(typeof what === 'string' ? what : JSON.stringify(what))
    }
    if (pathname === '/sign') return send(200, signatureOf(await text(request)))
    if (pathname === '/aas/oauth2/v3/te') {
      const tokens = await answerToken(request)
      return tokens === undefined ? send(400, { error: 'invalid_request' }) : send(200, tokens)
    }
    const oid = /^\/rs\/prns\/(\d+)$/.exec(pathname)?.[1] ?? ''
    const person = request.headers.authorization === undefined ? undefined : people[oid]
    return person === undefined ? send(404, {}) : send(200, person)
  })
  return {
    address,
    /** Somebody agrees there; what stands behind `?` on the way back. */
    agree(asked: string, oid: string): string {
      const { searchParams } = new URL(asked)
      const get = (name: string): string => searchParams.get(name) ?? ''
      const signed = ['scope', 'timestamp', 'client_id', 'state', 'redirect_uri'].map(get).join('')
      if (get('client_secret') !== signatureOf(signed)) throw new Error('the request is not signed')
      const code = randomBytes(8).toString('hex')
      codes.set(code, oid)
      return new URLSearchParams({ code, state: get('state') }).toString()
    },
  }
}
