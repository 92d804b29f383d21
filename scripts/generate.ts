/**
 * Writes what is derived from the sources: db/schema.sql, db/types.ts, docs/access-matrix.md, docs/personal-data.md,
 * docs/openapi.json.
 * With --check it changes nothing and fails when one of them is out of date.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPostgres } from '../src/platform/postgres/postgres.ts'
import { dumpSchema } from './schema-dump.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')

const outdated: string[] = []
const folder = await mkdtemp(join(tmpdir(), 'rost-generate-'))
const server = await openPostgres({ dataFolder: folder, log: () => {} })
try {
  await migrate(server.migratorUrl)
  await settle('db/schema.sql', await readSchema(server.migratorUrl))
  await settle('db/types.ts', await readTypes(server.migratorUrl))
  // These import the sources, which need the types that may just have been written.
  const { printAccessMatrix } = await import('./access-matrix.ts')
  await settle('docs/access-matrix.md', printAccessMatrix())
  const { printPersonalData } = await import('./personal-data.ts')
  await settle('docs/personal-data.md', printPersonalData())
  const { printOpenApi } = await import('./openapi.ts')
  await settle('docs/openapi.json', printOpenApi())
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
if (outdated.length > 0) {
  process.stderr.write(`out of date: ${outdated.join(', ')}; run: node scripts/generate.ts\n`)
  process.exitCode = 1
}

async function settle(file: string, text: string): Promise<void> {
  const path = join(root, file)
  const now = await readFile(path, 'utf8').catch(() => '')
  if (now === text) return
  if (check) outdated.push(file)
  else await writeFile(path, text)
}

async function readSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await dumpSchema(client)
  } finally {
    await client.end()
  }
}

async function readTypes(url: string): Promise<string> {
  const out = join(folder, 'types.ts')
  const cli = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const options = [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    out,
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
  ]
  const mapping = [
    '--type-mapping',
    '{"int8":"number"}',
    '--exclude-pattern',
    'public.*',
    '--exclude-pattern',
    'job.*',
    '--log-level',
    'error',
  ]
  await promisify(execFile)(process.execPath, [cli, ...options, ...mapping], { timeout: 60_000 })
  return await readFile(out, 'utf8')
}
