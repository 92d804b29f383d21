import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { Refusal } from '../errors.ts'
import type { Log } from '../log.ts'
import { chooseLanguage, type Translator } from '../messages.ts'
import { bind, type Kernel } from './bind.ts'
import { addHealth, type Health } from './health.ts'
import { describeApi } from './openapi.ts'
import { type ProblemCatalogue, problemOf } from './problem.ts'
import type { Route } from './route.ts'
import { stopGently } from './stopping.ts'
import { serveWeb, wantsPage } from './web.ts'

export type AppOptions = {
  readonly routes: readonly Route[]
  readonly kernel: Kernel
  readonly log: Log
  readonly translator: Translator
  readonly catalogue: ProblemCatalogue
  readonly health: Health
  readonly version: string
  /** Folder of the built web client. */
  readonly webFolder: string
  /** Largest file of an upload and how many at once. */
  readonly uploads: { readonly bytes: number; readonly files: number }
}

export const BODY_LIMIT = 1_048_576

/** The HTTP server: every endpoint is a bound contract; nothing else answers below `/api/`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = options.log
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded is unknown like any other, and answered by the same hooks.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/api/'),
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    trustProxy: 'loopback',
    // Told in our words: stopping.ts.
    return503OnClosing: false,
    exposeHeadRoutes: false,
  })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy() },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 2_048, encodings: ['br', 'gzip'] })
  await app.register(multipart, {
    limits: {
      fileSize: options.uploads.bytes,
      files: options.uploads.files,
      fields: 20,
      parts: options.uploads.files + 20,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', refuseForeignOrigin)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', logResponse)
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, options))
  const web = await serveWeb(app, options.webFolder, (nonce) =>
    Object.entries(contentPolicy(nonce))
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join(';'),
  )
  app.setNotFoundHandler((request, reply) => {
    if (web !== undefined && wantsPage(request.method, request.url, request.headers.accept)) return web.sendPage(reply)
    return answerProblem(new Refusal('not_found', 'not_found'), request, reply, options)
  })
  stopGently(app)
  addHealth(app, options.health)
  const description = describeApi(options.routes, { title: 'Rost', version: options.version })
  app.get('/api/openapi.json', async () => description)
  for (const route of options.routes) {
    const { method, path } = route.contract
    app.route({
      method: method.toUpperCase(),
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      handler: bind(route, options.kernel),
    })
  }
  return app
}

/** What a page may do; `nonce` names the style elements that its own components make. */
function contentPolicy(nonce?: string): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
  }
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser's write carries its origin; one that comes from another site with our cookie is refused. */
async function refuseForeignOrigin(request: FastifyRequest): Promise<void> {
  if (SAFE.has(request.method) || request.headers.authorization !== undefined) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('forbidden', 'foreign_origin')
  const { origin, host } = request.headers
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw new Refusal('forbidden', 'foreign_origin')
}

async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, id } = request
  // The route, not the address: addresses hold what people searched for.
  const route = request.routeOptions.url ?? 'none'
  request.log.info(
    { requestId: id, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
    'request',
  )
}

function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: AppOptions,
): FastifyReply {
  const language = request.language ?? chooseLanguage(undefined, request.headers['accept-language'])
  const { translator, catalogue } = options
  const { problem, retryAfter, bug } = problemOf(error, { language, requestId: request.id, translator, catalogue })
  if (bug) request.log.error({ requestId: request.id, err: error }, 'a bug')
  if (retryAfter !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfter)))
  return reply.code(problem.status).header('content-language', language).type('application/problem+json').send(problem)
}
