import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { z } from 'zod'
import { type AccessMatrix, type Actor, covers, type Reach, reachOf, requireReach } from '../access/access.ts'
import { refuseHeldBack } from '../access/held-back.ts'
import { today } from '../clock.ts'
import { FileReply, Nothing } from '../contract.ts'
import type { Tenant } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import { appendJournal, type Noted } from '../journal/journal.ts'
import { chooseLanguage, type Language } from '../messages.ts'
import type { Services } from '../services.ts'
import { type Admission, kindOf } from './admission.ts'
import { compress, isLong } from './compression.ts'
import { answerOnce, type Keep, readIdempotencyKey } from './idempotency.ts'
import { inputReader } from './input.ts'
import type { CommandContext, Credential, Input, RequestContext, Route } from './route.ts'
import { type FilePrint, readFiles } from './uploads.ts'

/** Whom the request comes from, as the identity module finds out. */
export type Caller = {
  readonly actor: Actor
  readonly language: Language | undefined
  /** IANA zone of the chosen district. */
  readonly timeZone: string
  readonly credential: Credential | null
}

export type Authenticate = (request: FastifyRequest) => Promise<Caller>

export type Kernel = {
  readonly matrix: AccessMatrix
  readonly authenticate: Authenticate
  readonly services: Services
  readonly secureCookies: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Known once the caller is; problems are told in it. */
    language?: Language
  }
}

const NO_REACH: Reach = { district: false, organisations: [], people: [] }

/**
 * The life of a request: is it its turn → who asks → may they at all → is the input of the right shape → where does the object belong →
 * run (a command in one transaction with its journal entry) → only what the contract names goes out.
 */
export function bind(route: Route, kernel: Kernel, admission: Admission): RouteHandlerMethod {
  const readInput = inputReader(route.contract)
  const kind = kindOf(route)
  if (kind === undefined) return serve
  return (request, reply) =>
    admission(
      kind,
      () => serve(request, reply),
      () => reply.raw.destroyed,
    )

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await kernel.authenticate(request)
    const { actor } = caller
    request.language = chooseLanguage(caller.language, request.headers['accept-language'])
    const reach = reachFor(route, kernel.matrix, actor)
    const input = readInput(request)
    if (route.over) await refuseOutside(route, kernel, actor.tenant, reach, input)
    const once = onceOf(route, request)
    const context = contextOf(request, reply, kernel, caller, reach, route, once)
    const result =
      route.kind === 'query'
        ? await ask(route, kernel, context, input)
        : await change(route, kernel, context, input, once)
    return send(route, reply, result.status, result.value)
  }
}

function reachFor(route: Route, matrix: AccessMatrix, actor: Actor): Reach {
  refuseHeldBack(route, actor)
  if (route.may === 'public') return NO_REACH
  if (route.may !== 'signed-in') return requireReach(matrix, actor, route.may)
  if (actor.kind === 'anonymous') throw new Refusal('unauthenticated', 'sign_in_required')
  return NO_REACH
}

async function refuseOutside(route: Route, kernel: Kernel, tenant: Tenant, reach: Reach, input: Input): Promise<void> {
  const db = kernel.services.database.reader(tenant)
  const scope = await route.over?.({ db, tenant, services: kernel.services }, input as never)
  if (scope === undefined || !covers(reach, scope)) throw new Refusal('not_found', 'not_found')
}

type Done = { readonly status: number; readonly value: unknown }

/** A request that is to be done once, however often it comes. */
type Once = { readonly key: string; readonly files: FilePrint[] }

function onceOf({ kind, contract, secret }: Route, request: FastifyRequest): Once | undefined {
  if (kind === 'query' || contract.method !== 'post' || secret) return undefined
  const key = readIdempotencyKey(request)
  return key === undefined ? undefined : { key, files: [] }
}

async function ask(route: Route, kernel: Kernel, context: RequestContext, input: Input): Promise<Done> {
  const db = kernel.services.database.reader(context.tenant)
  return { status: 200, value: await route.run({ ...context, db } as never, input as never, undefined as never) }
}

async function change(
  route: Route,
  kernel: Kernel,
  context: RequestContext,
  input: Input,
  once: Once | undefined,
): Promise<Done> {
  const prepared = await route.prepare?.(context, input as never)
  const created = route.contract.method === 'post' ? 201 : 200
  let hasRun = false
  const changing = kernel.services.database.write(context.tenant, async (tx) => {
    hasRun = false
    const run = async (keep: Keep): Promise<Done> => {
      const noted: Noted[] = []
      const full: CommandContext = { ...context, tx, note: (object) => void noted.push(object) }
      const value = await route.run(full as never, input as never, prepared as never)
      const done = { status: value === undefined ? 204 : created, value }
      const { actor, requestId } = context
      await appendJournal(tx, { actor, requestId, action: route.contract.id, objects: noted }, keep(done))
      hasRun = true
      return done
    }
    // Files are read while the command is prepared, so that by now all of them are known by their bytes.
    const asked = [route.contract.id, input, ...(once === undefined || once.files.length === 0 ? [] : [once.files])]
    return await answerOnce(tx, context, once?.key, asked, run)
  })
  const done = await changing.catch(async (error: unknown) => {
    await route.discard?.(prepared as never)
    throw error
  })
  if (!hasRun) await route.discard?.(prepared as never)
  return done
}

function send(route: Route, reply: FastifyReply, status: number, value: unknown): unknown {
  if (route.contract.reply === Nothing || value === undefined) return reply.code(204).send()
  if (isStream(value)) return reply.code(status).send(value)
  if (route.contract.reply === FileReply) return sendFile(reply, FileReply.parse(value))
  const out = route.contract.reply.parse(value)
  if (route.contract.versioned && hasVersion(out)) reply.header('etag', `"${out.version}"`)
  reply.code(status).type('application/json; charset=utf-8')
  const text = JSON.stringify(out)
  return isLong(text) ? compress(reply, text) : text
}

function sendFile(reply: FastifyReply, { fileName, mediaType, content }: z.infer<typeof FileReply>): unknown {
  return reply
    .code(200)
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .send(content)
}

const isStream = (value: unknown): value is NodeJS.ReadableStream =>
  typeof value === 'object' && value !== null && 'pipe' in value

const hasVersion = (value: unknown): value is { version: number } =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number'

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  kernel: Kernel,
  caller: Caller,
  reach: Reach,
  route: Route,
  once: Once | undefined,
): RequestContext {
  return {
    actor: caller.actor,
    tenant: caller.actor.tenant,
    reach,
    mayAlso: (permission) => reachOf(kernel.matrix, caller.actor, permission) !== undefined,
    reachAlso: (permission) => reachOf(kernel.matrix, caller.actor, permission),
    language: request.language ?? 'ru',
    today: today(caller.timeZone),
    requestId: request.id,
    clientAddress: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    credential: caller.credential,
    services: kernel.services,
    expectedVersion: route.kind === 'command' && route.contract.versioned ? readVersion(request) : 0,
    cookies: request.cookies,
    setCookie(name, value, { maxAge }) {
      reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: kernel.secureCookies, maxAge })
    },
    files: () => readFiles(request, once?.files),
  }
}

/** The version the client saw. A change without it could overwrite somebody else's, so it is required. */
function readVersion(request: FastifyRequest): number {
  const match = /^"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  if (match?.[1] !== undefined) return Number(match[1])
  throw new Refusal('invalid', 'request_invalid', {
    fields: [{ in: 'header', path: 'If-Match', code: 'version_required' }],
  })
}
