import type { Folders } from './folders.ts'
import { isServerOf, readServer } from './postmaster.ts'
import type { Secrets } from './secrets.ts'
import { closeSession, holdAlone, isUsedByOthers, openSession, type Session } from './session.ts'
import { waitUntil } from './wait.ts'

export type StopOutcome = 'stopped' | 'in use' | 'not running' | 'unreachable' | 'stuck'

/** Connections that the caller has just closed take a moment to disappear on the server. */
const graceMs = 2_000

/** The server itself kills children that ignore SIGQUIT after 5 s. */
const immediateStopMs = 15_000

/**
 * Stops the server with process id `pid` if nobody is connected: a fast shutdown (SIGINT), and an immediate one
 * (SIGQUIT, which costs a recovery at the next start but no data) when that takes over `fastStopMs`, 20 s unless given.
 * Anything that leaves doubt whether it is in use leaves it running.
 */
export async function stopServer(place: {
  folders: Pick<Folders, 'data'>
  secrets: Secrets
  pid: number
  fastStopMs?: number
}): Promise<StopOutcome> {
  const { folders, secrets, pid } = place
  const server = readServer(folders.data)
  if (server.kind !== 'running' || server.pid !== pid) return 'not running'
  let session: Session
  try {
    session = await openSession(server.port, secrets)
  } catch {
    return isOver(folders.data, pid) ? 'not running' : 'unreachable'
  }
  try {
    const isFree = async (): Promise<boolean> => (await holdAlone(session)) && !(await isUsedByOthers(session))
    if (!(await waitUntil(isFree, { limitMs: graceMs, everyMs: 25 }))) return 'in use'
    return await end(folders.data, pid, place.fastStopMs ?? 20_000)
  } catch {
    return isOver(folders.data, pid) ? 'not running' : 'unreachable'
  } finally {
    await closeSession(session)
  }
}

async function end(data: string, pid: number, fastStopMs: number): Promise<StopOutcome> {
  for (const [signal, limitMs] of [
    ['SIGINT', fastStopMs],
    ['SIGQUIT', immediateStopMs],
  ] as const) {
    process.kill(pid, signal)
    if (await waitUntil(() => isOver(data, pid), { limitMs })) return 'stopped'
  }
  return 'stuck'
}

/** The process, not its file: the file goes a moment before the process does. */
function isOver(data: string, pid: number): boolean {
  return !isServerOf(pid, data)
}
