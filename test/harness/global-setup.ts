import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bringForward } from '../../src/house.ts'
import { openPostgres } from '../../src/platform/postgres/postgres.ts'
import { asMigrator, TEMPLATE } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    migratorUrl: string
    appUrl: string
  }
}

/**
 * One real PostgreSQL for the whole run: the embedded one in a folder of its own, or that of TEST_DATABASE_URL (a login
 * that may create databases and roles). Its migrated database is the template every test file clones.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL
  if (outside !== undefined) {
    await makeTemplate(outside)
    const app = new URL(outside)
    app.searchParams.set('options', '-c role=rost_app')
    project.provide('migratorUrl', outside)
    project.provide('appUrl', app.href)
    return async () => {}
  }
  const folder = await mkdtemp(join(tmpdir(), 'rost-test-'))
  // 'system': the PostgreSQL of the machine's packages instead of the embedded one.
  const nativePackage = process.env.TEST_POSTGRES === 'system' ? { nativePackage: null } : {}
  const server = await openPostgres({ dataFolder: folder, log: () => {}, ...nativePackage })
  await makeTemplate(server.migratorUrl)
  project.provide('migratorUrl', server.migratorUrl)
  project.provide('appUrl', server.appUrl)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(migratorUrl: string): Promise<void> {
  await bringForward(migratorUrl)
  for (const name of await templatesOf(migratorUrl)) await asMigrator(migratorUrl, `drop database ${name}`)
  await asMigrator(migratorUrl, `create database ${TEMPLATE} template ${new URL(migratorUrl).pathname.slice(1)}`)
}

/** Those of a run before, where the server outlives the runs. */
async function templatesOf(migratorUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname ~ $1', [
      `^${TEMPLATE}`,
    ])
    return rows.map(({ datname }) => datname)
  } finally {
    await client.end()
  }
}
