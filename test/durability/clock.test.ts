/** The clock of the server is set forward and back under it (libfaketime): what people do goes on, and figures stay what they are. */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addActor } from '../harness/actors.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rost, type Serving, serve } from '../smoke/rost.process.ts'

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
if (!existsSync(LIBRARY)) process.stdout.write('no libfaketime: install the package faketime\n')

const house = await openSampleHouse()
const { headers, email } = await addActor(house, [{ tenant: house.district.tenant, role: 'methodist' }])
const { databaseUrl = '', migratorUrl = '', secret = '' } = house.services.settings
const scratch = await mkdtemp(join(tmpdir(), 'rost-clock-'))
const offset = join(scratch, 'offset')
const data = join(scratch, 'data')
let server: Serving

const home = { DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl, ROST_SECRET: secret, ROST_DATA: data }
const faked = (how: Readonly<Record<string, string>>) => ({
  ...{ ...home, LD_PRELOAD: LIBRARY, FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  ...how,
})

beforeAll(async () => {
  await writeFile(offset, '+0')
  if (existsSync(LIBRARY)) server = await serve(faked({ FAKETIME_TIMESTAMP_FILE: offset, FAKETIME_NO_CACHE: '1' }))
})
afterAll(async () => {
  server?.child.kill('SIGKILL')
  await rm(scratch, { recursive: true, force: true })
})

const ask = (path: string, body?: object): Promise<Response> =>
  fetch(`${server.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })

const letters = async (): Promise<number> => (await readdir(join(data, 'mail')).catch(() => [])).length
const unsealed = async (): Promise<number | null> =>
  (await house.services.database.readPool.query('select from platform.unsealed_journal(1)')).rowCount

test.skipIf(!existsSync(LIBRARY)).each([
  ['+3h', 1],
  ['-3h', 2],
  ['-400d', 3],
  ['+0', 4],
])('set to %s it reads, writes, seals, and does its jobs', async (jump, sent) => {
  await writeFile(offset, jump)
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  expect((await ask('/api/people')).status).toBe(200)
  expect((await ask('/api/organisations', { code: jump, name: 'Школа', type: 'school' })).status).toBe(201)
  expect((await ask('/api/sign-in/link', { email })).status).toBe(204)
  await expect.poll(letters, { timeout: 60_000, interval: 50 }).toBe(sent)
  await expect.poll(unsealed, { timeout: 60_000, interval: 50 }).toBe(0)
  expect(server.child.exitCode).toBeNull()
})

test.skipIf(!existsSync(LIBRARY))('the doctor names a clock that is wrong', async () => {
  const told = await rost(['doctor'], faked({ FAKETIME: '+3h' }))
  expect(told).toMatchObject({ code: 1, stdout: expect.stringMatching(/^- clock: 10\d{3} s apart/m) })
})

test.skipIf(!existsSync(LIBRARY))(
  'figures of a day are the same on a leap day, in the night of New Year and of a changed hour',
  async () => {
    const words = ['indicators', '--date', '2025-12-31', '--json']
    const due = (await rost(words, home)).stdout
    expect(due.length).toBeGreaterThan(1_000)
    for (const now of ['@2028-02-29 23:59:58', '@2025-12-31 23:59:59', '@2026-03-29 01:59:59']) {
      const told = await rost(words, { ...faked({ FAKETIME: now }), TZ: 'Europe/Berlin' })
      expect([told.code, told.stdout === due], now).toEqual([0, true])
    }
  },
)
