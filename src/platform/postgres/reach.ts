import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Folders } from './folders.ts'
import { isPassing, isPortTaken, type Launch, launchServer } from './launch.ts'
import { disown, own } from './orphans.ts'
import { findFreePort } from './port.ts'
import { readServer, removeStaleFile } from './postmaster.ts'
import type { Secrets } from './secrets.ts'
import { joinServer, type Session } from './session.ts'
import { PostgresUnavailable } from './unavailable.ts'

export type Place = {
  folders: Folders
  account: Account
  secrets: Secrets
  /** Asked only when the server has to be started. */
  binaries: () => Promise<Binaries>
}

export type Reached = { session: Session; pid: number; port: number; started: boolean }

/** Long, because a server that comes back from a crash first replays what its journal holds. */
const limitMs = 120_000

/**
 * Joins the server of a cluster, starting it if it does not run. Many processes may do so at once: PostgreSQL's own
 * lock file lets one start win, and the others find the winner on their next look.
 */
export async function reachServer(place: Place): Promise<Reached> {
  const launches: Launch[] = []
  try {
    return await tryToReach(place, launches)
  } finally {
    for (const launch of launches) launch.release()
  }
}

async function tryToReach(place: Place, launches: Launch[]): Promise<Reached> {
  const { folders, secrets } = place
  const deadline = Date.now() + limitMs
  let launch: Launch | undefined
  let port = secrets.port
  while (Date.now() < deadline) {
    const server = readServer(folders.data)
    if (server.kind === 'running') {
      const session = server.ready ? await joinServer(server.port, secrets, folders.secrets) : undefined
      if (session) return { session, pid: server.pid, port: server.port, started: server.pid === launch?.pid }
      await sleep(10)
      continue
    }
    const failure = launch?.failure()
    if (launch && failure === undefined) {
      await sleep(10) // spawned, but its lock file is not written yet
      continue
    }
    if (failure !== undefined) {
      if (launch?.pid !== undefined) disown(launch.pid)
      launch = undefined
      if (!isPassing(failure)) throw new PostgresUnavailable('start', { folder: folders.data, why: failure.trim() })
      if (isPortTaken(failure)) port = await findFreePort()
      await sleep(50)
      continue
    }
    if (server.kind === 'unclear') {
      await sleep(50)
      continue
    }
    if (server.kind === 'stale') removeStaleFile(folders.data, server.text)
    launch = launchServer({ folders, account: place.account, binaries: await place.binaries(), port })
    launches.push(launch)
    if (launch.pid !== undefined) own(launch.pid, folders.cluster)
  }
  throw new PostgresUnavailable('slow', { folder: folders.data, seconds: limitMs / 1_000, log: folders.log })
}
