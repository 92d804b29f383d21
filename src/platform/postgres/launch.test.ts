import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { resolveAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { findClusterOwner } from './claim.ts'
import { openFolders } from './folders.ts'
import { isPassing, isPortTaken, launchServer } from './launch.ts'
import { clearModel, clearPlaces, killHard, makeCluster, open, serverFamily, serverPid } from './place.fixture.ts'
import { findFreePort } from './port.ts'
import { waitUntil } from './wait.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(clearModel)
afterEach(clearPlaces)

/** Starts a server which cannot come up, and tells what it said. */
async function launchInVain(dataFolder: string, port?: number): Promise<string> {
  const folders = openFolders(dataFolder)
  const account = resolveAccount({ env: {}, clusterOwner: findClusterOwner(folders) })
  const binaries = await findBinaries({ binaries: folders.binaries, account, env: {}, major: undefined })
  const launch = launchServer({ folders, binaries, account, port: port ?? (await findFreePort()) })
  await waitUntil(() => launch.failure() !== undefined, { limitMs: 20_000 })
  const failure = launch.failure() ?? 'it came up'
  launch.release()
  return failure
}

describe('a start that fails only for the moment is known by the words of the real server:', () => {
  it('another one runs already', async () => {
    const dataFolder = await makeCluster()
    const postgres = await open(dataFolder)
    const failure = await launchInVain(dataFolder)
    expect(failure).toContain('already exists')
    expect(isPassing(failure)).toBe(true)
    await postgres.stop()
  })

  it('the port is taken', async () => {
    const dataFolder = await makeCluster()
    const stranger = createServer()
    const port = await findFreePort()
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve))
    const failure = await launchInVain(dataFolder, port)
    stranger.close()
    expect(isPortTaken(failure), failure).toBe(true)
    expect(isPassing(failure)).toBe(true)
  })

  it('the rest of a killed one is not gone yet', async () => {
    const dataFolder = await makeCluster()
    await open(dataFolder)
    const [head = 0, ...rest] = serverFamily(serverPid(dataFolder) ?? 0)
    const writer = rest.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('background writer')) ?? 0
    process.kill(writer, 'SIGSTOP') // it cannot notice that the head is gone
    try {
      await killHard([head])
      const failure = await launchInVain(dataFolder)
      expect(failure).toContain('pre-existing shared memory block')
      expect(isPassing(failure)).toBe(true)
    } finally {
      await killHard([writer])
    }
    const next = await open(dataFolder)
    expect(next.started).toBe(true)
    await next.stop()
  })
})

describe('a start that fails for good', () => {
  it('is not taken for a passing one', async () => {
    const dataFolder = await makeCluster()
    appendFileSync(join(dataFolder, 'pg', 'data', 'postgresql.conf'), 'max_connections = many\n')
    const failure = await launchInVain(dataFolder)
    expect(failure).toContain('max_connections')
    expect(isPassing(failure)).toBe(false)
  })
})
