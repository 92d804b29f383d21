import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

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

type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/**
 * Brings the schema forward to the newest migration, each in a transaction of its own. Returns the names applied.
 * Refuses when an applied migration has changed since, or when the database is newer than this version of Rost.
 */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: migratorUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
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
    for (const migration of pending) await apply(client, migration)
    return pending.map((m) => m.name)
  } finally {
    await client.end()
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

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query("set local lock_timeout = '10s'")
    await client.query(migration.text)
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
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
