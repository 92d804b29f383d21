/**
 * The test suite: every check of the house, then the tests on a real PostgreSQL, then the browser. `--long` adds what
 * takes longer. Ends with `N passed, N failed` alone on a line.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path: string): string => join(root, 'node_modules', path)
const long = process.argv.includes('--long')

type Step = {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly counts?: boolean
}

const vitest = bin('vitest/vitest.mjs')
const reports = await mkdtemp(join(tmpdir(), 'rost-reports-'))
const systemPostgres = ['17', '16', '15'].find((major) => existsSync(`/usr/lib/postgresql/${major}/bin/postgres`))

const steps: readonly Step[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'style', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'boundaries', args: ['scripts/check-boundaries.ts'] },
  { name: 'unused', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'generated', args: ['scripts/generate.ts', '--check'] },
  { name: 'tests', args: [vitest, 'run', '--project', 'house'], counts: true },
  ...(systemPostgres === undefined
    ? []
    : [
        {
          name: `smoke on PostgreSQL ${systemPostgres}`,
          args: [vitest, 'run', '--project', 'house', 'test/smoke'],
          env: { TEST_POSTGRES: 'system' },
          counts: true,
        },
      ]),
  {
    name: 'browser',
    args: [vitest, 'run', '--project', 'browser'],
    env: { E2E_LOOKS: long ? 'every' : 'usual' },
    counts: true,
  },
  ...(long ? [{ name: 'long', args: [vitest, 'run', '--project', 'long'], counts: true }] : []),
]

let passed = 0
let failed = 0
if (systemPostgres === undefined && process.env.CI === 'true') {
  process.stdout.write('no PostgreSQL of the system: install the package postgresql-15\n')
  failed++
}
for (const step of steps) await runStep(step)
await rm(reports, { recursive: true, force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function runStep({ name, args, env = {}, counts = false }: Step): Promise<void> {
  const started = performance.now()
  process.stdout.write(`\n== ${name}\n`)
  const report = join(reports, `${name.replace(/\W+/g, '-')}.json`)
  const reporters = counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const code = await run([...args, ...reporters], env)
  if (counts) await count(report, code)
  else if (code === 0) passed++
  else failed++
  process.stdout.write(
    `== ${name}: ${code === 0 ? 'ok' : `failed (${code})`}, ${Math.round((performance.now() - started) / 1000)} s\n`,
  )
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A run that ends badly without a failed test (a crash, no tests) is a failure too. */
async function count(report: string, code: number): Promise<void> {
  const result = await readFile(report, 'utf8')
    .then(JSON.parse)
    .catch(() => ({ numPassedTests: 0, numFailedTests: 0 }))
  passed += result.numPassedTests
  failed += result.numFailedTests
  if (code !== 0 && result.numFailedTests === 0) failed++
}
