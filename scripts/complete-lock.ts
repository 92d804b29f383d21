/**
 * Completes package-lock.json after `npm install`: a registry that serves only this platform's optional packages leaves
 * the others out of the lock, and `npm ci` then refuses it (npm/cli #9846). Each missing one gets an entry with its
 * version, system and processor, which is all `npm ci` looks at before it skips it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Entry = {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const SYSTEMS = [
  [/darwin|macos|fsevents/, 'darwin'],
  [/win32|windows|msvc/, 'win32'],
  [/android/, 'android'],
  [/freebsd/, 'freebsd'],
  [/openbsd/, 'openbsd'],
  [/netbsd/, 'netbsd'],
  [/sunos/, 'sunos'],
  [/aix/, 'aix'],
  [/openharmony/, 'openharmony'],
] as const

const PROCESSORS = [
  [/wasm/, 'wasm32'],
  [/arm64|aarch64/, 'arm64'],
  [/arm/, 'arm'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/mips/, 'mips64el'],
  [/loong/, 'loong64'],
  [/ia32|i686/, 'ia32'],
] as const

const file = join(fileURLToPath(new URL('..', import.meta.url)), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const { packages } = lock
let added = 0

for (const [place, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) complete(place, entry, name, range)
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} entries added\n`)

function complete(place: string, parent: Entry, name: string, range: string): void {
  const wanted = range.startsWith('npm:') ? range.slice(range.lastIndexOf('@') + 1) : range
  const version = wanted.replace(/^[~^>=]+/, '')
  const found = resolve(place, name)
  const isExact = /^\d/.test(wanted)
  if (found !== undefined && (!isExact || packages[found]?.version === version)) return
  const platform = platformOf(name)
  if (platform === undefined) {
    process.stdout.write(`left alone, it would be installed here: ${name} ${range} (of ${place})\n`)
    return
  }
  const at = found === undefined ? `node_modules/${name}` : `${place}/node_modules/${name}`
  packages[at] ??= { version, ...platform, optional: true, ...(parent.dev && { dev: true }) }
  added++
}

/** The nearest installed package of that name, as Node.js would find it. */
function resolve(from: string, name: string): string | undefined {
  for (let base = from; ; ) {
    const candidate = `${base === '' ? '' : `${base}/`}node_modules/${name}`
    if (packages[candidate] !== undefined) return candidate
    if (base === '') return undefined
    base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
  }
}

/** System and processor as packages name them; nothing for this platform itself. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
  const first = (names: readonly (readonly [RegExp, string])[], otherwise: string): string =>
    names.find(([pattern]) => pattern.test(name))?.[1] ?? otherwise
  const os = first(SYSTEMS, 'linux')
  const cpu = first(PROCESSORS, 'x64')
  const musl = name.includes('musl')
  if (os === 'linux' && cpu === 'x64' && !musl) return undefined
  return { os: [os], cpu: [cpu], ...(musl && { libc: ['musl'] }) }
}
