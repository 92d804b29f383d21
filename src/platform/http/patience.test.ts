/** Slow clients, over real connections: an application of one endpoint each for JSON and for files. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestHouse } from '../../../test/harness/house.ts'
import { endpoint } from '../contract.ts'
import { createMetrics } from '../metrics.ts'
import { createApp } from './app.ts'
import { command } from './route.ts'

const house = await openTestHouse()
const { services } = house
const BODY = 500
const Told = z.object({ bytes: z.int() })

const json = endpoint({
  id: 'takeText',
  method: 'post',
  path: '/api/texts',
  summary: 'Takes a text',
  body: z.strictObject({ text: z.string() }),
  reply: Told,
})
const files = endpoint({
  id: 'takeFile',
  method: 'post',
  path: '/api/files',
  summary: 'Takes files',
  takes: 'files',
  reply: Told,
})

const app = await createApp({
  routes: [
    command(json, { may: 'public', secret: true, run: async (_, { body }) => ({ bytes: body.text.length }) }),
    command(files, {
      may: 'public',
      secret: true,
      prepare: async (context) => {
        let bytes = 0
        for await (const { content } of context.files()) for await (const part of content) bytes += part.length
        return bytes
      },
      run: async (_context, _input, bytes) => ({ bytes }),
    }),
  ],
  kernel: {
    matrix: {},
    authenticate: async () => ({
      actor: { kind: 'anonymous', account: null, tenant: null, grants: [] },
      language: undefined,
      timeZone: 'Europe/Moscow',
      credential: null,
    }),
    services,
    secureCookies: false,
  },
  log: services.log,
  translator: services.translator,
  catalogue: new Map(),
  health: { metrics: createMetrics(services.database, '.'), ready: async () => {} },
  version: '0',
  webFolder: house.dataFolder,
  uploads: { bytes: 1_048_576, files: 2 },
  patience: { body: BODY, upload: 60_000 },
})
const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => app.close())

/** Sends the head at once and the body in pieces over a time; answers with what came back before the connection ended. */
async function drip(path: string, type: string, body: string, overMs: number): Promise<string> {
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  let answer = ''
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.on('data', (part) => {
    answer += part.toString()
    // Over when the answer is there; the server would keep the connection.
    if (answer.includes('\r\n\r\n')) socket.end()
  })
  const head = ['host: rost.example', `content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`]
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)
  const pieces = 10
  for (let i = 0; i < pieces && !socket.closed && !socket.writableEnded; i++) {
    const size = Math.ceil(body.length / pieces)
    socket.write(body.slice(i * size, (i + 1) * size))
    await pause(overMs / pieces)
  }
  await ended
  return answer
}

const TEXT = JSON.stringify({ text: 'x'.repeat(100) })
const FORM = [
  '--b',
  'content-disposition: form-data; name="file"; filename="a"',
  '',
  'x'.repeat(100),
  '--b--',
  '',
].join('\r\n')

test('a body that comes by the drop is cut off', async () => {
  expect(await drip('/api/texts', 'application/json', TEXT, 4 * BODY)).toMatch(/^HTTP\/1\.1 408 /)
  expect(await drip('/api/nothing', 'application/json', TEXT, 4 * BODY)).toMatch(/^HTTP\/1\.1 (408|404) /)
})

test('in time it is taken, and nothing is cut off afterwards', async () => {
  expect(await drip('/api/texts', 'application/json', TEXT, 0)).toMatch(/^HTTP\/1\.1 201 /)
})

test('a file takes its time', async () => {
  const answer = await drip('/api/files', 'multipart/form-data; boundary=b', FORM, 4 * BODY)
  expect(answer).toMatch(/^HTTP\/1\.1 201 /)
  expect(answer).toContain('{"bytes":100}')
})

test('headers are waited for a minute at most, files an hour', () => {
  expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000)
  expect(house.app.server.requestTimeout).toBe(3_600_000)
})
