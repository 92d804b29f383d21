/** What every endpoint does alike, whichever module it comes from. */
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { FileReply } from '../../src/platform/contract.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { ask } from '../access/ask.ts'
import type { Expectation } from '../access/expectation.ts'
import { expectations } from '../access/expectations.ts'
import { makeActor, makeWorld } from '../access/world.ts'
import { addActor, addDistrict, anonymous, unique } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
const world = await makeWorld(house)
const everybody = await makeActor(world, ROLES)
const nobody = anonymous(house)
const routes = modules.flatMap((module) => module.routes)
const description = (await house.app.inject('/api/openapi.json')).json()

type Parameter = { name?: string; in?: string; schema?: Record<string, unknown> }
const operationOf = ({ contract }: Route): { parameters: Parameter[] } =>
  description.paths[contract.path][contract.method]
const pathOf = ({ contract }: Route): string => contract.path.replace(/\{\w+\}/g, '1')
const methodOf = ({ contract }: Route): 'POST' => contract.method.toUpperCase() as 'POST'
const json = { 'content-type': 'application/json' }
const organisation = (code = unique('o')) => ({ code, name: 'Школа', type: 'school' })

const withBody = routes.filter(({ contract }) => contract.body !== undefined).map((r) => [r.contract.id, r] as const)

