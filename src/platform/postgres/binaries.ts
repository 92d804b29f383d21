import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { findNativePackage, type NativePackage, prepareNative } from './native.ts'
import { run } from './run.ts'
import { PostgresUnavailable } from './unavailable.ts'

/** Programs that were seen running as the account. `folder` holds `postgres` and `initdb`. */
export type Binaries = { folder: string; major: number; version: string }

type Candidate = { label: string; locate: () => string | undefined }
type Probe = { found: Binaries } | { failure: string }

const oldestMajor = 15

/** Folders `<base>/<name with the major>/bin` of the usual distributions. */
const usualBases = ['/usr/lib/postgresql', '/usr', '/opt/pgpro']

/**
 * Finds programs that run here: the bundled ones, else `postgres` on PATH, else those of the distribution, highest
 * version first. With `major` (an existing cluster) only that version will do.
 */
export async function findBinaries(options: {
  binaries: string
  account: Account
  env: NodeJS.ProcessEnv
  major: number | undefined
  nativePackage?: NativePackage | null
  systemBases?: string[]
}): Promise<Binaries> {
  const { account, major } = options
  const pack = options.nativePackage === undefined ? findNativePackage() : options.nativePackage
  const failures: string[] = []
  const offered: string[] = []
  for (const candidate of listCandidates(pack, options)) {
    const probe = await probeCandidate(candidate, account)
    if ('failure' in probe) failures.push(`${candidate.label}: ${probe.failure}`)
    else if (major !== undefined && probe.found.major !== major) offered.push(probe.found.version)
    else if (probe.found.major < oldestMajor) failures.push(`${candidate.label}: version ${probe.found.version}`)
    else return probe.found
  }
  if (major !== undefined && offered.length > 0) {
    throw new PostgresUnavailable('version', {
      folder: dirname(options.binaries),
      found: major,
      offered: [...new Set(offered)].join(', '),
    })
  }
  throw explainAbsence(pack, failures)
}

function listCandidates(
  pack: NativePackage | undefined | null,
  options: { binaries: string; account: Account; env: NodeJS.ProcessEnv; systemBases?: string[] },
): Candidate[] {
  const bundled: Candidate[] = pack
    ? [{ label: 'bundled', locate: () => join(prepareNative(pack, options.binaries, options.account), 'bin') }]
    : []
  return [
    ...bundled,
    { label: 'PATH', locate: () => findOnPath(options.env.PATH ?? '') },
    ...listSystemFolders(options.systemBases ?? usualBases).map((folder) => ({ label: folder, locate: () => folder })),
  ]
}

/** Links are followed because initdb and the server look for each other, and for `share`, beside themselves. */
function findOnPath(path: string): string | undefined {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, 'postgres')
    if (folder.startsWith('/') && existsSync(program)) return dirname(realpathSync(program))
  }
  return undefined
}

function listSystemFolders(bases: string[]): string[] {
  const found: { folder: string; major: number }[] = []
  for (const base of bases) {
    if (!existsSync(base)) continue
    for (const name of readdirSync(base)) {
      const major = Number(/^(?:pgsql-|std-|ent-)?(\d{2})$/.exec(name)?.[1])
      const folder = join(base, name, 'bin')
      if (major >= oldestMajor && existsSync(join(folder, 'postgres'))) found.push({ folder, major })
    }
  }
  return found.sort((a, b) => b.major - a.major).map(({ folder }) => folder)
}

/** Running it as the account is the only proof: it shows a wrong libc, missing libraries and closed folders at once. */
async function probeCandidate(candidate: Candidate, account: Account): Promise<Probe> {
  try {
    const folder = candidate.locate()
    if (!folder) return { failure: 'none' }
    if (!existsSync(join(folder, 'initdb'))) return { failure: `no initdb in ${folder}` }
    const { ok, output } = await run(join(folder, 'postgres'), ['--version'], { account, limitMs: 5_000 })
    const version = /\(PostgreSQL\) (\d+)(\S*)/.exec(output)
    if (!ok || !version) return { failure: output.trim().split('\n').at(-1) ?? 'no answer' }
    return { found: { folder, major: Number(version[1]), version: `${version[1]}${version[2]}` } }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

function explainAbsence(pack: NativePackage | undefined | null, failures: string[]): PostgresUnavailable {
  const tried = failures.join('; ')
  if (hasMusl()) return new PostgresUnavailable('musl', { tried })
  if (!pack) return new PostgresUnavailable('platform', { platform: `${process.platform}-${process.arch}`, tried })
  return new PostgresUnavailable('no-binaries', { tried })
}

function hasMusl(): boolean {
  return process.platform === 'linux' && readdirSync('/lib').some((name) => name.startsWith('ld-musl-'))
}
