import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RouteHandlerMethod,
} from 'fastify'
import { Refusal } from '../errors.ts'
import type { Log } from '../log.ts'
import { chooseLanguage, type Translator } from '../messages.ts'
import { type Bounds, createAdmission } from './admission.ts'
import { bind, type Kernel } from './bind.ts'
import { compress } from './compression.ts'
import { addHeaders } from './headers.ts'
import { addHealth, type Health } from './health.ts'
import { describeApi } from './openapi.ts'
import { boundBodies, PATIENCE, type Patience, SILENCE } from './patience.ts'
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
  readonly patience?: Patience
  readonly bounds?: Bounds
  /** Whose word is taken for the address of a client: addresses, networks or their names. */
  readonly proxies?: readonly string[]
}

export const BODY_LIMIT = 1_048_576

/** The HTTP server: every endpoint is a bound contract; nothing else answers below `/api/`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = options.log
  const { patience = PATIENCE } = options
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // The lines say the number of the request themselves; a logger for each request would cost more than the line.
    childLoggerFactory: (parent) => parent,
    bodyLimit: BODY_LIMIT,
    requestTimeout: patience.upload,
    connectionTimeout: SILENCE,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded is unknown like any other, and answered by the same hooks.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/api/'),
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    trustProxy: [...(options.proxies ?? ['loopback'])],
    // Told in our words: stopping.ts.
    return503OnClosing: false,
    exposeHeadRoutes: false,
  })
  addHeaders(app)
  boundBodies(app, patience)
  await app.register(cookie)
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', refuseForeignOrigin)
  app.addHook('onResponse', logResponse)
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, options))
  const web = await serveWeb(app, options.webFolder)
  app.setNotFoundHandler((request, reply) => {
    if (web !== undefined && wantsPage(request.method, request.url, request.headers.accept)) return web.sendPage(reply)
    return answerProblem(new Refusal('not_found', 'not_found'), request, reply, options)
  })
  stopGently(app)
  addHealth(app, options.health)
  const description = JSON.stringify(describeApi(options.routes, { title: 'Rost', version: options.version }))
  app.get('/api/openapi.json', async (_, reply) => compress(reply.type('application/json; charset=utf-8'), description))
  const [takingFiles, others] = [options.routes.filter(takesFiles), options.routes.filter((r) => !takesFiles(r))]
  const admission = createAdmission(options.bounds)
  const handle = (route: Route) => bind(route, options.kernel, admission)
  for (const route of others) addRoute(app, route, handle(route))
  // What reads files looks after every request it could find one in.
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        fileSize: options.uploads.bytes,
        files: options.uploads.files,
        fields: 20,
        parts: options.uploads.files + 20,
        headerPairs: 50,
      },
      throwFileSizeLimit: false,
    })
    for (const route of takingFiles) addRoute(scope, route, handle(route))
  })
  return app
}

const takesFiles = ({ contract }: Route): boolean => contract.takes === 'files'

function addRoute(app: FastifyInstance, route: Route, handler: RouteHandlerMethod): void {
  const { method, path } = route.contract
  app.route({
    method: method.toUpperCase(),
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    handler,
    config: { takesFiles: takesFiles(route), isCommand: route.kind === 'command' },
  })
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

/**
 * A browser's write carries its origin; one that comes from another site with our cookie is refused. So is a look that is
 * written down (a file taken away), which browsers send without an origin but say where it comes from.
 */
function refuseForeignOrigin(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  done(isForeign(request) ? new Refusal('forbidden', 'foreign_origin') : undefined)
}

function isForeign({ method, headers, routeOptions }: FastifyRequest): boolean {
  const changesNothing = SAFE.has(method) && routeOptions.config.isCommand !== true
  if (changesNothing || headers.authorization !== undefined) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { method, id } = request
  // The route, not the address: addresses hold what people searched for.
  const route = request.routeOptions.url ?? 'none'
  request.log.info(
    { requestId: id, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
    'request',
  )
  done()
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
