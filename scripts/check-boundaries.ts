/** Runs the rules of dependency-cruiser.cjs, after making sure that they see the code and can fail. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const LEAST_MODULES = 100

const result = cruise(['--output-type', 'err'])
process.stdout.write(result.output)
const seen = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0)
if (result.failed) process.exit(1)
if (seen < LEAST_MODULES) fail(`only ${seen} modules were seen: the parser does not read the sources`)
if (!refusesBadCode()) fail('a forbidden import was not noticed')

/** The platform importing a module must be refused: a rule that cannot fail checks nothing. */
function refusesBadCode(): boolean {
  const folder = join(root, 'src/platform/known-bad')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, 'bad.ts'), "export { headerKey } from '../../modules/registry/index.ts'\n")
    return cruise(['--output-type', 'err']).output.includes('platform-knows-no-module')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function cruise(options: readonly string[]): { output: string; failed: boolean } {
  const run = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', 'dependency-cruiser.cjs', '--no-progress', ...options],
    { cwd: root, encoding: 'utf8' },
  )
  return { output: `${run.stdout}${run.stderr}`, failed: run.status !== 0 }
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
