/**
 * The test suite: every check of the house, then the tests on a real PostgreSQL, then the browser. `--long` adds what
 * takes longer. Ends with what failed, by name and reason, and with `N passed, N failed` alone on a line.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path: string): string => join(root, 'node_modules', path)
const long = process.argv.includes('--long')

type Step = {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const vitest = bin('vitest/vitest.mjs')
const reports = await mkdtemp(join(tmpdir(), 'rost-reports-'))
const systemPostgres = ['17', '16', '15'].find((major) => existsSync(`/usr/lib/postgresql/${major}/bin/postgres`))

/** What reads the sources only: two at a time, the slowest first. */
const readings: readonly Step[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'boundaries', args: ['scripts/check-boundaries.ts'] },
  { name: 'generated', args: ['scripts/generate.ts', '--check'] },
  { name: 'unused', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'migrations', args: ['scripts/check-migrations.ts'] },
  { name: 'style', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
]

const tests: readonly Step[] = [
  { name: 'tests', args: [vitest, 'run', '--project', 'house'] },
  ...(systemPostgres === undefined
    ? []
    : [
        {
          name: `smoke on PostgreSQL ${systemPostgres}`,
          args: [vitest, 'run', '--project', 'house', 'test/smoke'],
          env: { TEST_POSTGRES: 'system' },
        },
      ]),
  {
    name: 'browser',
    args: [vitest, 'run', '--project', 'browser'],
    env: { E2E_LOOKS: long ? 'every' : 'usual' },
  },
  ...(long ? [{ name: 'long', args: [vitest, 'run', '--project', 'long'] }] : []),
]

let passed = 0
const failures: string[] = []
if (systemPostgres === undefined && process.env.CI === 'true') {
  failures.push('no PostgreSQL of the system: install the package postgresql-15')
}
const waiting = [...readings]
await Promise.all(Array.from({ length: 2 }, readOn))
for (const step of tests) await runTests(step)
await rm(reports, { recursive: true, force: true })
if (failures.length > 0) process.stdout.write(`\n== failed\n${failures.join('\n')}\n`)
process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`)
process.exitCode = failures.length === 0 ? 0 : 1

async function readOn(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { name, args } = step
    const { code, seconds, output } = await run(args, {}, 'pipe')
    process.stdout.write(`${output}== ${name}: ${endOf(code, seconds)}\n`)
    if (code === 0) passed++
    else failures.push(`${name}: see above`)
  }
}

async function runTests({ name, args, env = {} }: Step): Promise<void> {
  process.stdout.write(`\n== ${name}\n`)
  const report = join(reports, `${name.replace(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, seconds } = await run([...args, ...reporters], env, 'inherit')
  await count(name, report, code)
  process.stdout.write(`== ${name}: ${endOf(code, seconds)}\n`)
}

function endOf(code: number, seconds: number): string {
  return `${code === 0 ? 'ok' : `failed (${code})`}, ${seconds} s`
}

type Ended = { readonly code: number; readonly seconds: number; readonly output: string }

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  output: 'inherit' | 'pipe',
): Promise<Ended> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    })
    const parts: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part))
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        seconds: Math.round((performance.now() - started) / 1000),
        output: Buffer.concat(parts).toString(),
      }),
    )
  })
}

type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** A run that ends badly without a failed test (a crash, a file that cannot be read, no tests) is a failure too. */
async function count(step: string, report: string, code: number): Promise<void> {
  const result: Report = await readFile(report, 'utf8')
    .then(JSON.parse)
    .catch(() => ({ numPassedTests: 0, testResults: [] }))
  passed += result.numPassedTests
  const found = result.testResults.flatMap(failuresOf)
  if (code !== 0 && found.length === 0) found.push('the run ended badly: see above')
  failures.push(...found.map((failure) => `${step}: ${failure}`))
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): readonly string[] {
  const file = relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [`${file}: ${beginning(message)}`] : []
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${beginning(failureMessages.join('\n'))}`)
}

/** The whole text stands above, among thousands of lines; at the end one wants the names and what to look for. */
function beginning(text: string): string {
  return text.slice(0, 600).trim()
}
