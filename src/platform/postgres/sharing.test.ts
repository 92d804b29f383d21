import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import {
  clearModel,
  clearPlaces,
  isRunning,
  killHard,
  makeCluster,
  makeDataFolder,
  open,
  query,
  serverFamily,
  serverPid,
  startOpener,
} from './place.fixture.ts'
import { waitUntil } from './wait.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(clearModel)
afterEach(clearPlaces)

function runningServer(dataFolder: string): number {
  const pid = serverPid(dataFolder)
  if (!pid) throw new Error('no server runs')
  return pid
}

describe('several processes on one data folder', () => {
  it('that start at the same moment get one server: on an empty folder, on a stopped one, on a crashed one', async () => {
    const dataFolder = makeDataFolder()
    for (const crash of [false, false, true]) {
      const openers = [1, 2, 3, 4].map(() => startOpener(dataFolder))
      const heard = await Promise.all(openers.map((opener) => opener.hear()))
      const started = heard.map((answer) => (typeof answer === 'object' ? answer.started : answer))
      expect(started.filter((value) => value === true)).toHaveLength(1)
      expect(started.filter((value) => value === false)).toHaveLength(3)
      const urls = new Set(heard.map((answer) => (typeof answer === 'object' ? String(answer.appUrl) : '')))
      expect(urls.size).toBe(1)
      for (const url of urls) expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])

      const pid = runningServer(dataFolder)
      if (crash) await killHard([...serverFamily(pid), ...openers.flatMap(({ child }) => child.pid ?? [])])
      else {
        const order = [...openers].sort(
          (a, b) => Number(started[openers.indexOf(a)]) - Number(started[openers.indexOf(b)]),
        )
        for (const opener of order) {
          opener.tell('stop')
          expect(await opener.hear()).toBe('stopped')
          opener.child.stdin?.end()
        }
        expect(await waitUntil(() => !isRunning(pid), { limitMs: 30_000 })).toBe(true)
      }
    }
  })

  it('attach to a running one; only the starter stops it, and not while somebody uses it', async () => {
    const dataFolder = await makeCluster()
    const starter = await open(dataFolder)
    const pid = runningServer(dataFolder)
    const other = startOpener(dataFolder)
    expect(await other.hear()).toMatchObject({ started: false, appUrl: starter.appUrl })

    await starter.stop() // the other has no connection of its own at this moment, and still counts
    expect(isRunning(pid)).toBe(true)
    expect(await query(starter.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])

    other.tell('stop')
    expect(await other.hear()).toBe('stopped')
    expect(isRunning(pid)).toBe(true)
  })

  it('keep it running for a plain client too, whichever database it is in', async () => {
    const dataFolder = await makeCluster()
    const starter = await open(dataFolder)
    const pid = runningServer(dataFolder)
    await query(starter.migratorUrl, 'create database elsewhere')
    const sleeping = query(starter.migratorUrl.replace('/rost?', '/elsewhere?'), 'select pg_sleep(3)')
    await waitUntil(
      async () => (await query(starter.appUrl, `select from pg_stat_activity where datname = 'elsewhere'`)).length > 0,
      { limitMs: 30_000 },
    )
    await starter.stop()
    expect(isRunning(pid)).toBe(true)
    await sleeping
  })

  it('never meet a server that stops under their feet', async () => {
    const dataFolder = await makeCluster()
    for (let round = 0; round < 5; round++) {
      const starter = await open(dataFolder)
      const stopping = starter.stop()
      const next = await open(dataFolder) // attaches before the stop, or waits for it and starts anew
      await stopping
      expect(await query(next.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
      await next.stop()
      const pid = serverPid(dataFolder)
      if (pid) await killHard(serverFamily(pid)) // attached: whoever started it is gone
    }
  })
})

describe('the end of the process that started the server', () => {
  it('by itself, without stop(), stops the server after it', async () => {
    const dataFolder = await makeCluster()
    const opener = startOpener(dataFolder)
    expect(await opener.hear()).toMatchObject({ started: true })
    const pid = runningServer(dataFolder)
    opener.tell('exit')
    expect(await waitUntil(() => !isRunning(pid), { limitMs: 30_000 })).toBe(true)
    expect(serverPid(dataFolder)).toBeUndefined()
  })

  it('by itself stops it also when somebody else used it at stop() but no longer does', async () => {
    const dataFolder = await makeCluster()
    const opener = startOpener(dataFolder)
    await opener.hear()
    const pid = runningServer(dataFolder)
    const other = await open(dataFolder)
    opener.tell('stop')
    await opener.hear()
    await other.stop()
    expect(isRunning(pid)).toBe(true)
    opener.tell('exit')
    expect(await waitUntil(() => !isRunning(pid), { limitMs: 30_000 })).toBe(true)
  })

  it('by itself leaves it to others who use it', async () => {
    const dataFolder = await makeCluster()
    const opener = startOpener(dataFolder)
    await opener.hear()
    const pid = runningServer(dataFolder)
    const other = await open(dataFolder)
    opener.tell('exit')
    await new Promise((resolve) => opener.child.once('exit', resolve))
    await new Promise((resolve) => setTimeout(resolve, 2_000)) // long enough for a wrong stop to show
    expect(isRunning(pid)).toBe(true)
    expect(await query(other.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.stop()
  })

  it('by Ctrl-C in its terminal does not reach the server, which has a session of its own', async () => {
    const dataFolder = await makeCluster()
    const opener = startOpener(dataFolder, { detached: true })
    await opener.hear()
    const pid = runningServer(dataFolder)
    const ended = new Promise((resolve) => opener.child.once('exit', resolve))
    process.kill(-(opener.child.pid ?? 0), 'SIGINT') // the terminal signals the whole process group
    await ended
    const next = await open(dataFolder)
    expect(next.started).toBe(false)
    expect(serverPid(dataFolder)).toBe(pid)
    await next.stop()
  })

  it('by kill -9 leaves an orphan that the next one attaches to', async () => {
    const dataFolder = await makeCluster()
    const opener = startOpener(dataFolder)
    await opener.hear()
    const pid = runningServer(dataFolder)
    await killHard([opener.child.pid ?? 0])
    expect(isRunning(pid)).toBe(true)
    const next = await open(dataFolder)
    expect(next.started).toBe(false)
    expect(serverPid(dataFolder)).toBe(pid)
    expect(await query(next.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    expect(isRunning(pid)).toBe(true)
  })
})
