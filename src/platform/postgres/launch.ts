import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Folders } from './folders.ts'
import { asAccount, serverEnvironment } from './run.ts'
import { fixedSettings } from './settings.ts'

/**
 * A server we spawned. `failure` is undefined while it lives, else what it said before it ended, once that has reached
 * its log; not to be asked after `release`, which lets go of what the answer is read from.
 */
export type Launch = { pid: number | undefined; failure: () => string | undefined; release: () => void }

/**
 * Spawns the server. It gets a session of its own, so that Ctrl-C in the terminal reaches the application alone, which
 * then closes its work before the database; and it neither keeps our event loop alive nor dies with us.
 */
export function launchServer(options: {
  folders: Folders
  binaries: Binaries
  account: Account
  port: number
}): Launch {
  const { folders, binaries, account, port } = options
  const since = new Date()
  // what it says before its log file is open goes to a nameless file of this start alone
  const name = join(folders.cluster, `.start-${randomBytes(4).toString('hex')}`)
  const handle = openSync(name, 'wx+', 0o600)
  rmSync(name)
  const child = spawn(
    join(binaries.folder, 'postgres'),
    ['-D', folders.data, ...fixedSettings({ port, log: folders.log })],
    { ...asAccount(account), cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', handle, handle] },
  )
  child.unref()
  let reason: string | undefined
  let endedAt = 0
  child.once('error', (error) => {
    reason ??= error.message
  })
  child.once('exit', (code, signal) => {
    reason ??= `ended with ${signal ?? code}`
    endedAt = Date.now()
  })
  return {
    pid: child.pid,
    failure() {
      if (reason === undefined) return undefined
      const [start, log] = [readAll(handle), readNewestLog(folders.log, since)]
      const isWritten = !start.includes(HANDED_OVER) || hasLastWords(log, child.pid)
      return isWritten || Date.now() - endedAt > lastWordsMs ? `${start}${log}${reason}` : undefined
    },
    release: () => closeSync(handle),
  }
}

/** From here on the log is written by a process of the server's own, which may end a moment after the server. */
const HANDED_OVER = 'redirecting log output to logging collector process'

/** How long is waited for the last words of a server; one that was killed has none. */
const lastWordsMs = 2_000

function hasLastWords(log: string, pid: number | undefined): boolean {
  return log.split('\n').some((line) => line.includes(`[${pid}]`) && /FATAL|PANIC|is shut down/.test(line))
}

/** A failed start that another attempt may cure: somebody else starts or stops it, or took the port. */
export function isPassing(failure: string): boolean {
  return /lock file "postmaster\.pid"|pre-existing shared memory block/.test(failure) || isPortTaken(failure)
}

export function isPortTaken(failure: string): boolean {
  return /could not bind|could not create any TCP\/IP sockets/.test(failure)
}

function readAll(handle: number): string {
  const bytes = Buffer.alloc(Math.min(fstatSync(handle).size, 8_192))
  readSync(handle, bytes, 0, bytes.length, 0)
  return bytes.toString()
}

function readNewestLog(folder: string, since: Date): string {
  const stamp = since.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '-')
  const newest = readdirSync(folder).sort().at(-1)
  if (!newest || newest < `postgresql-${stamp}.log`) return ''
  return readFileSync(join(folder, newest), 'utf8').slice(-4_096)
}
