import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { sqlState } from '../../src/platform/db/db.ts'

/** The migrated database nobody connects to; made by the global setup. */
export const TEMPLATE = 'rost_test_template'

export type TestDatabase = { readonly migratorUrl: string; readonly appUrl: string }

/** What a database holds beside the schema; filled once in a run, under this name, and closed by `fill` when done. */
export type Filling = { readonly name: string; fill(database: TestDatabase): Promise<void> }

/** A database of its own for a test file: a copy of the migrated template, or of a filled one, dropped afterwards. */
export async function cloneDatabase(filling?: Filling): Promise<TestDatabase> {
  const template = filling === undefined ? TEMPLATE : await filledTemplate(filling)
  const name = `t_${randomBytes(6).toString('hex')}`
  await whenUnused(() => asMigrator(inject('migratorUrl'), `create database ${name} template ${template}`))
  afterAll(() => whenUnused(() => asMigrator(inject('migratorUrl'), `drop database ${name}`)))
  return urlsOf(name)
}

const urlsOf = (name: string): TestDatabase => ({
  migratorUrl: withDatabase(inject('migratorUrl'), name),
  appUrl: withDatabase(inject('appUrl'), name),
})

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Whoever is first fills it, under a passing name; the others wait. */
async function filledTemplate({ name, fill }: Filling): Promise<string> {
  const template = `${TEMPLATE}_${name}`
  const passing = `${template}_passing`
  const migratorUrl = inject('migratorUrl')
  await withClient(migratorUrl, async (client) => {
    await client.query('select pg_advisory_lock(43)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount !== 0) return
    await asMigrator(migratorUrl, `drop database if exists ${passing}`)
    await asMigrator(migratorUrl, `create database ${passing} template ${TEMPLATE}`)
    await fill(urlsOf(passing))
    await whenUnused(() => asMigrator(migratorUrl, `alter database ${passing} rename to ${template}`))
  })
  return template
}

const IN_USE = '55006'

/** A backend lives a moment longer than its connection; the migrator may not end those of the application. */
async function whenUnused(act: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await act()
      return
    } catch (error) {
      if (tries === 100 || sqlState(error) !== IN_USE) throw error
      await setTimeout(100)
    }
  }
}

/** Copying a template needs it to itself; two files that start together take turns. */
export async function asMigrator(url: string, statement: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock(42)')
    await client.query(statement)
  })
}

async function withClient(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
