import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { clusterPaths, type Folders, makePassage } from './folders.ts'
import { findFreePort } from './port.ts'
import { isAlive } from './postmaster.ts'
import { provisionCluster } from './provision.ts'
import { run } from './run.ts'
import { makeSecrets, writeSecrets } from './secrets.ts'
import { accessRules, tunableSettings } from './settings.ts'
import { PostgresUnavailable } from './unavailable.ts'

export type ClusterState = { kind: 'absent' } | { kind: 'half-made' } | { kind: 'made'; major: number }

type Log = (message: string, fields?: Record<string, unknown>) => void

/**
 * Russian order of names (Ёлкин with Е, not before А) comes from ICU, which the bundled server carries with itself, so
 * an update of the host's libc cannot change the order under an index. The rest is for servers without ICU and hosts
 * without C.UTF-8; there names sort by code point.
 */
const locales = [
  ['--locale-provider=icu', '--icu-locale=ru-RU', '--locale=C.UTF-8'],
  ['--locale-provider=icu', '--icu-locale=ru-RU', '--locale=C'],
  ['--locale=C.UTF-8'],
  ['--locale=C'],
]

/** Looks at what is there. A folder without control file was never a database, however it came to be. */
export function inspectCluster(folders: Folders): ClusterState {
  if (!existsSync(folders.cluster) || readdirSync(folders.cluster).length === 0) return { kind: 'absent' }
  const versionFile = join(folders.data, 'PG_VERSION')
  if (!existsSync(versionFile) || !existsSync(join(folders.data, 'global', 'pg_control'))) return { kind: 'half-made' }
  return { kind: 'made', major: Number.parseInt(readFileSync(versionFile, 'utf8'), 10) }
}

/** Puts a half-made folder aside under another name. It is not deleted: only a person can tell that nothing is in it. */
export function setAside(folders: Folders, log: Log): void {
  const aside = `${folders.cluster}-half-made-${randomBytes(4).toString('hex')}`
  renameSync(folders.cluster, aside)
  const moved = inspectCluster({ ...folders, ...clusterPaths(aside) })
  // another process that also found it half-made may have put a complete one there before our rename: that goes back
  if (moved.kind === 'made') renameSync(aside, folders.cluster)
  else log('a half-made database folder was put aside', { folder: aside })
}

/**
 * Makes a complete cluster (roles, database, passwords) under a passing name and renames it into place. Of several
 * processes that do so at once the first to rename wins; the others drop theirs and use the winner's.
 */
export async function createCluster(folders: Folders, binaries: Binaries, account: Account, log: Log): Promise<void> {
  const startedAt = performance.now()
  const passing = `${folders.cluster}-new-${process.pid}-${randomBytes(4).toString('hex')}`
  const fresh = { ...folders, ...clusterPaths(passing) }
  makePassage(passing, account)
  try {
    for (const folder of [fresh.data, fresh.log]) {
      mkdirSync(folder, { mode: 0o700 })
      if (account.switched) chownSync(folder, account.uid, account.gid)
    }
    const locale = await initialise(fresh, binaries, account)
    appendFileSync(join(fresh.data, 'postgresql.conf'), tunableSettings)
    writeFileSync(join(fresh.data, 'pg_hba.conf'), accessRules)
    const secrets = makeSecrets(await findFreePort())
    await provisionCluster(fresh, binaries, account, secrets)
    writeSecrets(fresh.secrets, secrets)
    if (!moveIntoPlace(passing, folders.cluster)) return
    if (!locale.join().includes('icu'))
      log('the database was created without ICU: names sort by code point, Ё before А')
    log('a database was created', {
      folder: folders.cluster,
      version: binaries.version,
      locale: locale.join(' '),
      account: account.name,
      ms: Math.round(performance.now() - startedAt),
    })
  } finally {
    rmSync(passing, { recursive: true, force: true })
  }
}

async function initialise(fresh: Folders, binaries: Binaries, account: Account): Promise<string[]> {
  let output = ''
  for (const locale of locales) {
    const finished = await run(
      join(binaries.folder, 'initdb'),
      ['-D', fresh.data, '-U', 'postgres', '-E', 'UTF8', '-k', '-A', 'reject', '--no-instructions', ...locale],
      { account, limitMs: 120_000 },
    )
    if (finished.ok) return locale
    output = finished.output
    if (!/locale|icu/i.test(lastError(output))) break
  }
  if (output.includes('could not look up effective user ID')) {
    throw new PostgresUnavailable('no-account-entry', { uid: account.uid })
  }
  throw new PostgresUnavailable('create', { folder: dirname(fresh.cluster), why: lastError(output) })
}

function lastError(output: string): string {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => /error|fatal|killed/i.test(line)) ?? lines.at(-1) ?? ''
}

/** False when another process was faster: a rename never replaces a folder with something in it. */
function moveIntoPlace(passing: string, cluster: string): boolean {
  try {
    renameSync(passing, cluster)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    throw error
  }
  const parent = openSync(dirname(cluster), 'r')
  fsyncSync(parent)
  closeSync(parent)
  return true
}

/** Removes what interrupted creations left, by processes that are gone or older than an hour. */
export function removeLeftovers(folders: Folders): void {
  for (const name of readdirSync(folders.root)) {
    const maker = new RegExp(`^${basename(folders.cluster)}-new-(\\d+)-`).exec(name)
    if (!maker) continue
    const folder = join(folders.root, name)
    const isOld = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 3_600_000
    if (!isOld && isAlive(Number(maker[1]))) continue
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // an initdb that outlived its maker still writes there: next time
    }
  }
}
