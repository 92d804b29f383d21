/** More clients than can be served: who signs in and who saves is served, lists are told when to come again. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAccount, setPassword } from '../../src/modules/identity/accounts/accounts.repo.ts'
import { hashPassword } from '../../src/modules/identity/passwords/password.hash.ts'
import { addActor, addDistrict, unique } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { type Serving, serve } from '../smoke/rost.process.ts'
import { openProxy, type SpoiltWay } from './proxy.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house)
const { headers } = await addActor(house, [{ tenant, role: 'methodist' }])
const password = 'a long sentence for a crowd'
const typed: { readonly email: string; readonly password: string }[] = []
let proxy: SpoiltWay
let server: Serving

beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  for (let n = 0; n < 2; n++) {
    const email = `${unique('crowd')}@rost.example`
    typed.push({ email, password })
    await services.database.write(null, async (tx) => {
      const { id } = await insertAccount(tx, { email, name: email, language: null })
      await setPassword(tx, id, passwordHash)
    })
  }
  const { databaseUrl = '', migratorUrl = '', secret = '' } = services.settings
  const { hostname, port } = new URL(databaseUrl)
  proxy = await openProxy({ host: hostname, port: Number(port) })
  const through = new URL(databaseUrl)
  through.port = String(proxy.port)
  server = await serve({
    ...{ DATABASE_URL: through.href, DATABASE_MIGRATOR_URL: migratorUrl },
    ...{ ROST_SECRET: secret, ROST_DATA: house.dataFolder },
  })
})
afterAll(async () => {
  server?.child.kill('SIGKILL')
  await proxy?.close()
})

type Told = { readonly status: number; readonly retryAfter: number }

async function ask(path: string, body?: object): Promise<Told> {
  const reply = await fetch(`${server.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  await reply.arrayBuffer()
  return { status: reply.status, retryAfter: Number(reply.headers.get('retry-after') ?? 0) }
}

/** As who is told to come again does: on a machine that is busy with something else a place may be free too late. */
async function askUntilServed(path: string, body: object): Promise<Told> {
  for (let tries = 1; ; tries++) {
    const told = await ask(path, body)
    if (told.status !== 503 || tries === 5) return told
    await pause(told.retryAfter * 1_000)
  }
}

const READERS = 400

test('a crowd of readers keeps nobody from signing in or saving', async () => {
  expect((await ask('/api/organisations')).status).toBe(200)
  // So that the same is too much for any machine.
  proxy.latency = 40
  const reading = Promise.all(Array.from({ length: READERS }, () => ask('/api/organisations')))
  const counting = Promise.all(Array.from({ length: 20 }, () => ask('/api/indicators?date=2025-12-31')))
  const saving = Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      askUntilServed('/api/organisations', { code: `${n}`, name: 'Школа', type: 'school' }),
    ),
  )
  const signingIn = Promise.all(typed.map((body) => askUntilServed('/api/sign-in', body)))
  for (const { status } of [...(await saving), ...(await signingIn)]) expect(status).toBe(201)
  const told = [...(await reading), ...(await counting)]
  const shed = told.filter(({ status }) => status === 503)
  const answered = told.filter(({ status }) => status === 200)
  expect(shed.length + answered.length).toBe(told.length)
  expect(answered.length).toBeGreaterThan(5)
  expect(shed.length).toBeGreaterThan(READERS / 4)
  for (const { retryAfter } of shed) expect([2, 3, 4, 5, 6]).toContain(retryAfter)
  await proxy.heal()
  expect((await ask('/api/organisations')).status).toBe(200)
})
