import type { FastifyRequest } from 'fastify'
import { type core, type ZodType, z } from 'zod'
import type { Contract } from '../contract.ts'
import { type FieldFault, Refusal } from '../errors.ts'
import type { Input } from './route.ts'

/** Of an endpoint that takes none of it. */
const NO_QUERY = z.strictObject({})
const NO_BODY = z.strictObject({}).nullish()

/**
 * Reads path, query and body by the shapes of the contract; every faulty field is named at once (422), one that the
 * contract does not know too: what is left out silently is taken for done.
 */
export function inputReader(contract: Contract): (request: FastifyRequest) => Input {
  const query = contract.query === undefined ? NO_QUERY : strict(contract.query)
  const body = contract.body ?? NO_BODY
  return (request) => {
    const faults: FieldFault[] = [
      ...findUnstorable(request.params, 'path'),
      ...findUnstorable(request.query, 'query'),
      ...findUnstorable(request.body, 'body'),
    ]
    refuse(faults)
    const params = contract.params && read(contract.params, request.params, 'path', faults)
    const asked = read(query, request.query, 'query', faults)
    // Files are no body; other kinds are refused where they are read.
    const sent = contract.takes === 'files' ? undefined : read(body, request.body, 'body', faults)
    refuse(faults)
    return { params, query: contract.query && asked, body: contract.body && sent }
  }
}

function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
}

/** An object that says nothing of other keys takes none. */
function strict(schema: ZodType): ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
}

/** Texts with the character U+0000, which PostgreSQL cannot hold. Without recursion: strangers choose the depth. */
function findUnstorable(value: unknown, where: FieldFault['in']): FieldFault[] {
  const faults: FieldFault[] = []
  const waiting: { value: unknown; path: string }[] = [{ value, path: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: found, path } = next
    if (typeof found === 'string') {
      if (found.includes('\u0000')) faults.push({ in: where, path, code: 'wrong_value' })
    } else if (typeof found === 'object' && found !== null && !Buffer.isBuffer(found)) {
      for (const [name, inner] of Object.entries(found))
        waiting.push({ value: inner, path: path === '' ? name : `${path}.${name}` })
    }
  }
  return faults
}

function read(schema: ZodType, value: unknown, where: FieldFault['in'], faults: FieldFault[]): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) faults.push(...describe(issue, value, where))
  return undefined
}

/** What stands where the issue is; issues do not tell themselves. */
function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    whole,
  )
}

/** Issue kinds of zod in our words (`fields.*` of the catalogue). */
function describe(issue: core.$ZodIssue, whole: unknown, where: FieldFault['in']): FieldFault[] {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'too_small':
      return [
        {
          in: where,
          path,
          code: issue.origin === 'string' ? 'too_short' : 'too_small',
          params: { limit: Number(issue.minimum) },
        },
      ]
    case 'too_big':
      return [
        {
          in: where,
          path,
          code: issue.origin === 'string' ? 'too_long' : 'too_big',
          params: { limit: Number(issue.maximum) },
        },
      ]
    case 'invalid_value':
      if (valueAt(whole, issue.path) === undefined) return [{ in: where, path, code: 'required' }]
      return [{ in: where, path, code: 'not_one_of', params: { values: issue.values.slice(0, 30).join(', ') } }]
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ in: where, path: path ? `${path}.${key}` : key, code: 'unknown_field' }))
    case 'invalid_type':
      return [
        {
          in: where,
          path,
          code: valueAt(whole, issue.path) === undefined ? 'required' : 'wrong_type',
          params: { expected: issue.expected },
        },
      ]
    case 'custom':
      return [{ in: where, path, code: issue.message === 'Invalid input' ? 'wrong_value' : issue.message }]
    default:
      return [{ in: where, path, code: 'wrong_value' }]
  }
}
