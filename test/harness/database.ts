import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { sqlState } from '../../src/platform/db/db.ts'

/** The migrated database nobody connects to; made by the global setup. */
export const TEMPLATE = 'rost_test_template'

export type TestDatabase = { readonly migratorUrl: string; readonly appUrl: string }

/** A database of its own for a test file: a copy of the migrated template, dropped afterwards. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const [migratorUrl, appUrl] = [inject('migratorUrl'), inject('appUrl')]
  await asMigrator(migratorUrl, `create database ${name} template ${TEMPLATE}`)
  afterAll(() => dropDatabase(migratorUrl, name))
  return { migratorUrl: withDatabase(migratorUrl, name), appUrl: withDatabase(appUrl, name) }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const IN_USE = '55006'

/** A backend lives a moment longer than its connection; the migrator may not end those of the application. */
async function dropDatabase(migratorUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await asMigrator(migratorUrl, `drop database ${name}`)
      return
    } catch (error) {
      if (tries === 100 || sqlState(error) !== IN_USE) throw error
      await setTimeout(100)
    }
  }
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
