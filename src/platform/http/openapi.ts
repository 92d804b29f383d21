import { z } from 'zod'
import { type Contract, FileReply, Nothing } from '../contract.ts'
import { FAULT_STATUS } from '../errors.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of every bound endpoint, each with its permission (`x-permission`) and its problem documents. */
export function describeApi(routes: readonly Route[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = {}
  const shapes = createShapes()
  for (const route of routes) {
    const { path, method } = route.contract
    const item = paths[path] ?? {}
    item[method] = describeOperation(route, shapes)
    paths[path] = item
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rost_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: PROBLEM, ...shapes.named() },
      responses: {
        Problem: {
          description: 'Problem (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      parameters: SHARED_PARAMETERS,
    },
  }
}

function describeOperation(route: Route, shapes: Shapes): Json {
  const { contract } = route
  const success = contract.reply === Nothing ? 204 : contract.method === 'post' && route.kind === 'command' ? 201 : 200
  return {
    operationId: contract.id,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? 'api'],
    'x-permission': route.may,
    ...(route.may !== 'public' && { security: [{ session: [] }, { token: [] }] }),
    ...(route.may === 'public' && { security: [] }),
    parameters: [
      ...fields(contract.params, 'path', shapes),
      ...fields(contract.query, 'query', shapes),
      ...headers(route),
    ],
    ...bodyOf(contract, shapes),
    responses: {
      [success]:
        contract.reply === Nothing
          ? { description: 'Done' }
          : { description: 'OK', content: replyOf(contract, shapes) },
      ...Object.fromEntries(faultsOf(route).map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  }
}

function replyOf({ reply }: Contract, shapes: Shapes): Json {
  if (reply === FileReply) return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: shapes.describe(reply, 'output') } }
}

function bodyOf(contract: Contract, shapes: Shapes): Json {
  if (contract.takes === 'files') {
    const schema = {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (contract.body === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: shapes.describe(contract.body, 'input') } },
    },
  }
}

function fields(schema: z.ZodType | undefined, where: 'path' | 'query', shapes: Shapes): Json[] {
  if (schema === undefined) return []
  const object = shapes.describe(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (object.required ?? []).includes(name),
    schema: property,
  }))
}

function headers(route: Route): Json[] {
  const named = ['District', 'AcceptLanguage']
  if (route.kind === 'command' && route.contract.method === 'post' && !route.secret) named.push('IdempotencyKey')
  if (route.kind === 'command' && route.contract.versioned) named.push('IfMatch')
  return named.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function faultsOf(route: Route): number[] {
  const faults = new Set<number>([FAULT_STATUS.too_many, 500, 503])
  const { contract } = route
  if (route.may !== 'public') faults.add(401).add(403)
  if (contract.params ?? contract.query ?? contract.body) faults.add(422)
  if (contract.params ?? route.over) faults.add(404)
  if (contract.body || contract.takes === 'files') faults.add(413).add(415)
  if (route.kind === 'command') faults.add(409)
  if (route.kind === 'command' && contract.versioned) faults.add(412)
  return [...faults].sort((a, b) => a - b)
}

type Shapes = {
  describe(schema: z.ZodType, io: 'input' | 'output'): Json
  /** What recursive schemas refer to, by name. */
  named(): Record<string, Json>
}

/** Recursive schemas are kept once, among the components: a reference counts from the root of the whole document. */
function createShapes(): Shapes {
  const names = new Map<string, string>()
  const found: Record<string, Json> = {}
  return {
    named: () => found,
    describe(schema, io) {
      const options = { io, target: 'draft-2020-12', unrepresentable: 'any' } as const
      const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, options)
      if ($defs === undefined) return rest
      const renamed = new Map<string, string>()
      for (const [inner, shape] of Object.entries($defs)) {
        const text = JSON.stringify(shape)
        const name = names.get(text) ?? `Shape${names.size + 1}`
        names.set(text, name)
        renamed.set(inner, name)
      }
      const refer = (value: unknown): Json =>
        JSON.parse(
          JSON.stringify(value).replace(
            /"#\/\$defs\/(\w+)"/g,
            (_whole, inner: string) => `"#/components/schemas/${renamed.get(inner)}"`,
          ),
        )
      for (const [inner, shape] of Object.entries($defs)) found[renamed.get(inner) ?? inner] = refer(shape)
      return refer(rest)
    },
  }
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'detail', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'What happened' },
    detail: { type: 'string', description: 'What to do next' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['in', 'path', 'code', 'message'],
        properties: {
          in: { enum: ['path', 'query', 'header', 'body'] },
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
}

const header = (name: string, description: string, required = false): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

const SHARED_PARAMETERS: Json = {
  District: header('Rost-District', 'Code of the district, needed only by accounts with grants in several'),
  AcceptLanguage: header('Accept-Language', 'ru or en, where the profile has no language'),
  IdempotencyKey: header('Idempotency-Key', 'A POST repeated with the same key is done once; kept for a day'),
  IfMatch: header('If-Match', 'ETag of the version that was seen; an older one is answered 412', true),
}
