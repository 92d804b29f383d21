import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What `postmaster.pid` of a cluster says, checked against the process it names. */
export type Server =
  /** No file, or its process is gone; a starting server clears such a file itself, safely against another start. */
  | { kind: 'none' }
  /** The file has no process id yet: a server is just writing it. */
  | { kind: 'unclear' }
  /** The process id now belongs to something else; PostgreSQL would refuse to start until the file is removed. */
  | { kind: 'stale'; text: string }
  | { kind: 'running'; pid: number; port: number; ready: boolean }

/** How long a file without process id counts as being written; older ones are remnants of a power cut. */
const writingMs = 5_000

export function readServer(data: string): Server {
  const file = join(data, 'postmaster.pid')
  const text = readIfThere(file)
  if (text === undefined) return { kind: 'none' }
  const [pidLine = '', , , portLine = '', , , , status = ''] = text.split('\n')
  const pid = Math.abs(Number(pidLine)) // negative while a single-user server holds the folder
  if (!pid) return isOld(file) ? { kind: 'stale', text } : { kind: 'unclear' }
  if (!isAlive(pid)) return { kind: 'none' }
  if (!isServerOf(pid, data)) return { kind: 'stale', text }
  return { kind: 'running', pid, port: Number(portLine), ready: status.trim() === 'ready' }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the process is a PostgreSQL server over this very folder, by whatever path it was given. */
export function isServerOf(pid: number, data: string): boolean {
  const [program = '', ...args] = readCommandLine(pid)
  const folder = args[args.indexOf('-D') + 1]
  return /^postgres(\.exe)?$/.test(basename(program)) && folder !== undefined && isSameFolder(folder, data)
}

/**
 * Removes a stale file. It is renamed first and looked at again, so that a file which a server wrote in the meantime is
 * put back instead of lost.
 */
export function removeStaleFile(data: string, text: string): void {
  const file = join(data, 'postmaster.pid')
  const aside = `${file}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(file, aside)
  } catch {
    return // another process was faster
  }
  if (readIfThere(aside) !== text && !existsSync(file)) linkSync(aside, file)
  rmSync(aside, { force: true })
}

function readCommandLine(pid: number): string[] {
  const text = readIfThere(`/proc/${pid}/cmdline`)
  if (text !== undefined) return text.split('\0')
  if (existsSync('/proc/self/cmdline')) return []
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', timeout: 3_000 })
      .trim()
      .split(' ')
  } catch {
    return []
  }
}

function isSameFolder(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)]
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > writingMs
  } catch {
    return false
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
