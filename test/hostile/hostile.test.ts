/** Files that would swell, hang or mislead: refused with one line, while everything else goes on. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cloneDatabase } from '../harness/database.ts'
import { rost, type Serving, serve } from '../smoke/rost.process.ts'
import { folders, good, type HostileFile } from './files.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

/** Seen: 185 at the command line, 280 in the server. */
const MEGABYTES_MOST = 320
const PATIENT = { limitMs: 180_000 }
const all = folders()
const root = await mkdtemp(join(tmpdir(), 'rost-hostile-'))
afterAll(() => rm(root, { recursive: true, force: true }))
const database = await cloneDatabase()
const home = {
  DATABASE_URL: database.appUrl,
  DATABASE_MIGRATOR_URL: database.migratorUrl,
  ROST_DATA: join(root, 'data'),
}

async function folderOf(name: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  for (const file of files) await writeFile(join(folder, file.name), file.bytes)
  return folder
}

type Unread = { file: string; code: string; message: string }
const codesOf = (unread: readonly Unread[]) => Object.fromEntries(unread.map(({ file, code }) => [file, code]))
const dueCodes = (files: readonly HostileFile[]) => Object.fromEntries(files.map(({ name, code }) => [name, code]))

/** Rows of the hostile files that stand in the database: none must. */
async function countTaken(): Promise<number> {
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  const { rows: districts } = await client.query('select id from registry.district')
  await client.query("select set_config('rost.tenant', $1, false)", [String(districts[0]?.id)])
  const { rows } = await client.query(`select ((select count(*) from registry.person)
    + (select count(*) from activities.event) + (select count(*) from communities.community)
    + (select count(*) from communities.membership) + (select count(*) from activities.learning))::int as taken`)
  await client.end()
  return rows[0].taken
}

describe('at the command line', () => {
  test.each(Object.entries(all))('%s: refused by name, the good file beside them is loaded', async (name, files) => {
    const done = await rost(['load', await folderOf(name, [good, ...files]), '--json'], home, PATIENT)
    expect([done.code, done.why], done.stderr).toEqual([1, 'loaded, but something was refused'])
    const answer = JSON.parse(done.stdout)
    expect(codesOf(answer.unread)).toEqual(dueCodes(files))
    for (const { message } of answer.unread) expect(message).toMatch(/^[^\n]{10,200}$/)
    expect(answer.files).toMatchObject([{ file: good.name, accepted: good.rows, rejected: [] }])
    expect(done.stdout + done.stderr).not.toMatch(/root:|haha/)
    expect(await countTaken()).toBe(0)
    expect(done.peakMb).toBeLessThan(MEGABYTES_MOST)
    expect(done.milliseconds).toBeLessThan(120_000)
  })

  test('where nothing can be read the end is 2, and each file has its line', async () => {
    const [first] = Object.values(all)
    const done = await rost(['load', await folderOf('nothing good', first ?? [])], home)
    expect([done.code, done.why], done.stderr).toEqual([2, 'nothing could be loaded'])
    for (const { name } of first ?? []) expect(done.stdout).toMatch(new RegExp(`^${name}: .+$`, 'm'))
    expect(done.stdout + done.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('over HTTP', () => {
  let server: Serving
  let headers: Record<string, string> = {}

  beforeAll(async () => {
    const email = 'methodist@rost.example'
    await rost(['user', 'add', '--email', email, '--role', 'methodist'], home)
    const { stdout } = await rost(['token', 'create', '--email', email], home)
    headers = { authorization: `Bearer ${stdout.trim()}` }
    server = await serve(home)
  })
  afterAll(() => server?.child.kill('SIGKILL'))

  const upload = (files: readonly { name: string; bytes: Uint8Array }[]) => {
    const body = new FormData()
    for (const { name, bytes } of files) body.append('file', new Blob([new Uint8Array(bytes)]), name)
    return fetch(`${server.address}/api/loads`, { method: 'POST', headers, body })
  }

  /** Asks for a list again and again; tells how long the slowest answer took. */
  function watchOthers(): { stop(): Promise<number> } {
    let over = false
    let slowest = 0
    const asking = (async () => {
      while (!over) {
        const began = performance.now()
        const reply = await fetch(`${server.address}/api/organisations`, { headers }).catch(() => undefined)
        await reply?.arrayBuffer()
        if (reply?.status !== 200) return Number.POSITIVE_INFINITY
        slowest = Math.max(slowest, performance.now() - began)
        await sleep(50)
      }
      return slowest
    })()
    return {
      stop() {
        over = true
        return asking
      },
    }
  }

  test.each(Object.entries(all))('%s: refused alike, and nobody else waits', async (_, files) => {
    const others = watchOthers()
    const sent = await upload([good, ...files])
    const load = await sent.json()
    expect(sent.status, JSON.stringify(load)).toBe(201)
    const done = await vi.waitUntil(
      async () => {
        const now = await (await fetch(`${server.address}/api/loads/${load.id}`, { headers })).json()
        return now.state === 'done' || now.state === 'failed' ? now : undefined
      },
      { timeout: 120_000, interval: 200 },
    )
    expect(done).toMatchObject({ state: 'done', fault: null })
    expect(codesOf(done.answer.unread)).toEqual(dueCodes(files))
    expect(await countTaken()).toBe(0)
    expect(await others.stop()).toBeLessThan(15_000)
    expect(server.peakMb()).toBeLessThan(MEGABYTES_MOST + 150)
  })

  test('too large a file, too many files and no file are refused at the door', async () => {
    const large = await upload([{ name: 'staff.xlsx', bytes: new Uint8Array(65 * 1_048_576) }])
    expect(await large.json()).toMatchObject({ status: 413 })
    const many = await upload(Array.from({ length: 21 }, (_, at) => ({ name: `${at}.csv`, bytes: new Uint8Array(10) })))
    expect([413, 422]).toContain((await many.json()).status)
    const none = await upload([])
    expect([415, 422]).toContain((await none.json()).status)
  })

  test('names that climb out of the folder are names like others', async () => {
    const sent = await upload([good, { name: '../../../../etc/cron.d/rost.csv', bytes: Buffer.from('a;b\n') }])
    expect([201, 422]).toContain(sent.status)
  })

  test('the server is as well as before', async () => {
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
    expect(server.stderr()).not.toMatch(/"level":(50|60)/)
  })
})
