import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import type { Account } from './account.ts'
import { type Folders, giveTree, openPassage } from './folders.ts'
import { PostgresUnavailable } from './unavailable.ts'

/** Who owns the cluster on disk, if there is one and we may look. */
export function findClusterOwner(folders: Folders): { uid: number; gid: number } | undefined {
  return statSync(folders.data, { throwIfNoEntry: false })
}

/** @throws PostgresUnavailable when we are not root and the folder is somebody else's */
export function refuseForeign(folders: Folders): void {
  if (process.geteuid?.() === 0) return
  for (const folder of [folders.root, folders.cluster]) {
    const owner = statSync(folder, { throwIfNoEntry: false })?.uid
    if (owner === undefined) continue
    try {
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    } catch {
      throw new PostgresUnavailable('folder-foreign', { folder, owner })
    }
  }
}

/** Before a start: the cluster belongs to the account and is closed to others, as PostgreSQL demands. */
export function claimCluster(folders: Folders, account: Account): void {
  if (!existsSync(folders.log)) mkdirSync(folders.log, { mode: 0o700 })
  if (account.switched && [folders.data, folders.log].some((path) => statSync(path).uid !== account.uid)) {
    giveTree(folders.data, account)
    giveTree(folders.log, account)
    openPassage(folders.cluster, account)
  }
  if ((statSync(folders.data).mode & 0o077) !== 0) chmodSync(folders.data, 0o700)
}