describe.each(withBody)('%s', (_, route) => {
  const send = (payload: string, headers: Record<string, string> = json) =>
    everybody.ask(methodOf(route), pathOf(route), { payload, headers })

  test('refuses what is no JSON, is not said to be, or is too much', async () => {
    expect((await send('{"a":')).json()).toMatchObject({ status: 422, code: 'body_broken' })
    expect((await send('{"__proto__":{"admin":true}}')).json()).toMatchObject({ status: 422 })
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await send('{}', { 'content-type': type })).json(), type).toMatchObject({ status: 415 })
    const large = JSON.stringify({ a: 'x'.repeat(1_048_577) })
    expect((await send(large)).json()).toMatchObject({ status: 413, code: 'body_too_large' })
  })

  test('refuses fields it does not know, by name', async () => {
    const reply = await send('{"isAdministrator":true}')
    expect(reply.statusCode).toBe(422)
    expect(reply.json().errors).toContainEqual(
      expect.objectContaining({ in: 'body', path: 'isAdministrator', code: 'unknown_field' }),
    )
  })

  test.each(['null', '[]', '"text"', '7'])('refuses %s in place of an object', async (payload) => {
    expect((await send(payload)).json()).toMatchObject({ status: 422, code: 'request_invalid' })
  })

  test('survives nesting without end', async () => {
    const reply = await send(`{"body":${'{"not":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)
    expect(reply.statusCode).toBe(422)
  })
})

const typed = routes.flatMap((route) =>
  operationOf(route)
    .parameters.filter(({ in: where, schema }) => where === 'query' && schema?.type !== 'string')
    .map((parameter) => [`${route.contract.id} ?${parameter.name}`, route, parameter.name ?? ''] as const),
)
const PAIRS: Readonly<Record<string, string>> = { key: 'slice', slice: 'key' }

test.each(typed)('%s: a wrong value is refused by name', async (_, route, name) => {
  const query = { [name]: 'no such value !', ...(PAIRS[name] !== undefined && { [PAIRS[name]]: 'x' }) }
  const reply = await everybody.ask(methodOf(route), pathOf(route), { query })
  expect(reply.statusCode, reply.body).toBe(422)
  const paths = reply.json().errors.map((fault: { in: string; path: string }) => `${fault.in} ${fault.path}`)
  expect(paths).toContainEqual(expect.stringMatching(new RegExp(`^query ${name}`)))
})

const numbered = routes.filter(({ contract }) => contract.path.includes('{id}'))

test.each(numbered.map((r) => [r.contract.id, r] as const))('%s: an id that is none', async (_, route) => {
  for (const id of ['abc', '0', '-1', '1.5', '9'.repeat(30), '%00']) {
    const url = route.contract.path.replace('{id}', id).replace(/\{\w+\}/g, '1')
    const reply = await everybody.ask(methodOf(route), url)
    expect([404, 422], `${id}: ${reply.body}`).toContain(reply.statusCode)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
  }
})

const versioned = routes.flatMap((route): [string, Route, Expectation][] => {
  const expected = expectations[route.contract.id]
  // What belongs to an account is not there for this one, and a wrong password is refused first: their own tests ask.
  if (expected === undefined || 'answers' in expected) return []
  if ('belongs' in expected && expected.belongs === 'account') return []
  return route.kind === 'command' && route.contract.versioned ? [[route.contract.id, route, expected]] : []
})

test.each(versioned)('%s: without the version 422, with an old one 412', async (_, route, expected) => {
  const { version = 1, ...asked } = (await expected.asks?.(world, 'own')) ?? {}
  expect((await ask(everybody, route, asked)).json()).toMatchObject({
    status: 422,
    errors: [{ in: 'header', path: 'If-Match', code: 'version_required' }],
  })
  const reply = await ask(everybody, route, { ...asked, version: version + 1000 })
  expect(reply.json()).toMatchObject({ status: 412, code: 'version_conflict' })
})

describe('no character brings it down', () => {
  const texts = ['\u0000', 'a\u0000b', '%', "'", '\\', '\u202e', '😀'.repeat(50)]

  test.each(texts.map((text) => [JSON.stringify(text), text]))('%s', async (_, text) => {
    for (const path of ['/api/organisations', '/api/indicators', '/api/accounts']) {
      for (const name of ['q', 'sort', 'code', 'type'])
        expect((await everybody.ask('GET', path, { query: { [name]: text } })).statusCode).toBeLessThan(500)
    }
    const reply = await everybody.ask('POST', '/api/organisations', { payload: { ...organisation(), name: text } })
    expect(reply.statusCode, reply.body).toBeLessThan(500)
    const key = await everybody.ask('GET', `/api/indicators/${encodeURIComponent(text.slice(0, 20))}/members`)
    expect(key.statusCode, key.body).toBeLessThan(500)
  })

  test('half a character', async () => {
    const reply = await everybody.ask('POST', '/api/organisations', { payload: { ...organisation(), name: '\ud800' } })
    expect(reply.statusCode).toBeLessThan(500)
  })

  test('nor an address that cannot be decoded', async () => {
    for (const url of ['/api/organisations/%E0%A4%A', '/api/%', '/%c0%ae%c0%ae/etc/passwd', '/../../etc/passwd']) {
      const reply = await everybody.ask('GET', url)
      expect([404, 422], `${url}: ${reply.body}`).toContain(reply.statusCode)
      expect(reply.headers['content-type'], url).toMatch(/problem\+json/)
    }
  })
})

describe('Idempotency-Key', () => {
  const post = (key: string, payload: object) =>
    everybody.ask('POST', '/api/organisations', { payload, headers: { 'idempotency-key': key } })
  const countOf = async (code: string): Promise<number> =>
    (await everybody.ask('GET', '/api/organisations', { query: { q: code } })).json().total

  test('the same request twice at once is done once and answered twice', async () => {
    const [key, body] = [unique('k'), organisation()]
    const replies = await Promise.all(Array.from({ length: 6 }, () => post(key, body)))
    expect(new Set(replies.map((reply) => `${reply.statusCode} ${reply.body}`)).size).toBe(1)
    expect(replies[0]?.statusCode).toBe(201)
    expect(await countOf(body.code)).toBe(1)
  })

  test('another request under the key is refused, and one of somebody else is not concerned', async () => {
    const [key, body] = [unique('k'), organisation()]
    await post(key, body)
    expect((await post(key, organisation())).json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
    const other = await addActor(house, [{ tenant: world.here.tenant, role: 'methodist' }])
    const headers = { 'idempotency-key': key }
    expect((await other.ask('POST', '/api/organisations', { payload: organisation(), headers })).statusCode).toBe(201)
  })

  test('a refused request keeps no answer: corrected, it goes under the same key', async () => {
    const key = unique('k')
    const taken = organisation()
    await everybody.ask('POST', '/api/organisations', { payload: taken })
    expect((await post(key, taken)).statusCode).toBe(422)
    expect((await post(key, organisation())).statusCode).toBe(201)
  })

  test('no file is kept for repeats', () => {
    const kept = routes.filter(
      ({ kind, contract, secret }) =>
        kind === 'command' && contract.method === 'post' && contract.reply === FileReply && secret !== true,
    )
    expect(kept.map(({ contract }) => contract.id)).toEqual([])
  })

  test('a key that is none is refused by name', async () => {
    for (const key of ['x'.repeat(101), 'with a blank']) {
      const reply = await post(key, organisation())
      expect(reply.json()).toMatchObject({ status: 422, errors: [{ in: 'header', path: 'Idempotency-Key' }] })
    }
  })
})

describe('headers', () => {
  const answers: readonly (readonly [string, () => ReturnType<typeof everybody.ask>])[] = [
    ['a page', () => nobody.ask('GET', '/', { headers: { accept: 'text/html' } })],
    ['a page of the client', () => nobody.ask('GET', '/indicators', { headers: { accept: 'text/html' } })],
    ['no such file', () => nobody.ask('GET', '/nothing.js')],
    ['health', () => nobody.ask('GET', '/healthz')],
    ['readiness', () => nobody.ask('GET', '/readyz')],
    ['metrics', () => nobody.ask('GET', '/metrics')],
    ['the description', () => nobody.ask('GET', '/api/openapi.json')],
    ['200', () => everybody.ask('GET', '/api/me')],
    ['201', () => everybody.ask('POST', '/api/organisations', { payload: organisation() })],
    ['204', () => nobody.ask('POST', '/api/sign-in/link', { payload: { email: 'nobody@rost.example' } })],
    ['401', () => nobody.ask('GET', '/api/me')],
    ['404', () => everybody.ask('GET', '/api/organisations/999999999')],
    ['no such endpoint', () => everybody.ask('GET', '/api/nothing')],
    ['413', () => everybody.ask('POST', '/api/organisations', { payload: { a: 'x'.repeat(1_048_577) } })],
    ['415', () => everybody.ask('POST', '/api/organisations', { payload: 'x', headers: { 'content-type': 'a/b' } })],
    ['422', () => everybody.ask('POST', '/api/organisations', { payload: {} })],
  ]

  test.each(answers)('of %s', async (_, answer) => {
    const { headers } = await answer()
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test.each(answers.filter(([name]) => /\d|endpoint|description/.test(name)))('%s is not stored', async (_, answer) => {
    expect((await answer()).headers['cache-control']).toBe('no-store')
  })
})

describe('who asks from elsewhere', () => {
  const write = (headers: Record<string, string>) =>
    nobody.ask('POST', '/api/sign-out', { headers: { host: 'rost.example', ...headers } })

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://rost.example.evil.example' }],
    [{ origin: 'https://rost.example:8443' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('%j cannot write', async (headers) => {
    expect((await write(headers)).json()).toMatchObject({ status: 403, code: 'foreign_origin' })
  })

  test.each([[{ origin: 'https://rost.example' }], [{ 'sec-fetch-site': 'same-origin' }], [{}]])(
    '%j is our own',
    async (headers) => {
      expect((await write(headers)).statusCode).toBe(204)
    },
  )

  const looks = routes.filter(({ kind, contract }) => kind === 'command' && contract.method === 'get')

  test('nor may another site have files taken away in the name of who is signed in', async () => {
    expect(looks.length).toBeGreaterThan(20)
    for (const route of looks) {
      const look = (site: string) => nobody.ask('GET', pathOf(route), { headers: { 'sec-fetch-site': site } })
      for (const site of ['cross-site', 'same-site'])
        expect((await look(site)).json(), route.contract.id).toMatchObject({ status: 403, code: 'foreign_origin' })
      expect((await look('same-origin')).json(), route.contract.id).toMatchObject({ status: 401 })
    }
  })

  test('preflights are promised nothing', async () => {
    const reply = await nobody.ask('OPTIONS', '/api/organisations', {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(reply.statusCode).toBe(404)
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('what is not there', () => {
  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s is answered by a problem', async (method) => {
    for (const url of ['/api/nothing', '/api/organisations/1/nothing', '/api', '/api/']) {
      const reply = await everybody.ask(method, url)
      expect(reply.json(), url).toMatchObject({
        status: 404,
        code: 'not_found',
        requestId: reply.headers['x-request-id'],
      })
    }
  })

  test('HEAD and OPTIONS do nothing anywhere', async () => {
    for (const route of routes) {
      for (const method of ['HEAD', 'OPTIONS'] as const) {
        const reply = await everybody.ask(method, pathOf(route))
        expect(reply.statusCode, `${method} ${pathOf(route)}`).toBe(404)
      }
    }
  })

  test('in the reader’s language', async () => {
    const say = async (language: string) =>
      (await nobody.ask('GET', '/api/nothing', { headers: { 'accept-language': language } })).json().title
    expect(await say('en-GB,en;q=0.9')).toMatch(/^[A-Z]/)
    expect(await say('ru')).toMatch(/^[А-Я]/)
    expect(await say('xx')).toMatch(/^[А-Я]/)
  })
})

test('a bug says nothing of its inside but the number of the request', async () => {
  const broken = await openTestHouse()
  const { tenant } = await addDistrict(broken)
  const person = await addActor(broken, [{ tenant, role: 'methodist' }])
  // The application may not: its own connection has no right to the schema.
  const asApplication = sql`alter table registry.organisation rename to elsewhere`
  await expect(broken.services.database.write(null, (tx) => asApplication.execute(tx))).rejects.toThrow('must be owner')
  const { rows } = await broken.services.database.readPool.query('select current_database() as name')
  await asOwner(rows[0].name, 'alter table registry.organisation rename column name to elsewhere')
  const reply = await person.ask('GET', '/api/organisations')
  expect(reply.json()).toMatchObject({ status: 500, code: 'internal', requestId: reply.headers['x-request-id'] })
  expect(reply.body).toContain(reply.headers['x-request-id'])
  expect(reply.body).not.toMatch(/select|column|registry|\.ts|node_modules|at /i)
})

async function asOwner(database: string, statement: string): Promise<void> {
  const url = new URL(inject('migratorUrl'))
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}
