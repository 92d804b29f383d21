/** The description of the API, as a client generator would read it. */
import { describe, expect, test } from 'vitest'
import { accessMatrix } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { openTestHouse } from '../harness/house.ts'

type Schema = Record<string, unknown>
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  'x-permission': string
  security: Record<string, unknown>[]
  parameters: { $ref?: string; name?: string; in?: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, { schema: Schema }> }>
}
type Description = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

const { app } = await openTestHouse()
const reply = await app.inject('/api/openapi.json')
const description: Description = reply.json()
const routes = modules.flatMap((module) => module.routes)
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => [`${method} ${path}`, { path, method, operation }] as const),
)

test('is OpenAPI 3.1 with a name and a version', () => {
  expect(description).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Rost', version: expect.stringMatching(/^\d/) },
  })
})

test('has every route, and each once', () => {
  const due = routes.map(({ contract }) => `${contract.method} ${contract.path}`)
  expect(operations.map(([name]) => name).sort()).toEqual(due.sort())
  const ids = operations.map(([, { operation }]) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('refers to nothing that is not there', () => {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1] ?? '')
  expect(references.length).toBeGreaterThan(0)
  for (const reference of new Set(references)) {
    const found = reference.split('/').slice(1).reduce<unknown>(step, description)
    expect(found, reference).toBeTypeOf('object')
  }
})

function step(within: unknown, name: string): unknown {
  return typeof within === 'object' && within !== null ? Reflect.get(within, name) : undefined
}

describe.each(operations)('%s', (_, { path, method, operation }) => {
  test('says who may, what it is and how it ends', () => {
    const may = operation['x-permission']
    expect(['public', 'signed-in', ...Object.keys(accessMatrix)]).toContain(may)
    expect(operation.security).toHaveLength(may === 'public' ? 0 : 2)
    expect(operation.summary).toMatch(/^\p{Lu}.{5,}/u)
    expect(operation.tags.length).toBeGreaterThan(0)
    const statuses = Object.keys(operation.responses)
    expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1)
    expect(statuses).toEqual(expect.arrayContaining(['429', '500', '503']))
    if (may !== 'public') expect(statuses).toEqual(expect.arrayContaining(['401', '403']))
    for (const [status, answer] of Object.entries(operation.responses))
      if (!status.startsWith('2')) expect(answer.$ref).toBe('#/components/responses/Problem')
  })

  test('names its parameters', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
    const described = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(described.map(({ name }) => name)).toEqual(inPath)
    expect(described.every(({ required }) => required === true)).toBe(true)
    for (const parameter of operation.parameters)
      if (parameter.$ref === undefined) expect(Object.keys(parameter.schema ?? {}), parameter.name).not.toEqual([])
  })

  test('reads change nothing, writes that change stored versions ask for the one seen', () => {
    const route = routes.find(({ contract }) => contract.id === operation.operationId)
    // Asking for names behind a figure, or for faulty rows, opens what is masked elsewhere, and a list of names taken
    // away, or a paper, has left the house: all are written down.
    if (
      method === 'get' &&
      !/^listConsents$|^getMonitoringNote$|Members$|FaultyRows|KeptCells|Differences$|Document$|Paper$|^export/i.test(
        operation.operationId,
      )
    )
      expect(route?.kind).toBe('query')
    if (method !== 'get' && method !== 'post') expect(route?.kind).toBe('command')
    const asksVersion = operation.parameters.some(({ $ref }) => $ref?.endsWith('/IfMatch'))
    expect(asksVersion).toBe(route?.kind === 'command' && route.contract.versioned === true)
    if (asksVersion) expect(Object.keys(operation.responses)).toContain('412')
  })
})
