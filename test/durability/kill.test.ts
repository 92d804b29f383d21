/** kill -9 in the middle of writing: whatever was acknowledged is there afterwards, once, and nothing is half there. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { rost, type Serving, serve, start } from '../smoke/rost.process.ts'
import { makePlace, type Place } from './place.ts'
import { startWriters, type Writers } from './writers.ts'

const KILLS = 20
const WRITERS = 4
/** Rounds in which a load is under way too, and is killed with the rest. */
const LOADING = new Set([3, 8, 13, 18])

const COUNTS = `select
  (select count(*)::int from registry.person) as people,
  (select count(*)::int from registry.employment) as employments,
  (select count(*)::int from activities.learning) as learning,
  (select count(*)::int from competence.diagnostic_result) as diagnostics,
  (select count(*)::int from activities.attendance) as attendance,
  (select count(*)::int from communities.membership) as members,
  (select count(*)::int from mentoring.pair) as mentoring,
  (select count(*)::int from talent.pool_membership) as pools,
  (select count(*)::int from staffing.post) as staffing`
const NOTHING = {
  people: 0,
  employments: 0,
  learning: 0,
  diagnostics: 0,
  attendance: 0,
  members: 0,
  mentoring: 0,
  pools: 0,
  staffing: 0,
}
const truth = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/district.truth.json'), 'utf8'))
const { people, employments, learning, diagnostics, attendance, members, mentoring, pools, staffing } = truth.counts
const EVERYTHING = { people, employments, learning, diagnostics, attendance, members, mentoring, pools, staffing }

/** The same rows counted by a walk over the table and by a walk over an index. */
const scan = (how: 'heap' | 'index'): string => `
  set enable_seqscan = ${how === 'heap' ? 'on' : 'off'};
  set enable_bitmapscan = off;
  set enable_indexscan = ${how === 'heap' ? 'off' : 'on'};
  set enable_indexonlyscan = ${how === 'heap' ? 'off' : 'on'};
  select (select count(*)::int from registry.organisation where id > 0) as organisations,
    (select count(*)::int from platform.kept_answer where account_id > 0) as answers,
    (select count(*)::int from platform.journal where id > 0) as journal`

let place: Place
let server: Serving
let port = 0

beforeAll(async () => {
  place = await makePlace()
  port = await findFreePort()
  server = await serve(place.environment, ['--port', String(port)])
}, 120_000)

afterAll(async () => {
  server?.child.kill('SIGKILL')
  await place?.clear()
}, 60_000)

test(`${KILLS} kills of server and database in turn`, { timeout: 400_000 }, async () => {
  const writers = startWriters(server.address, place.token, WRITERS)
  const recoveries: number[] = []
  let stands: Record<string, number> = NOTHING
  for (let round = 1; round <= KILLS; round++) {
    await writers.nextAcknowledgement()
    const load = LOADING.has(round) ? start(['load', place.large], place.environment) : undefined
    await sleep(load ? 500 + Math.random() * 2_500 : 100 + Math.random() * 500)
    const began = performance.now()
    // On a quick machine it may be over by then, and what it said to have taken has to be there.
    const isOver = load !== undefined && load.exitCode !== null
    if (load && !isOver) {
      const over = new Promise((resolve) => load.once('close', resolve))
      load.kill('SIGKILL')
      await over
    }
    if (round % 2 === 0) await place.killDatabase()
    else await replaceServer()
    await writers.nextAcknowledgement()
    recoveries.push(performance.now() - began)
    if (load === undefined) continue
    const seen = await place.look(COUNTS)
    // All of it or nothing, and what is there once stays.
    if (isOver || seen.people !== 0) stands = EVERYTHING
    expect(seen, `round ${round}`).toEqual(stands)
  }
  await writers.stop()
  await compare(writers)
  tell(recoveries, writers)
  expect(Math.max(...recoveries)).toBeLessThan(30_000)
})

test('the queue of jobs came back too: a letter is written', { timeout: 60_000 }, async () => {
  const asked = await fetch(`${server.address}/api/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: place.email }),
  })
  expect(asked.status).toBe(204)
  const letters = () => readdir(join(place.environment.ROST_DATA, 'mail')).catch(() => [])
  await vi.waitUntil(async () => (await letters()).length === 1, { timeout: 45_000, interval: 200 })
})

test('a load that was killed simply runs again, and then stands whole', { timeout: 120_000 }, async () => {
  const { code, stderr } = await rost(['load', place.large], place.environment)
  expect(code, stderr).toBe(1)
  expect(await place.look(COUNTS)).toEqual(EVERYTHING)
})

test('at the end both stop in order, and nothing is left running', { timeout: 60_000 }, async () => {
  expect(await server.stop(), server.stderr()).toBe(0)
  const { code, stdout } = await rost(['doctor'], place.environment)
  expect([code, stdout]).toEqual([0, expect.stringContaining('(embedded)')])
  await expect(place.look('select 1')).rejects.toThrow('ECONNREFUSED')
})

/** The way of a server whose machine's supervisor starts it again at once. */
async function replaceServer(): Promise<void> {
  server.child.kill('SIGKILL')
  await server.ended
  server = await serve(place.environment, ['--port', String(port)])
}

async function compare({ ledger }: Writers): Promise<void> {
  expect(ledger.wrong).toEqual([])
  const found = await listOrganisations()
  const ids = new Map(found.map(({ code, id }) => [code, id]))
  const lost = [...ledger.acknowledged].filter(([code, id]) => ids.get(code) !== id)
  expect(lost).toEqual([])
  expect(found.length).toBe(ids.size)
  // At most the one request of each writer that was not answered any more may be there besides.
  const written = [...ids.keys()].filter((code) => code.startsWith('W')).length
  expect(written - ledger.acknowledged.size).toBeLessThanOrEqual(WRITERS)
  const byHeap = await place.look(scan('heap'))
  expect(byHeap.answers).toBe(written)
  expect(await place.look(scan('index'))).toEqual(byHeap)
}

async function listOrganisations(): Promise<{ id: number; code: string }[]> {
  const all: { id: number; code: string }[] = []
  for (let page = 1; ; page++) {
    const reply = await fetch(`${server.address}/api/organisations?size=200&page=${page}`, {
      headers: { authorization: `Bearer ${place.token}` },
    })
    const { items, total } = await reply.json()
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
  }
}

function tell(recoveries: readonly number[], { ledger }: Writers): void {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  const sorted = [...recoveries].sort((left, right) => left - right)
  process.stdout.write(
    `${KILLS} kills, ${ledger.acknowledged.size} acknowledged, ${ledger.unavailable} told to come again; ` +
      `back after ${seconds(sorted[KILLS / 2] ?? 0)} (median), ${seconds(sorted.at(-1) ?? 0)} (worst); ` +
      `longest wait of a request ${seconds(ledger.longest)}\n`,
  )
}
