/** One server under clients as they come: slow ones hold up nobody, and when it has to stop nobody is cut off. */
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addActor, addDistrict } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { type Serving, serve } from '../smoke/rost.process.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const { headers } = await addActor(house, [{ tenant, role: 'methodist' }])
const { databaseUrl = '', migratorUrl = '', secret = '' } = house.services.settings
let server: Serving

beforeAll(async () => {
  server = await serve({
    ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl },
    ...{ ROST_SECRET: secret, ROST_DATA: house.dataFolder },
  })
})
afterAll(() => server?.child.kill('SIGKILL'))

const read = (): Promise<Response> => fetch(`${server.address}/api/organisations`, { headers })
const write = (code: string): Promise<Response> =>
  fetch(`${server.address}/api/organisations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Школа', type: 'school' }),
  })

/** Each sends what it has by the drop, and none of them ever reads. */
function openSlowly(count: number, text: string): Socket[] {
  const { hostname, port } = new URL(server.address)
  return Array.from({ length: count }, () => {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.pause().on('error', () => {})
    let at = 0
    const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), 50)
    socket.on('close', () => clearInterval(timer))
    return socket
  })
}

const SLOW = 100
const HEAD = 'GET /api/organisations HTTP/1.1\r\nhost: rost.example\r\nx-slow: '
const BODY = 'POST /api/sign-in HTTP/1.1\r\nhost: rost.example\r\ncontent-type: application/json\r\ncontent-length: 900'

test('hundreds of clients that send by the drop or do not read hold up nobody', async () => {
  const { hostname, port } = new URL(server.address)
  const slow = [...openSlowly(SLOW, `${HEAD}${'x'.repeat(10_000)}`), ...openSlowly(SLOW, 'x')]
  for (const socket of slow.slice(SLOW)) socket.write(`${BODY}\r\n\r\n`)
  const deaf = Array.from({ length: SLOW }, () => {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.pause().on('error', () => {})
    socket.write('GET /api/openapi.json HTTP/1.1\r\nhost: rost.example\r\n\r\n'.repeat(20))
    return socket
  })
  await pause(500)
  const times: number[] = []
  for (let n = 0; n < 20; n++) {
    const began = performance.now()
    const replies = await Promise.all([read(), write(`slow-${n}`)])
    times.push(performance.now() - began)
    expect(replies.map(({ status }) => status)).toEqual([200, 201])
  }
  expect(times.toSorted((a, b) => a - b)[times.length >> 1]).toBeLessThan(3_000)
  for (const socket of [...slow, ...deaf]) socket.destroy()
})

test('told to stop under load it says so first, breaks off nobody and is gone within ten seconds', async () => {
  let ready = true
  let [answered, afterwards] = [0, 0]
  const wrong: string[] = []
  async function client(number: number): Promise<void> {
    // As those behind a balancer: no more are sent here when the server is not ready.
    for (let n = 0; ready; n++) {
      try {
        const reply = n % 4 === 0 ? await write(`leaving-${number}-${n}`) : await read()
        const body: unknown = await reply.json()
        if (reply.status >= 300) wrong.push(`${reply.status} ${JSON.stringify(body)}`)
        answered++
        if (server.child.killed) afterwards++
      } catch (error) {
        wrong.push(String(error instanceof Error ? (error.cause ?? error) : error))
      }
    }
  }
  async function balancer(): Promise<number | undefined> {
    for (;;) {
      const status = await fetch(`${server.address}/readyz`).then(
        (reply) => reply.status,
        () => undefined,
      )
      if (status === 200) await pause(20)
      else return status
    }
  }
  const clients = Array.from({ length: 16 }, (_, number) => client(number))
  await expect.poll(() => answered, { timeout: 60_000, interval: 20 }).toBeGreaterThan(100)
  const looking = balancer()
  const began = performance.now()
  const stopped = server.stop()
  // Not ready before it is gone, and served meanwhile.
  expect(await looking).toBe(503)
  const seen = afterwards
  await expect.poll(() => afterwards, { timeout: 5_000, interval: 5 }).toBeGreaterThan(seen)
  ready = false
  await Promise.all(clients)
  expect(await stopped, server.stderr()).toBe(0)
  expect(performance.now() - began).toBeLessThan(30_000)
  expect(wrong).toEqual([])
})
