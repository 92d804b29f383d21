/** kill -9 to a load of the command line: it is told as broken off by whoever loads next, and one under way is not. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cloneDatabase } from '../harness/database.ts'
import { rost, start } from '../smoke/rost.process.ts'

const district = join(import.meta.dirname, '../fixtures/district')
const { appUrl, migratorUrl } = await cloneDatabase()
const client = new pg.Client({ connectionString: migratorUrl })
let folder = ''
let environment: Record<string, string> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rost-killed-'))
  await mkdir(join(folder, 'small'))
  await cp(join(district, 'organisations.xlsx'), join(folder, 'small', 'organisations.xlsx'))
  environment = { DATABASE_URL: appUrl, DATABASE_MIGRATOR_URL: migratorUrl, ROST_DATA: join(folder, 'data') }
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await rm(folder, { recursive: true, force: true })
})

/** The loads in their order, as the owner of the tables sees them. */
async function loads(): Promise<{ state: string; fault: string | null }[]> {
  const { rows } = await client.query('select state, fault from registry.load order by id')
  return rows
}

const loadSmall = async (): Promise<void> => {
  const { code, stderr } = await rost(['load', join(folder, 'small')], environment)
  expect(code, stderr).toBe(0)
}
const stateOf = async (at: number): Promise<string | undefined> => (await loads())[at]?.state
const age = () => client.query("update registry.load set created_at = created_at - interval '1 minute'")
const isOneUnderWay = async (): Promise<boolean> =>
  ((await client.query("select from pg_locks where locktype = 'advisory' and classid = 7301954")).rowCount ?? 0) > 0

test('a load that was killed does not stay at reading', { timeout: 120_000 }, async () => {
  await loadSmall()
  // It is held up where it would write, so that it cannot come to its end before it is killed.
  const holder = new pg.Client({ connectionString: migratorUrl })
  await holder.connect()
  await holder.query('begin; lock table registry.person in exclusive mode')
  const killed = start(['load', district], environment)
  await vi.waitUntil(async () => (await stateOf(1)) === 'reading', { timeout: 60_000, interval: 20 })
  await age()
  // While it lives another load waits for it, and does not take it for broken off.
  const second = start(['load', join(folder, 'small')], environment)
  const isOver = new Promise((resolve) => second.once('close', resolve))
  await vi.waitUntil(async () => (await stateOf(2)) === 'waiting', { timeout: 60_000, interval: 20 })
  expect(await loads()).toMatchObject([{ state: 'done' }, { fault: null }, { state: 'waiting' }])
  killed.kill('SIGKILL')
  await holder.end()
  await isOver
  await vi.waitUntil(async () => !(await isOneUnderWay()), { timeout: 60_000, interval: 20 })
  await loadSmall()
  expect(await loads()).toEqual([
    { state: 'done', fault: null },
    { state: 'failed', fault: 'interrupted' },
    { state: 'done', fault: null },
    { state: 'done', fault: null },
  ])
})
