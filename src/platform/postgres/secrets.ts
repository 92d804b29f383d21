import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { PostgresUnavailable } from './unavailable.ts'

/** The passwords of a cluster and the port it prefers, so that its address survives a restart. */
export type Secrets = { port: number; superuser: string; migrator: string; app: string }

export function makeSecrets(port: number): Secrets {
  const password = (): string => randomBytes(24).toString('base64url')
  return { port, superuser: password(), migrator: password(), app: password() }
}

/** Writes a new file (0600) and waits until it is on the disk. */
export function writeSecrets(file: string, secrets: Secrets): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** @throws PostgresUnavailable when the file cannot be read or lacks something */
export function readSecrets(file: string): Secrets {
  try {
    return parseSecrets(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new PostgresUnavailable('secrets', { file, why: error instanceof Error ? error.message : String(error) })
  }
}

function parseSecrets(value: unknown): Secrets {
  if (typeof value !== 'object' || !value) throw new Error('not an object')
  const fields = new Map<string, unknown>(Object.entries(value))
  const port = fields.get('port')
  if (typeof port !== 'number') throw new Error('no port')
  const password = (name: string): string => {
    const found = fields.get(name)
    if (typeof found !== 'string' || found === '') throw new Error(`no password of ${name}`)
    return found
  }
  return { port, superuser: password('superuser'), migrator: password('migrator'), app: password('app') }
}
