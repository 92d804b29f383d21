/** Every field of every body and address, as the description of the API has them: no more than it says, and never slow. */
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { makeActor, makeWorld } from '../access/world.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
const everybody = await makeActor(await makeWorld(house), ROLES)
const description = (await house.app.inject('/api/openapi.json')).json()

type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: unknown
}

const resolve = ({ $ref, ...schema }: Schema): Schema =>
  $ref === undefined
    ? schema
    : $ref
        .split('/')
        .slice(1)
        .reduce((within, step) => within?.[step], description)

/** Every object within a shape with the way to it; shapes that hold themselves are followed once. */
function objectsOf(given: Schema, way = '', seen: ReadonlySet<string> = new Set()): { way: string; schema: Schema }[] {
  if (given.$ref !== undefined && seen.has(given.$ref)) return []
  const further = given.$ref === undefined ? seen : new Set([...seen, given.$ref])
  const schema = resolve(given)
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(([name, one]) => [`${way}.${name}`, one] as const),
    ...(schema.items === undefined ? [] : [[`${way}[]`, schema.items] as const]),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((one) => [way, one] as const),
  ]
  const own = schema.properties === undefined ? [] : [{ way, schema }]
  return [...own, ...inner.flatMap(([name, one]) => objectsOf(one, name, further))]
}

const bodies = modules
  .flatMap((module) => module.routes)
  .filter(({ contract }) => contract.body !== undefined)
  .map(({ contract }) => {
    const operation = description.paths[contract.path][contract.method]
    const schema: Schema = operation.requestBody.content['application/json'].schema
    return { contract, schema }
  })

test('no object of a body takes fields it does not name, at any depth', () => {
  const open = bodies.flatMap(({ contract, schema }) =>
    objectsOf(schema)
      .filter((one) => one.schema.additionalProperties !== false)
      .map(({ way }) => `${contract.id}${way}`),
  )
  expect(bodies.length).toBeGreaterThan(40)
  expect(open).toEqual([])
})

const isText = ({ type }: Schema): boolean => [type].flat().includes('string')

/** Texts that expressions are slowest at. */
const SLOW = [' ', '-', 'а', '1', '@', '(', '1 ', 'a@a.', '\n'].map((one) => one.repeat(100_000 / one.length))

describe('texts of 100,000 characters', () => {
  test('are answered at once in every field of every body', { timeout: 120_000 }, async () => {
    const slow: string[] = []
    for (const { contract, schema } of bodies) {
      const { properties = {} } = resolve(schema)
      const fields = Object.entries(properties).filter(([, one]) => isText(resolve(one)))
      if (fields.length === 0) continue
      const url = contract.path.replace(/\{\w+\}/g, '1')
      for (const text of SLOW) {
        const payload = Object.fromEntries(fields.slice(0, 9).map(([name]) => [name, text]))
        const began = process.cpuUsage()
        const reply = await everybody.ask(
          contract.method.toUpperCase() === 'PUT' ? 'PUT' : asMethod(contract.method),
          url,
          {
            payload,
          },
        )
        const { user } = process.cpuUsage(began)
        expect(reply.statusCode, `${contract.id}: ${reply.body.slice(0, 100)}`).toBeLessThan(500)
        if (user > 2_000_000) slow.push(`${contract.id}: ${Math.round(user / 1_000)} ms of ${JSON.stringify(text[0])}`)
      }
    }
    expect(slow).toEqual([])
  })
})

const asMethod = (method: string): 'POST' | 'PATCH' | 'DELETE' =>
  method === 'post' ? 'POST' : method === 'patch' ? 'PATCH' : 'DELETE'

describe('an address', () => {
  test('has each parameter once', async () => {
    for (const twice of ['q=a&q=b', 'page=1&page=2', 'q[]=a', 'q[a]=b', 'page=1;page=2'])
      expect((await everybody.ask('GET', `/api/organisations?${twice}`)).statusCode, twice).toBe(422)
  })

  test('names no parameter that belongs to the body, and the body none of the address', async () => {
    const reply = await everybody.ask('POST', '/api/organisations?code=a', {
      payload: { code: 'b', name: 'b', type: 'school' },
    })
    expect(reply.json()).toMatchObject({ status: 422, errors: [{ in: 'query', path: 'code', code: 'unknown_field' }] })
    const other = await everybody.ask('PATCH', '/api/organisations/1', {
      payload: { id: 2, tenantId: 3 },
      headers: { 'if-match': '"1"' },
    })
    expect([404, 422]).toContain(other.statusCode)
  })
})
