import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { sqlState } from '../db/db.ts'
import { layAnew, schemasOfMigrations } from '../db/migrate.ts'
import { SCHEMA as JOB } from '../jobs.ts'
import { BackupRefused } from './archive.ts'
import { type Lightening, lightening, readTables } from './catalogue.ts'
import type { BackupContents, BackupHead } from './contents.ts'
import { type Receiver, readBackup } from './reading.ts'

export type RestoreOptions = {
  readonly migratorUrl: string
  readonly dataFolder: string
  readonly folders: readonly string[]
  readonly secret: Buffer
  readonly file: string
}

/** Others are connected to the database that shall be replaced. */
export class DatabaseInUse extends Error {
  constructor(who: string) {
    super(`the database is in use (${who}): stop the server first`)
    this.name = 'DatabaseInUse'
  }
}

const OUT_OF_MEMORY = '53200'
const TOO_FEW_LOCKS =
  'PostgreSQL has too little room for locks, nothing was changed: set max_locks_per_transaction to 256, restart it, restore again'

/** Where files wait until the database has what names them. */
const WAITING = 'restoring'

/**
 * Puts a backup in the place of everything the database has, in one transaction: whatever fails, all is as before. The
 * schema is laid as it was then; migrations that came later are the caller's. Faults: BackupRefused, DatabaseInUse.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<{ readonly head: BackupHead; readonly contents: BackupContents }> {
  const { dataFolder, folders } = options
  const waiting = join(dataFolder, WAITING)
  await rm(waiting, { recursive: true, force: true })
  const client = new pg.Client({ connectionString: options.migratorUrl, application_name: 'rost-restore' })
  await client.connect()
  try {
    await refuseOthers(client)
    await client.query("set row_security = off; set statement_timeout = 0; set lock_timeout = '10s'")
    // Indexes and references of everything are built here, and nobody else is there who wants memory.
    await client.query("set maintenance_work_mem = '256MB'; set work_mem = '64MB'")
    await client.query('set idle_in_transaction_session_timeout = 0; begin')
    const receiver = receiverOf(client, waiting)
    const restored = await readBackup(options.file, options.secret, receiver)
    await receiver.finish(restored.head)
    await client.query('commit')
    await exchangeFiles({ dataFolder, folders, waiting })
    return restored
  } catch (error) {
    throw sqlState(error) === OUT_OF_MEMORY ? new BackupRefused(TOO_FEW_LOCKS, { cause: error }) : error
  } finally {
    await client.end()
    await rm(waiting, { recursive: true, force: true })
  }
}

/** Of sessions of others a login sees little more than whose they are; the database's own workers are nobody's. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ who: string }>(
    `select distinct coalesce(nullif(application_name, ''), usename) as who from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename is not null`,
  )
  if (rows.length > 0) throw new DatabaseInUse(rows.map(({ who }) => who).join(', '))
}

function receiverOf(client: pg.Client, waiting: string): Receiver & { finish(head: BackupHead): Promise<void> } {
  let lighter: Lightening = { before: [], after: [] }
  let columns = new Map<string, string>()
  return {
    async head({ migrations, tables }) {
      await layAnew(client, migrations)
      const schemas = await schemasOfMigrations()
      const laid = new Set((await readTables(client, schemas)).map(({ name }) => name))
      const missing = tables.find(({ name }) => !laid.has(name))
      if (missing !== undefined)
        throw new BackupRefused(`the backup has a table this version does not know: ${missing.name}`)
      columns = new Map(tables.map(({ name, columns: list }) => [name, list.join(', ')]))
      lighter = await lightening(client, schemas)
      for (const statement of lighter.before) await client.query(statement)
      // Some migrations bring rows along; those of the backup are the same or later ones.
      await client.query(`truncate ${[...laid].join(', ')}`)
      await client.query(`delete from ${JOB}.job`)
    },
    async table(name, lines) {
      const list = columns.get(name)
      if (list === undefined) throw new BackupRefused(`the backup has a table it does not name: ${name}`)
      await copyInto(client, `${name} (${list})`, lines)
    },
    async jobs(lines) {
      await client.query('create temp table restored_job (job jsonb) on commit drop')
      await copyInto(client, 'restored_job (job)', lines)
      await takeJobs(client)
    },
    async file(name, content) {
      const path = join(waiting, name)
      if (normalize(name) !== name || name.startsWith('..') || !path.startsWith(waiting)) {
        throw new BackupRefused(`the backup has a file outside of the data folder: ${name}`)
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600, flush: true }))
    },
    async finish({ sequences }) {
      for (const statement of lighter.after) await client.query(statement)
      await client.query(
        `select setval(s.name::regclass, s.last::bigint) from unnest($1::text[], $2::text[]) s (name, last)
        where s.last is not null`,
        [sequences.map(({ name }) => name), sequences.map(({ last }) => last)],
      )
      await client.query('analyze')
    },
  }
}

async function copyInto(client: pg.Client, target: string, lines: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${target} from stdin`)))
}

/**
 * By the columns the queue has now: it may be of a later version. What the queue told itself when it was running (the tick of
 * its clock) belongs to kinds of jobs it makes anew, and is left out.
 */
async function takeJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(format('%I', attname), ', ') as columns from pg_attribute
    where attrelid = '${JOB}.job'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname in (select jsonb_object_keys(job) from (select job from restored_job limit 1) j)`,
  )
  const columns = rows[0]?.columns
  if (columns === undefined || columns === null) return
  await client.query(`insert into ${JOB}.job (${columns})
    select ${columns} from restored_job, jsonb_populate_record(null::${JOB}.job, job)
    where exists (select from ${JOB}.queue q where q.name = job ->> 'name')`)
}

/** After the database has been committed: killed in between, the backup is to be restored once more. */
async function exchangeFiles({
  dataFolder,
  folders,
  waiting,
}: Pick<RestoreOptions, 'dataFolder' | 'folders'> & { waiting: string }): Promise<void> {
  for (const folder of folders) {
    await rm(join(dataFolder, folder), { recursive: true, force: true })
    await rename(join(waiting, folder), join(dataFolder, folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}
