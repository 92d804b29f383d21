/** kill -9 in the middle of taking a load back: nothing of it has happened, and the next server does all of it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cloneDatabase } from '../harness/database.ts'
import { rost, type Serving, serve } from '../smoke/rost.process.ts'

const district = join(import.meta.dirname, '../fixtures/district')
const { appUrl, migratorUrl } = await cloneDatabase()
const client = new pg.Client({ connectionString: migratorUrl })
let folder = ''
let environment: Record<string, string> = {}
const servers: Serving[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rost-killed-undo-'))
  environment = { DATABASE_URL: appUrl, DATABASE_MIGRATOR_URL: migratorUrl, ROST_DATA: join(folder, 'data') }
  await client.connect()
})

afterAll(async () => {
  for (const { child } of servers) child.kill('SIGKILL')
  await client.end()
  await rm(folder, { recursive: true, force: true })
})

const must = async (words: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await rost(words, environment, { limitMs: 120_000 })
  expect(code === 0 || code === 1, stderr).toBe(true)
  return stdout.trim()
}
async function begin(): Promise<Serving> {
  const server = await serve(environment)
  servers.push(server)
  return server
}
async function one<R extends pg.QueryResultRow>(statement: string): Promise<R> {
  const { rows } = await client.query<R>(statement)
  return rows[0] ?? expect.unreachable()
}
const counts = () =>
  one(`select (select count(*)::int from registry.person) as people, (select count(*)::int from registry.employment) as
    employments, (select count(*)::int from registry.person_span) as spans, (select count(*)::int from activities.learning)
    as learning, (select count(*)::int from registry.organisation) as organisations`)
const stateOf = async (id: number): Promise<string> =>
  (await one<{ state: string }>(`select state from registry.load where id = ${id}`)).state

test('all or nothing', { timeout: 300_000 }, async () => {
  await must(['load', district])
  await must(['user', 'add', '--email', 'm@rost.example', '--role', 'methodist'])
  const token = await must(['token', 'create', '--email', 'm@rost.example'])
  const before = await counts()
  const first = await begin()
  const { id: load } = await one<{ id: number }>('select max(id)::int as id from registry.load')

  // People go last: until they may, the rest has gone already, as far as the transaction sees.
  const lock = new pg.Client({ connectionString: migratorUrl })
  await lock.connect()
  await lock.query('begin; lock table registry.organisation in share mode')
  const reply = await fetch(`${first.address}/api/loads/${load}/undo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
  })
  expect(reply.status, await reply.clone().text()).toBe(201)
  const { id: undo }: { id: number } = await reply.json()
  const waits = "select from pg_locks where not granted and relation = 'registry.organisation'::regclass"
  await vi.waitUntil(async () => ((await client.query(waits)).rowCount ?? 0) > 0, { timeout: 120_000, interval: 50 })
  expect(await stateOf(undo)).toBe('taking')
  first.child.kill('SIGKILL')
  await lock.query('rollback')
  await lock.end()
  const isHeld = "select from pg_locks where locktype = 'advisory' and classid = 7301954"
  await vi.waitUntil(async () => (await client.query(isHeld)).rowCount === 0, { timeout: 60_000, interval: 50 })
  expect(await counts()).toEqual(before)
  expect(await stateOf(undo)).toBe('taking')

  await begin()
  await vi.waitUntil(async () => (await stateOf(undo)) === 'done', { timeout: 200_000, interval: 200 })
  expect(await counts()).toEqual({ people: 0, employments: 0, spans: 0, learning: 0, organisations: 0 })
})
