import type { FastifyRequest } from 'fastify'
import type { Actor, Grant } from '../../../platform/access/access.ts'
import type { Authenticate, Caller } from '../../../platform/http/bind.ts'
import type { Credential } from '../../../platform/http/route.ts'
import type { Language } from '../../../platform/messages.ts'
import type { Services } from '../../../platform/services.ts'
import { cookieNames, hashSecret, looksLikeSecret, touchSession, touchToken } from '../../identity/index.ts'

/** Where no district is chosen, as for a district that chose none. */
const TIME_ZONE = 'Europe/Moscow'

const NOBODY: Caller = {
  actor: { kind: 'anonymous', account: null, tenant: null, grants: [] },
  language: undefined,
  timeZone: TIME_ZONE,
  credential: null,
}

/** The columns of registry.resolve_actor, in order. */
type Resolved = [
  account: number | null,
  credential: number,
  language: Language | null,
  stale: boolean,
  tenant: number | null,
  zone: string | null,
  grants: readonly Grant[] | null,
]

type Shown = { readonly kind: Credential['kind']; readonly secret: string }

/**
 * Finds out who asks, by one prepared statement: the bearer of an API token, else the session of the cookie. Unknown,
 * spent and disabled are all nobody. `Rost-District` chooses among several districts.
 */
export function authenticate(services: Pick<Services, 'database' | 'settings' | 'log'>): Authenticate {
  const { database, settings, log } = services
  const { session: cookie } = cookieNames(settings)
  return async (request) => {
    const shown = shownBy(request, cookie)
    if (shown === undefined || !looksLikeSecret(shown.secret, shown.kind)) return NOBODY
    const { rows } = await database.readPool.query<Resolved>({
      name: 'resolve_actor',
      text: 'select account, credential, language, stale, tenant, zone, grants from registry.resolve_actor($1, $2, $3)',
      values: [hashSecret(shown.secret), shown.kind, districtOf(request)],
      rowMode: 'array',
    })
    const resolved = rows[0]
    if (resolved === undefined || resolved[0] === null) return NOBODY
    const [account, id, language, stale, tenant, zone, grants] = resolved
    const credential: Credential = { kind: shown.kind, id }
    if (stale) await touch(services, credential).catch((err) => log.warn({ err }, 'use of a session not noted'))
    const actor: Actor = { kind: 'account', account, tenant, grants: grants ?? [] }
    return { actor, language: language ?? undefined, timeZone: zone ?? TIME_ZONE, credential }
  }
}

/** A header of authorization counts alone: a wrong token never falls back to the cookie a browser adds by itself. */
function shownBy(request: FastifyRequest, cookie: string): Shown | undefined {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const secret = /^bearer +(\S+)$/i.exec(authorization)?.[1]
    return secret === undefined ? undefined : { kind: 'token', secret }
  }
  const secret = request.cookies[cookie]
  return secret === undefined ? undefined : { kind: 'session', secret }
}

function districtOf(request: FastifyRequest): string | null {
  const code = request.headers['rost-district']
  return typeof code === 'string' && code !== '' ? code.slice(0, 100) : null
}

/** Notes that the session or token is in use; due every few minutes only. */
async function touch({ database }: Pick<Services, 'database'>, { kind, id }: Credential): Promise<void> {
  await database.write(null, (tx) => (kind === 'session' ? touchSession(tx, id) : touchToken(tx, id)))
}
