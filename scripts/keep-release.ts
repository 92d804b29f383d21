/**
 * `node scripts/keep-release.ts TAG [--of CHECKOUT]`: keeps a small database of this release (or of the one checked out there)
 * as `test/releases/TAG.rost`, with its figures beside it, and lets go of all but the last two. The suite restores them
 * and brings them forward: docs/release.md.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { DISTRICT, FIGURES, figuresOf, RELEASE_SECRET, RELEASES } from '../test/releases/release.ts'

const KEPT = 2

const { values, positionals } = parseArgs({ allowPositionals: true, options: { of: { type: 'string' } } })
const [tag] = positionals
if (tag === undefined || !/^v\d+\.\d+\.\d+[\w.-]*$/.test(tag)) {
  process.stderr.write('usage: node scripts/keep-release.ts v1.2.3 [--of CHECKOUT]\n')
  process.exit(2)
}
const checkout = values.of === undefined ? fileURLToPath(new URL('..', import.meta.url)) : resolve(values.of)
const data = await mkdtemp(join(tmpdir(), 'rost-release-'))

async function rost(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(checkout, 'src', 'cli.ts'), ...words], {
    cwd: data,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ROST_DATA: data,
      ROST_SECRET: RELEASE_SECRET,
      LANG: 'en_US.UTF-8',
    },
  })
  return stdout
}

/** The load ends with 1 where rows are faulty; some are, as in any district. */
async function load(): Promise<void> {
  await rost('load', DISTRICT).catch((error: { code?: unknown }) => {
    if (error.code !== 1) throw error
  })
}

try {
  const archive = join(RELEASES, `${tag}.rost`)
  await rm(archive, { force: true })
  await load()
  await rost('user', 'add', '--email', 'methodist@rost.example', '--role', 'methodist')
  await writeFile(
    join(RELEASES, `${tag}.figures.json`),
    `${JSON.stringify(figuresOf(await rost(...FIGURES)), null, 2)}\n`,
  )
  process.stdout.write(await rost('backup', archive))
} finally {
  await rm(data, { recursive: true, force: true })
}

const kept = (await readdir(RELEASES)).filter((name) => name.endsWith('.rost')).map((name) => name.slice(0, -5))
const inOrder = kept.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
for (const old of inOrder.slice(0, -KEPT)) {
  for (const name of [`${old}.rost`, `${old}.figures.json`]) await rm(join(RELEASES, name))
}
