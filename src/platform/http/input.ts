import type { FastifyRequest } from 'fastify'
import type { core, ZodType } from 'zod'
import type { Contract } from '../contract.ts'
import { type FieldFault, Refusal } from '../errors.ts'
import type { Input } from './route.ts'

/** Path, query and body by the shapes of the contract; every faulty field is named at once (422). */
export function readInput(contract: Contract, request: FastifyRequest): Input {
  if (contract.takes !== 'files' && request.isMultipart()) throw new Refusal('unsupported', 'media_type_unsupported')
  const faults: FieldFault[] = [
    ...findUnstorable(request.params, 'path'),
    ...findUnstorable(request.query, 'query'),
    ...findUnstorable(request.body, 'body'),
  ]
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
  const input = {
    params: read(contract.params, request.params, 'path', faults),
    query: read(contract.query, request.query, 'query', faults),
    body: contract.takes === 'files' ? undefined : read(contract.body, request.body ?? undefined, 'body', faults),
  }
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
  return input
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

function read(schema: ZodType | undefined, value: unknown, where: FieldFault['in'], faults: FieldFault[]): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) faults.push(...describe(issue, where))
  return undefined
}

/** Issue kinds of zod in our words (`fields.*` of the catalogue). */
function describe(issue: core.$ZodIssue, where: FieldFault['in']): FieldFault[] {
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
          code: issue.input === undefined ? 'required' : 'wrong_type',
          params: { expected: issue.expected },
        },
      ]
    case 'custom':
      return [{ in: where, path, code: issue.message === 'Invalid input' ? 'wrong_value' : issue.message }]
    default:
      return [{ in: where, path, code: 'wrong_value' }]
  }
}
