/** Builds the web client when its sources differ from those it was last built from. */
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { squeezeFiles } from './squeeze.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = [
  'src/web/**/*',
  'src/modules/**/ui/**/*',
  'src/modules/**/*.contract.ts',
  'src/platform/*.ts',
  'docs/guide/**/*',
  'scripts/guide/*.ts',
  'package-lock.json',
  'vite.config.ts',
  'scripts/lean-contracts.ts',
  'scripts/squeeze.ts',
]
const stampFile = join(root, 'dist/web/.built-from')

const sum = await sumOfSources()
if ((await readFile(stampFile, 'utf8').catch(() => '')) !== sum) {
  process.stderr.write('rost: building the web client\n')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  await squeezeFiles(join(root, 'dist/web'))
  await writeFile(stampFile, sum)
}

async function sumOfSources(): Promise<string> {
  const files = (await Array.fromAsync(glob(SOURCES, { cwd: root, withFileTypes: true }))).filter((f) => f.isFile())
  const hash = createHash('sha256')
  for (const path of files.map((f) => join(f.parentPath, f.name)).sort()) {
    hash
      .update(path.slice(root.length))
      .update('\0')
      .update(await readFile(path))
  }
  return hash.digest('hex')
}
