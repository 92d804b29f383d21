/** The disk of the data folder runs full under a server: who writes is told so, who reads goes on, and room is all it needs. */
import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rost, type Serving, serve } from '../smoke/rost.process.ts'
import { makePlace, type Place } from './place.ts'

const SIZE_MB = 256
const mounted = await mkdtemp(join(tmpdir(), 'rost-full-'))
const run = promisify(execFile)
const canMount = await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=755`, 'rost-full', mounted]).then(
  () => true,
  () => false,
)
if (!canMount) process.stdout.write('a small disk cannot be mounted here: that a disk runs full is not tested\n')

let place: Place
let server: Serving

beforeAll(async () => {
  if (!canMount) return
  place = await makePlace(mounted)
  server = await serve(place.environment)
}, 120_000)

afterAll(async () => {
  server?.child.kill('SIGKILL')
  await server?.ended
  await place?.clear()
  if (canMount) await run('umount', ['--lazy', mounted])
  await rm(mounted, { recursive: true, force: true })
}, 60_000)

const headers = (): Record<string, string> => ({ authorization: `Bearer ${place.token}` })
const read = (): Promise<Response> => fetch(`${server.address}/api/organisations`, { headers: headers() })

/** The names are long, so that a few hundred of them need room. */
const write = (code: string): Promise<Response> =>
  fetch(`${server.address}/api/organisations`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: code.padEnd(300, ' школа'), type: 'school' }),
  })

/** Takes what room there is. */
async function fill(ballast: string): Promise<void> {
  for (const bytes of [1 << 20, 1 << 12]) {
    const block = Buffer.alloc(bytes, 1)
    while (
      await appendFile(ballast, block).then(
        () => true,
        () => false,
      )
    );
  }
}

test.skipIf(!canMount)(
  'writes are told to come again, reads go on, and nothing is lost',
  { timeout: 120_000 },
  async () => {
    expect((await write('before')).status).toBe(201)
    const ballast = join(mounted, 'ballast')
    await fill(ballast)
    expect((await statfs(mounted)).bavail).toBe(0)
    const acknowledged = ['before']
    let refused: Response | undefined
    for (let n = 0; n < 5_000 && refused === undefined; n++) {
      const reply = await write(`full-${n}`)
      if (reply.status === 201) acknowledged.push(`full-${n}`)
      else refused = reply
    }
    expect(refused?.status).toBe(503)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused?.json()).toMatchObject({ code: 'unavailable' })
    expect((await read()).status).toBe(200)
    const doctor = await rost(['doctor'], place.environment)
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringMatching(/^- storage: 0\.0 GB free/m) })

    await rm(ballast)
    await expect.poll(async () => (await write('after')).status, { timeout: 60_000, interval: 100 }).toBe(201)
    const kept = await place.look(
      `select count(*)::int as n from registry.organisation where code = any ('{${acknowledged.join(',')}}')`,
    )
    expect(kept.n).toBe(acknowledged.length)
    expect(await server.stop(), server.stderr()).toBe(0)
    const healed = await rost(['doctor'], place.environment)
    expect(healed.stdout).toContain('each as it was written')
  },
)
