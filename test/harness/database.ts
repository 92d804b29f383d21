import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** The migrated database nobody connects to; made by the global setup. */
export const TEMPLATE = 'rost_test_template'

export type TestDatabase = { readonly migratorUrl: string; readonly appUrl: string }

/** A database of its own for a test file: a copy of the migrated template, dropped afterwards. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const [migratorUrl, appUrl] = [inject('migratorUrl'), inject('appUrl')]
  await asMigrator(migratorUrl, `create database ${name} template ${TEMPLATE}`)
  afterAll(() => asMigrator(migratorUrl, `drop database ${name} with (force)`))
  return { migratorUrl: withDatabase(migratorUrl, name), appUrl: withDatabase(appUrl, name) }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Copying a template needs it to itself; two files that start together take turns. */
export async function asMigrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(42)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
