import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { applyMigration, isConcurrent, type Migration, noteApplied } from './applying.ts'

const FOLDER = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))
/** Any number that nothing else locks with; one migrator at a time. */
const LOCK = 7_301_953

/** Roles the application and its published views run as; none of them can log in by itself or change the schema. */
const ROLES = ['rost_app', 'rost_region'] as const

export class MigrationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationRefused'
  }
}

export type Applied = { readonly name: string; readonly checksum: string }

/**
 * Brings the schema forward to the newest migration, each in a transaction of its own (save those that build indexes
 * concurrently). Returns the names applied.
 * Refuses when an applied migration has changed since, or when the database is newer than this version of Rost.
 */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: migratorUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    if (await isNewest(client)) return []
    await takeTurn(client)
    await ensureRoles(client)
    await client.query(
      'create table if not exists public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    await client.query(
      'create table if not exists public.step (name text primary key, done_at timestamptz not null default now())',
    )
    await client.query('grant usage on schema public to rost_app')
    await client.query('grant select on public.migration to rost_app')
    const applied = await readApplied(client)
    const migrations = await readMigrations()
    refuseStrangers(applied, migrations)
    const pending = migrations.filter((m) => !applied.has(m.name))
    for (const migration of pending) await applyMigration(client, migration)
    return pending.map((m) => m.name)
  } finally {
    await client.end()
  }
}

const TURN_MS = 100

/** Asked again and again: one that waits inside of a statement would be waited for by an index that is built concurrently. */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [LOCK])
    if (rows[0]?.ours === true) return
    await pause(TURN_MS)
  }
}

export type SchemaState = {
  /** Nothing was ever applied. */
  readonly isEmpty: boolean
  readonly pending: readonly string[]
  /** Applied, and not known here or another by now. */
  readonly strangers: readonly string[]
}

/** How the schema stands to the migrations of this version; changes nothing. */
export async function readSchemaState(migratorUrl: string): Promise<SchemaState> {
  const client = new pg.Client({ connectionString: migratorUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const applied = await findApplied(client)
    const migrations = await readMigrations()
    const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
    return {
      isEmpty: applied.size === 0,
      pending: migrations.map(({ name }) => name).filter((name) => !applied.has(name)),
      strangers: [...applied].filter(([name, checksum]) => checksums.get(name) !== checksum).map(([name]) => name),
    }
  } finally {
    await client.end()
  }
}

/** So that an ordinary start, and the doctor on a full disk, write nothing. */
async function isNewest(client: pg.Client): Promise<boolean> {
  const applied = await findApplied(client)
  const migrations = await readMigrations()
  refuseStrangers(applied, migrations)
  return migrations.every(({ name }) => applied.has(name))
}

/** Schemas that are ours: whatever a migration creates. */
export async function schemasOfMigrations(): Promise<string[]> {
  const texts = (await readMigrations()).map(({ text }) => text)
  return texts.flatMap((text) => [...text.matchAll(/^create schema (\w+)/gm)].map(([, name = '']) => name))
}

/**
 * Lays the schema anew as it was after these migrations, within the caller's transaction. Faults: MigrationRefused, where
 * one of them is not known here or is another one by now.
 */
export async function layAnew(client: pg.Client, applied: readonly Applied[]): Promise<void> {
  const migrations = await readMigrations()
  refuseStrangers(new Map(applied.map(({ name, checksum }) => [name, checksum])), migrations)
  for (const schema of (await schemasOfMigrations()).reverse())
    await client.query(`drop schema if exists ${schema} cascade`)
  await client.query('delete from public.migration')
  for (const migration of migrations.filter(({ name }) => applied.some((one) => one.name === name))) {
    // Nobody is there to be kept waiting.
    await client.query(isConcurrent(migration) ? migration.text.replace(/\bconcurrently\b/gi, '') : migration.text)
    await noteApplied(client, migration)
  }
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(FOLDER + name, 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** None where there is no table of them yet. */
async function findApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  return rows[0]?.there === true ? await readApplied(client) : new Map()
}

async function readApplied(client: Pick<pg.ClientBase, 'query'>): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from public.migration')
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((m) => [m.name, m.checksum]))
  for (const [name, checksum] of applied) {
    const now = known.get(name)
    if (now === undefined) throw new MigrationRefused(`the database is newer than this version of Rost: it has ${name}`)
    if (now !== checksum) throw new MigrationRefused(`migration ${name} was changed after it had been applied`)
  }
}

/** An outside database may come without our roles; a login that may not create them is told what to run. */
async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    ROLES,
  ])
  const missing = ROLES.filter((role) => !rows.some((row) => row.rolname === role))
  for (const role of missing) {
    try {
      await client.query(`create role ${role} nologin noinherit`)
      if (role === 'rost_region') await client.query('grant rost_region to rost_app')
    } catch (cause) {
      const statements = missing.map((name) => `create role ${name} nologin; grant ${name} to current_user;`).join(' ')
      throw new MigrationRefused(
        `the database has no role ${role} and this login may not create it; run as an administrator: ${statements}`,
        { cause },
      )
    }
  }
}
