import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import {
  clearModel,
  clearPlaces,
  isRoot,
  isRunning,
  killHard,
  makeCluster,
  open,
  query,
  serverFamily,
  serverPid,
} from './place.fixture.ts'
import { readSecrets } from './secrets.ts'
import { waitUntil } from './wait.ts'

const helpers: ChildProcess[] = []

vi.setConfig({ testTimeout: 60_000 })
afterAll(clearModel)
afterEach(async () => {
  for (const helper of helpers.splice(0)) helper.kill('SIGKILL')
  await clearPlaces()
})

describe('a server that ended hard', () => {
  it('starts again with all that was acknowledged, at its old address', async () => {
    const dataFolder = await makeCluster()
    const first = await open(dataFolder)
    await query(first.migratorUrl, 'create table kept as select generate_series(1, 1000) as id')
    await killHard(serverFamily(serverPid(dataFolder) ?? 0))
    const second = await open(dataFolder)
    expect(second).toMatchObject({ started: true, appUrl: first.appUrl })
    expect(await query(second.migratorUrl, 'select count(*)::int from kept')).toEqual([{ count: 1000 }])
    await first.stop()
    await second.stop()
    expect(serverPid(dataFolder)).toBeUndefined()
  })

  it('starts again when only the head was killed and the rest is still on its way out', async () => {
    const dataFolder = await makeCluster()
    const first = await open(dataFolder)
    const busy = query(first.appUrl, 'select count(*) from generate_series(1, 30000000)').catch(() => undefined)
    const [head = 0, ...rest] = serverFamily(serverPid(dataFolder) ?? 0)
    await killHard([head])
    const second = await open(dataFolder)
    expect(second.started).toBe(true)
    expect(rest.some(isRunning)).toBe(false)
    await busy
    await first.stop()
    await second.stop()
  })

  it('is found although its process id now belongs to another process of the same account', async () => {
    const dataFolder = await makeCluster()
    const first = await open(dataFolder)
    const data = join(dataFolder, 'pg', 'data')
    const pidFile = join(data, 'postmaster.pid')
    const text = readFileSync(pidFile, 'utf8')
    await first.stop()
    const { uid, gid } = statSync(data)
    const squatter = spawn('/bin/sh', ['-c', 'read nothing'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
      ...(isRoot ? { uid, gid } : {}),
    })
    helpers.push(squatter)
    writeFileSync(pidFile, text.replace(/^\d+/, String(squatter.pid)))
    const second = await open(dataFolder)
    expect(second.started).toBe(true)
    expect(isRunning(squatter.pid ?? 0)).toBe(true)
    await second.stop()
  })
})

describe('a crash of one session, which makes the server drop all and recover', () => {
  it('does not end this process, nor does it count as absent afterwards', async () => {
    const dataFolder = await makeCluster()
    const starter = await open(dataFolder)
    const attached = await open(dataFolder)
    const pid = serverPid(dataFolder) ?? 0
    const [backend] = await query(starter.appUrl, 'select pg_backend_pid() as pid')
    expect(backend).toBeDefined()
    const doomed = query(starter.appUrl, 'select pg_backend_pid() as pid, pg_sleep(20)').catch(() => 'dropped')
    const isSleeping = async (): Promise<number | undefined> => {
      const [row] = await query(
        starter.appUrl,
        `select pid from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`,
      )
      return typeof row?.pid === 'number' ? row.pid : undefined
    }
    await waitUntil(async () => (await isSleeping()) !== undefined, { limitMs: 30_000 })
    process.kill((await isSleeping()) ?? 0, 'SIGKILL')
    expect(await doomed).toBe('dropped')
    const present = async (): Promise<boolean> => {
      const rows = await query(starter.appUrl, `select from pg_stat_activity where application_name = 'rost launcher'`)
      return rows.length === 2
    }
    expect(await waitUntil(() => present().catch(() => false), { limitMs: 60_000, everyMs: 100 })).toBe(true)
    await starter.stop()
    expect(isRunning(pid)).toBe(true)
    await attached.stop()
  })
})

describe('a cluster made by an earlier release', () => {
  it('gets the roles it lacks', async () => {
    const dataFolder = await makeCluster()
    const { superuser } = readSecrets(join(dataFolder, 'pg', 'secrets.json'))
    const first = await open(dataFolder)
    await query(first.appUrl.replace(/rost_app:[^@]+/, `postgres:${superuser}`), 'drop role rost_region')
    await first.stop()
    const second = await open(dataFolder)
    expect(await query(second.appUrl, `select pg_has_role('rost_region', 'member') as may`)).toEqual([{ may: true }])
    await second.stop()
  })
})

describe('the port', () => {
  it('is another one while a stranger has the usual, and the usual again later', async () => {
    const dataFolder = await makeCluster()
    const first = await open(dataFolder)
    await first.stop()
    const { port } = readSecrets(join(dataFolder, 'pg', 'secrets.json'))
    const stranger = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, '127.0.0.1', () => resolve(server))
    })
    const second = await open(dataFolder)
    expect(second.appUrl).not.toBe(first.appUrl)
    expect(await query(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    await new Promise((resolve) => stranger.close(resolve))
    const third = await open(dataFolder)
    expect(third.appUrl).toBe(first.appUrl)
    await third.stop()
  })
})
