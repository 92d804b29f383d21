import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import {
  clearModel,
  clearPlaces,
  isRunning,
  killHard,
  makeCluster,
  open,
  query,
  serverFamily,
  serverPid,
  startOpener,
} from './place.fixture.ts'
import { readSecrets } from './secrets.ts'
import { closeSession, holdAlone, openSession } from './session.ts'
import { stopServer } from './stop.ts'
import { waitUntil } from './wait.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(clearModel)
afterEach(clearPlaces)

/** A data folder whose server runs as an orphan: nobody uses it, nobody owns it. */
async function makeOrphan(): Promise<{ dataFolder: string; pid: number; migratorUrl: string }> {
  const dataFolder = await makeCluster()
  const opener = startOpener(dataFolder)
  const heard = await opener.hear()
  await killHard([opener.child.pid ?? 0])
  if (typeof heard !== 'object') throw new Error(heard)
  return { dataFolder, pid: serverPid(dataFolder) ?? 0, migratorUrl: String(heard.migratorUrl) }
}

function placeOf(dataFolder: string, pid: number): Parameters<typeof stopServer>[0] {
  const cluster = join(dataFolder, 'pg')
  return { folders: { data: join(cluster, 'data') }, secrets: readSecrets(join(cluster, 'secrets.json')), pid }
}

describe('stopping', () => {
  it('a server that does not end when asked ends it hard; what was acknowledged comes back', async () => {
    const { dataFolder, pid, migratorUrl } = await makeOrphan()
    await query(migratorUrl, 'create table kept as select generate_series(1, 1000) as id')
    const family = serverFamily(pid)
    const isCheckpointer = (child: number): boolean =>
      readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('postgres: checkpointer')
    const checkpointer = family.find(isCheckpointer)
    if (!checkpointer) throw new Error('no checkpointer')
    process.kill(checkpointer, 'SIGSTOP') // the fast shutdown would wait for it for ever
    expect(await stopServer({ ...placeOf(dataFolder, pid), fastStopMs: 300 })).toBe('stopped')
    expect(await waitUntil(() => !family.some(isRunning), { limitMs: 30_000 })).toBe(true)

    const next = await open(dataFolder)
    expect(await query(next.migratorUrl, 'select count(*)::int from kept')).toEqual([{ count: 1000 }])
    await next.stop()
  })

  it('never touches another server than the one named', async () => {
    const { dataFolder, pid } = await makeOrphan()
    expect(await stopServer(placeOf(dataFolder, pid + 1))).toBe('not running')
    expect(isRunning(pid)).toBe(true)
    expect(await stopServer(placeOf(dataFolder, pid))).toBe('stopped')
    expect(await stopServer(placeOf(dataFolder, pid))).toBe('not running')
  })

  it('leaves a server alone that it cannot ask', async () => {
    const { dataFolder, pid } = await makeOrphan()
    const place = placeOf(dataFolder, pid)
    expect(await stopServer({ ...place, secrets: { ...place.secrets, superuser: 'wrong' } })).toBe('unreachable')
    expect(isRunning(pid)).toBe(true)
  })

  it('and attaching exclude each other: nobody gets in between the look for others and the stop', async () => {
    const { dataFolder, pid } = await makeOrphan()
    const { secrets } = placeOf(dataFolder, pid)
    const first = await open(dataFolder)
    const stopper = await openSession(Number(new URL(first.appUrl).port), secrets)
    expect(await holdAlone(stopper)).toBe(false)
    await first.stop()
    expect(await holdAlone(stopper)).toBe(true)

    let isAttached = false
    const attaching = open(dataFolder).then((attached) => {
      isAttached = true
      return attached
    })
    await new Promise((resolve) => setTimeout(resolve, 1_000)) // long enough for a wrong attachment to show
    expect(isAttached).toBe(false)
    await closeSession(stopper) // it thought better of it
    const second = await attaching
    expect(serverPid(dataFolder)).toBe(pid)
    await second.stop()
  })
})
