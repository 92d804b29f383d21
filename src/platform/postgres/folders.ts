import { chmodSync, chownSync, lchownSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, findClosedFolder } from './account.ts'
import { PostgresUnavailable } from './unavailable.ts'

/**
 * Where everything lies: `pg/` holds one cluster with its log and its passwords and appears by one rename, so it is
 * either complete or absent; `pg-binaries/<version>/` holds copies of the server's programs.
 */
export type Folders = {
  root: string
  cluster: string
  data: string
  log: string
  secrets: string
  binaries: string
}

/** Paths inside a data folder; makes the folder (0700) if it is not there. */
export function openFolders(dataFolder: string): Folders {
  const wished = resolve(dataFolder)
  mkdirSync(dirname(wished), { recursive: true })
  mkdirSync(wished, { recursive: true, mode: 0o700 })
  const root = realpathSync(wished)
  return { root, binaries: join(root, 'pg-binaries'), ...clusterPaths(join(root, 'pg')) }
}

/** The paths inside one cluster folder, which during creation has another name than `pg`. */
export function clusterPaths(cluster: string): Omit<Folders, 'root' | 'binaries'> {
  return {
    cluster,
    data: join(cluster, 'data'),
    log: join(cluster, 'log'),
    secrets: join(cluster, 'secrets.json'),
  }
}

/**
 * Makes sure that the account reaches the data folder. A private folder of root (0700 root:root) is opened for passing
 * to the account's group alone, and moved on when the account changes; any other closed folder on the way is the
 * operator's decision.
 */
export function admitAccount(folders: Folders, account: Account): void {
  if (!account.switched) return
  const { uid, gid, mode } = statSync(folders.root)
  const isPrivate = gid === 0 && (mode & 0o071) === 0
  const isOurPassage = (mode & 0o777) === 0o710 && gid !== account.gid // made for another DB_USER
  if (uid === 0 && (isPrivate || isOurPassage)) {
    chownSync(folders.root, 0, account.gid)
    chmodSync(folders.root, (mode & 0o7777) | 0o010)
  }
  const closed = findClosedFolder(folders.root, account)
  if (closed) throw new PostgresUnavailable('folder-closed', { account: account.name, folder: closed })
}

/** Makes a folder that the account may pass through but neither list nor change; ours alone when there is no other. */
export function makePassage(folder: string, account: Account): void {
  mkdirSync(folder, { mode: 0o700 })
  openPassage(folder, account)
}

/** Opens an existing folder of ours for passing to the account's group. */
export function openPassage(folder: string, account: Account): void {
  if (!account.switched) return
  chownSync(folder, process.geteuid?.() ?? 0, account.gid)
  chmodSync(folder, 0o710)
}

/** Gives a folder and all below it to the account; links are given themselves, never what they point to. */
export function giveTree(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) giveTree(child, account)
    else lchownSync(child, account.uid, account.gid)
  }
}
