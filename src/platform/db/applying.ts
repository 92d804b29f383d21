import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { sqlState } from './db.ts'

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** Whoever works with a table waits behind a migration that waits for it: so it waits shortly, and tries again. */
const LOCK_TIMEOUT = '1s'
const TRIES = 60
const PAUSE_MS = 1_000
const LOCK_NOT_AVAILABLE = '55P03'

/** Applies a migration and notes it. Faults: Error, which names the migration. */
export async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await (isConcurrent(migration) ? applyConcurrently : applyAtOnce)(client, migration)
      return
    } catch (error) {
      if (sqlState(error) === LOCK_NOT_AVAILABLE && tries < TRIES) {
        await pause(PAUSE_MS)
        continue
      }
      throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
}

async function applyAtOnce(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query(migration.text)
    await noteApplied(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Indexes that are built while people work: no transaction around them, so what an earlier try left is dropped first. They
 * wait as long as it takes, for nobody waits behind them.
 */
async function applyConcurrently(client: pg.Client, migration: Migration): Promise<void> {
  for (const statement of bareStatements(migration.text)) {
    const [, index, table] = CREATES_INDEX.exec(statement) ?? []
    if (index !== undefined) await client.query(`drop index concurrently if exists ${table}.${index}`)
    await client.query(statement)
  }
  await noteApplied(client, migration)
}

const CREATES_INDEX = /^create (?:unique )?index concurrently (?:if not exists )?(\S+) on (?:only )?(\w+)\./i

const bareStatements = (text: string): string[] =>
  text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '')

/** Builds indexes while people work, which no transaction may be around. */
export const isConcurrent = ({ text }: Migration): boolean =>
  bareStatements(text).every((one) => /\bconcurrently\b/i.test(one))

export async function noteApplied(client: pg.Client, { name, checksum }: Migration): Promise<void> {
  await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum])
}
