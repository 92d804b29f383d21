import type { FastifyRequest } from 'fastify'
import type { core, ZodType } from 'zod'
import type { Contract } from '../contract.ts'
import { type FieldFault, Refusal } from '../errors.ts'
import type { Input } from './route.ts'

/** Path, query and body by the shapes of the contract; every faulty field is named at once (422). */
export function readInput(contract: Contract, request: FastifyRequest): Input {
  const faults: FieldFault[] = []
  const input = {
    params: read(contract.params, request.params, 'path', faults),
    query: read(contract.query, request.query, 'query', faults),
    body: contract.takes === 'files' ? undefined : read(contract.body, request.body ?? undefined, 'body', faults),
  }
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults.slice(0, 100) })
  return input
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
