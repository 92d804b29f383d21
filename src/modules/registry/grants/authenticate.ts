import type { FastifyRequest } from 'fastify'
import { LOOKED_AT } from '../../../access-matrix.ts'
import type { Actor, Grant } from '../../../platform/access/access.ts'
import { gather } from '../../../platform/gather.ts'
import type { Authenticate, Caller } from '../../../platform/http/bind.ts'
import type { Credential } from '../../../platform/http/route.ts'
import type { Language } from '../../../platform/messages.ts'
import type { Services } from '../../../platform/services.ts'
import {
  cookieNames,
  hashSecret,
  looksLikeSecret,
  touchAccount,
  touchSession,
  touchToken,
} from '../../identity/index.ts'
import { findSessionLimits } from '../sign-in-rules/rules.repo.ts'

/** Where no district is chosen, as for a district that chose none. */
const TIME_ZONE = 'Europe/Moscow'

const NOBODY: Caller = {
  actor: { kind: 'anonymous', account: null, tenant: null, grants: [] },
  language: undefined,
  timeZone: TIME_ZONE,
  credential: null,
}

/** What registry.resolve_actor tells of a secret; of one that is unknown, spent or disabled nothing. */
type Resolved = {
  readonly account: number | null
  readonly credential: number
  readonly language: Language | null
  readonly stale: boolean
  readonly tenant: number | null
  readonly zone: string | null
  readonly grants: readonly Grant[] | null
  /** Those an API token was made for; null: all. */
  readonly permissions: readonly string[] | null
  /** A second factor is asked of a role and not there. */
  readonly unready: boolean | null
  /** Who looks as the account, and whether they may change anything. */
  readonly looker: number | null
  readonly looker_changes: boolean | null
}

/** Of each [hash, kind, district] of $1, in their order. */
const RESOLVE = {
  name: 'resolve_actors',
  text: `select r.account, r.credential, r.language, r.stale, r.tenant, r.zone, r.grants, r.permissions,
      r.unready, r.looker, r.looker_changes
    from json_array_elements($1::json) with ordinality as asked (it, place),
      lateral registry.resolve_actor(decode(it ->> 0, 'hex'), it ->> 1, it ->> 2) r
    order by place`,
}

type Question = readonly [hash: string, kind: Credential['kind'], district: string | null]

/** Sent along by pages that ask on their own: that somebody's screen is lit does not keep a session alive. */
const BACKGROUND = 'rost-background'

/** Questions under way at the same time; what comes meanwhile goes together. */
const AT_ONCE = 2

type Shown = { readonly kind: Credential['kind']; readonly secret: string }

/**
 * Finds out who asks, by one prepared statement for all who ask at the same time: the bearer of an API token, else the
 * session of the cookie. Unknown, spent and disabled are all nobody; each request is looked up anew, so that revoking has
 * effect at once. `Rost-District` chooses among several districts.
 */
export function authenticate(services: Pick<Services, 'database' | 'settings' | 'log'>): Authenticate {
  const { database, settings, log } = services
  const { session: cookie } = cookieNames(settings)
  const resolve = gather((all: readonly Question[]) => database.ask<Resolved>(RESOLVE, [JSON.stringify(all)]), {
    atOnce: AT_ONCE,
  })
  return async (request) => {
    const shown = shownBy(request, cookie)
    if (shown === undefined || !looksLikeSecret(shown.secret, shown.kind)) return NOBODY
    const resolved = await resolve([hashSecret(shown.secret).toString('hex'), shown.kind, districtOf(request)])
    if (resolved === undefined || resolved.account === null) return NOBODY
    const { account, credential: id, language, stale, zone } = resolved
    const credential: Credential = { kind: shown.kind, id }
    if (stale && request.headers[BACKGROUND] === undefined)
      await touch(services, credential, resolved.looker ?? account).catch((err) =>
        log.warn({ err }, 'use of a session not noted'),
      )
    return {
      actor: actorOf(account, resolved),
      language: language ?? undefined,
      timeZone: zone ?? TIME_ZONE,
      credential,
    }
  }
}

function actorOf(account: number, resolved: Resolved): Actor {
  const { tenant, grants, permissions, unready, looker, looker_changes: changes } = resolved
  return {
    ...{ kind: 'account', account, tenant, grants: grants ?? [] },
    ...(permissions !== null && { only: permissions }),
    ...(unready && { unready }),
    ...(looker !== null && { looker, only: LOOKED_AT, ...(changes && { lookerChanges: changes }) }),
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
  // What a database could not hold is no code either, and must not spoil the question of others.
  return typeof code === 'string' && code !== '' ? code.slice(0, 100).toWellFormed().replaceAll('\0', '') : null
}

/** Notes that the session or token is in use; due every few minutes only. */
async function touch(
  { database }: Pick<Services, 'database'>,
  { kind, id }: Credential,
  account: number,
): Promise<void> {
  await database.write(null, async (tx) => {
    if (kind === 'session') await touchSession(tx, id, await findSessionLimits(tx, account))
    else await touchToken(tx, id)
    await touchAccount(tx, account)
  })
}
