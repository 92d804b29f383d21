import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearPlaces, isRoot, makeDataFolder, makeFolder, open, serverPid, startOpener } from './place.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(clearPlaces)

describe.skipIf(!isRoot)('the account of the server', () => {
  it('a private data folder of root is opened for passing to the account alone', async () => {
    const dataFolder = makeDataFolder()
    mkdirSync(dataFolder, { mode: 0o700 })
    const postgres = await open(dataFolder, { env: { ...process.env, DB_USER: 'nobody' } })
    expect(statSync(dataFolder)).toMatchObject({ uid: 0, gid: 65534 })
    expect(statSync(dataFolder).mode & 0o777).toBe(0o710)
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(65534)
    await postgres.stop()
  })

  it('a closed folder on the way is named, with the cure', async () => {
    const closed = makeFolder()
    chmodSync(closed, 0o700)
    await expect(open(join(closed, 'data'))).rejects.toThrow(`cannot enter ${closed}: run "chmod o+x ${closed}"`)
  })

  it('DB_USER may change: the cluster is given to the new one', async () => {
    const dataFolder = makeDataFolder()
    const first = await open(dataFolder, { env: { ...process.env, DB_USER: 'nobody' } })
    await first.stop()
    const kept = await open(dataFolder)
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(65534)
    await kept.stop()
    const second = await open(dataFolder, { env: { ...process.env, DB_USER: '2' } })
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(2)
    await second.stop()
  })

  it('anybody else runs it as themselves, and others are told whose it is', async () => {
    const folder = makeFolder()
    chmodSync(folder, 0o777)
    const dataFolder = join(folder, 'data')
    const opener = startOpener(dataFolder, { uid: 65534, gid: 65534, env: { DB_USER: 'root' } })
    expect(await opener.hear()).toMatchObject({ started: true })
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(65534)

    const stranger = startOpener(dataFolder, { uid: 2, gid: 2 })
    expect(await stranger.hear()).toMatchObject({ code: 'folder-foreign' })

    const root = await open(dataFolder) // root attaches …
    expect(root.started).toBe(false)
    await root.stop()
    opener.tell('stop')
    await opener.hear()
    const asRoot = await open(dataFolder) // … and starts it for its owner
    expect(asRoot.started).toBe(true)
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(65534)
    await asRoot.stop()
  })
})
