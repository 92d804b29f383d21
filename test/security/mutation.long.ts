/**
 * What the tests are worth: Stryker changes the sources line by line, and the tests have to notice. In a copy of the
 * checkout, into which it is installed for the run: it writes into sources, and nothing else needs its hundred packages.
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const PACKAGES = ['@stryker-mutator/core@10.1.1', '@stryker-mutator/vitest-runner@10.1.1']
const BAR = 80

type Part = {
  readonly sources: readonly string[]
  readonly tests: readonly string[]
  /** Where the tests ask a database. */
  readonly globalSetup?: string
}

/** Pure cores, each with the tests that need no database; and what writes SQL, held against plain loops. */
const PARTS: Readonly<Record<string, Part>> = {
  access: { sources: ['src/platform/access/*.ts'], tests: ['src/platform/access/*.test.ts'] },
  populations: {
    sources: ['conditions', 'counting', 'dates', 'facts', 'literal', 'plan', 'window'].map(
      (name) => `src/modules/population/${name}.ts`,
    ),
    tests: [
      'src/modules/population/{dates,literal,window}.test.ts',
      'test/property/{populations,sixteen}.test.ts',
      'test/indicators/kinds.test.ts',
    ],
    globalSetup: 'test/harness/global-setup.ts',
  },
  importers: partOf('src/modules/registry/exchange', [
    ...['day.parsing', 'decimal', 'email', 'header.match', 'person.names', 'row.checker', 'snils'],
  ]),
} as const

function partOf(folder: string, names: readonly string[]) {
  return {
    sources: names.map((name) => `${folder}/${name}.ts`),
    tests: names.map((name) => `${folder}/${name}.test.ts`),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'rost-mutation-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a program in the copy to its end; fails with what it said. */
function run(program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Enough of what is made at random to tell one meaning from another; the suite itself makes more.
    const env = { ...process.env, PROPERTY_SHARE: '0.1' }
    const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part
      })
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code}: ${said.slice(-3_000)}`))
    })
  })
}

beforeAll(async () => {
  for (const name of [
    'src',
    'db',
    'test',
    'docs',
    'node_modules',
    'package.json',
    'package-lock.json',
    '.npmrc',
    'tsconfig.json',
  ])
    await cp(join(root, name), join(folder, name), { recursive: true, verbatimSymlinks: true })
  await run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES])
}, 900_000)

type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/** Of the changes that made a difference to run, how many a test noticed; per cent. */
function scoreOf({ files }: Report): number {
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const noticed = states.filter((status) => status === 'Killed' || status === 'Timeout').length
  const counted = noticed + states.filter((status) => status === 'Survived' || status === 'NoCoverage').length
  return (100 * noticed) / counted
}

test.each(Object.entries(PARTS))(
  '%s: four changes of five are noticed',
  async (name, { sources, tests, globalSetup }) => {
    await writeFile(
      join(folder, 'vitest.mutation.ts'),
      `export default { test: ${JSON.stringify({ include: tests, pool: 'forks', ...(globalSetup && { globalSetup }) })} }\n`,
    )
    await writeFile(
      join(folder, 'stryker.config.json'),
      JSON.stringify({
        testRunner: 'vitest',
        plugins: ['@stryker-mutator/vitest-runner'],
        vitest: { configFile: 'vitest.mutation.ts' },
        mutate: [...sources, '!**/*.test.ts'],
        reporters: ['json'],
        jsonReporter: { fileName: `${name}.json` },
        concurrency: 2,
        inPlace: true,
        checkers: [],
      }),
    )
    await run(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'stryker.config.json'])
    const report: Report = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
    const score = scoreOf(report)
    process.stdout.write(`${name}: ${score.toFixed(1)} %\n`)
    expect(score).toBeGreaterThanOrEqual(BAR)
  },
)
