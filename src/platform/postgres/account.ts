import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PostgresUnavailable } from './unavailable.ts'

/** Who runs the server. `switched`: child processes have to change to it, because we are root and it is not us. */
export type Account = { name: string; uid: number; gid: number; switched: boolean }

type Owner = { uid: number; gid: number }

/**
 * The account for the server. PostgreSQL refuses to run as root, so root takes DB_USER, else the owner of an existing
 * cluster, else `postgres`, else nobody; no account is ever created. Anybody else is their own account.
 */
export function resolveAccount(options: { env: NodeJS.ProcessEnv; clusterOwner: Owner | undefined }): Account {
  const uid = process.geteuid?.() ?? -1
  if (uid !== 0) return { name: `uid ${uid}`, uid, gid: process.getegid?.() ?? -1, switched: false }

  const wished = options.env.DB_USER
  if (wished) {
    const found = findAccount(wished)
    if (!found || found.uid === 0) throw new PostgresUnavailable('account', { account: wished })
    return { ...found, switched: true }
  }
  const owner = options.clusterOwner
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid, switched: true }
  const found = findAccount('postgres') ?? findAccount('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
  return { ...found, switched: true }
}

/** An account by name or by number. Local ones are read from the file; LDAP and the like are asked through getent. */
function findAccount(nameOrUid: string): { name: string; uid: number; gid: number } | undefined {
  return matchAccount(readFileSync('/etc/passwd', 'utf8'), nameOrUid) ?? matchAccount(askGetent(nameOrUid), nameOrUid)
}

function askGetent(nameOrUid: string): string {
  try {
    return execFileSync('getent', ['passwd', nameOrUid], { encoding: 'utf8', timeout: 3_000, stdio: 'pipe' })
  } catch {
    return '' // no such account, or no getent here: the same to us
  }
}

function matchAccount(passwd: string, nameOrUid: string): { name: string; uid: number; gid: number } | undefined {
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (!name || !uid || !gid) continue
    if (name === nameOrUid || uid === nameOrUid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/**
 * The first folder on the way to `path` (itself included) which the account may not enter, by owner, group and mode.
 * Access lists (ACL) are not looked at.
 */
export function findClosedFolder(path: string, account: Account): string | undefined {
  const ancestors: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    ancestors.unshift(folder)
    if (folder === dirname(folder)) break
  }
  return ancestors.find((folder) => !permits(folder, account, 0o1))
}

/** Whether the mode of the file or folder gives the account the right `bit` (1 enter or execute, 4 read). */
export function permits(path: string, account: Account, bit: 0o1 | 0o4): boolean {
  const { uid, gid, mode } = statSync(path)
  if (uid === account.uid) return (mode & (bit << 6)) !== 0
  if (gid === account.gid) return (mode & (bit << 3)) !== 0
  return (mode & bit) !== 0
}
