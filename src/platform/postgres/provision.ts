import { join } from 'node:path'
import type pg from 'pg'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Folders } from './folders.ts'
import { run } from './run.ts'
import type { Secrets } from './secrets.ts'
import { PostgresUnavailable } from './unavailable.ts'

export const roleNames = {
  superuser: 'postgres',
  migrator: 'rost_migrator',
  app: 'rost_app',
  region: 'rost_region',
} as const
export const databaseName = 'rost'

/** Reads a region's published sums through views; the app takes it on for those reads alone. */
const regionStatements = [`CREATE ROLE ${roleNames.region} NOLOGIN`, `GRANT ${roleNames.region} TO ${roleNames.app}`]

/**
 * The migrator owns the database and may make further ones (a restore beside the original, clones for tests); the app
 * role has no DDL. Neither passes row security. What PUBLIC may do in `public` is taken away in template1, hence in
 * every database made later too.
 */
function provisioningStatements(secrets: Secrets): string[] {
  const { superuser, migrator, app } = roleNames
  const plain = 'LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS'
  return [
    `ALTER ROLE ${superuser} PASSWORD '${secrets.superuser}'`,
    `CREATE ROLE ${migrator} ${plain} CREATEDB PASSWORD '${secrets.migrator}'`,
    `CREATE ROLE ${app} ${plain} NOINHERIT NOCREATEDB PASSWORD '${secrets.app}'`,
    ...regionStatements,
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${app}`,
    `CREATE DATABASE ${databaseName} OWNER ${migrator}`,
    `REVOKE ALL ON DATABASE ${databaseName}, postgres, template1 FROM PUBLIC`,
    `GRANT CONNECT, TEMPORARY ON DATABASE ${databaseName} TO ${app}`,
  ]
}

/** Makes roles and database in a cluster that has never run, in single-user mode: nobody can connect before the passwords are set. */
export async function provisionCluster(
  folders: Folders,
  binaries: Binaries,
  account: Account,
  secrets: Secrets,
): Promise<void> {
  // exit_on_error: single-user mode otherwise reports success after a failed statement; panic: no passwords in messages
  const settings = ['-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', '-c', 'log_checkpoints=off']
  const { ok, output } = await run(
    join(binaries.folder, 'postgres'),
    ['--single', '-D', folders.data, ...settings, 'template1'],
    { account, limitMs: 60_000, input: `${provisioningStatements(secrets).join('\n')}\n` },
  )
  if (!ok) throw new PostgresUnavailable('create', { folder: folders.root, why: output.trim().slice(-500) })
}

/** Adds what a cluster made by an earlier release lacks; nobody but the launcher may make roles. */
export async function completeCluster(superuser: pg.Client): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [roleNames.region])
  if (rowCount !== 0) return
  for (const statement of regionStatements) await superuser.query(statement)
}
