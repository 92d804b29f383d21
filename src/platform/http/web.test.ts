import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { squeezeFiles } from '../../../scripts/squeeze.ts'
import { serveWeb } from './web.ts'

const SCRIPT = 'const teacher = "Ёлкина"\n'.repeat(200)
const app = Fastify()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rost-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<script nonce="%CSP_NONCE%"></script>'.repeat(50))
  await writeFile(join(folder, 'assets', 'index-1.js'), SCRIPT)
  await writeFile(join(folder, 'assets', 'short-1.js'), 'go()')
  await squeezeFiles(folder)
  await serveWeb(app, folder)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = (url: string, accepted: string) => app.inject({ url, headers: { 'accept-encoding': accepted } })

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)(
  'for who takes %s a script comes as it was squeezed when it was built',
  async (accepted, encoding, open) => {
    const reply = await ask('/assets/index-1.js', accepted)
    expect(reply.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect(open(reply.rawPayload).toString()).toBe(SCRIPT)
  },
)

test('who takes neither, and what is short, gets it as it is', async () => {
  const plain = await ask('/assets/index-1.js', 'identity')
  expect([plain.body, plain.headers['content-encoding']]).toEqual([SCRIPT, undefined])
  const short = await ask('/assets/short-1.js', 'br')
  expect([short.body, short.headers['content-encoding']]).toEqual(['go()', undefined])
})

test('what lies beside is no address of its own, and the page has a nonce of each answer', async () => {
  expect((await ask('/assets/index-1.js.br', 'br')).statusCode).toBe(404)
  const [one, other] = [await ask('/', 'br'), await ask('/', 'br')]
  expect(one.headers['content-encoding']).toBeUndefined()
  expect(one.body).not.toContain('%CSP_NONCE%')
  expect(one.body).not.toBe(other.body)
})
