import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { schemasOfMigrations } from '../db/migrate.ts'
import { SCHEMA as JOB } from '../jobs.ts'
import { type ArchiveWriter, BackupRefused, createArchive } from './archive.ts'
import { type KeptTable, readSequences, readTables } from './catalogue.ts'
import type { Changing } from './changing.ts'
import { type BackupContents, type BackupHead, CONTENTS, FILES, HEAD, JOBS, TABLES } from './contents.ts'

/** Of a table so much is in one entry: the size of an entry stands before it. */
const PART_BYTES = 1 << 20

export type BackupOptions = {
  /** Of the owner of the schema, whom row security leaves alone. */
  readonly migratorUrl: string
  readonly dataFolder: string
  /** What of the data folder belongs to the database. */
  readonly folders: readonly string[]
  readonly secret: Buffer
  readonly program: string
  readonly file: string
  /** Makes it a copy with changed names, without files, jobs and traces. */
  readonly changing?: Changing
}

/**
 * Copies everything as of one moment into one encrypted file, while others go on writing. The file has its name when all
 * of it is on the disk.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupContents> {
  const client = new pg.Client({ connectionString: options.migratorUrl, application_name: 'rost-backup' })
  await client.connect()
  try {
    // A row that row security would leave out makes it fail instead.
    await client.query('set row_security = off; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await client.query('begin isolation level repeatable read')
    if (options.changing === undefined) await client.query('set transaction read only')
    const archive = await createArchive(options.file, options.secret)
    try {
      const contents = await fill(archive, client, options)
      await archive.close()
      await client.query('commit')
      await client.query(`insert into platform.journal (actor_kind, action) values ('operator', $1)`, [
        options.changing === undefined ? 'backup' : 'training-copy',
      ])
      return contents
    } catch (error) {
      await archive.abandon()
      throw error
    }
  } finally {
    await client.end()
  }
}

async function fill(archive: ArchiveWriter, client: pg.Client, options: BackupOptions): Promise<BackupContents> {
  const { rows } = await client.query<{ none: boolean }>(`select to_regclass('public.migration') is null as none`)
  if (rows[0]?.none !== false) throw new BackupRefused('the database is empty: there is nothing to copy')
  const schemas = await schemasOfMigrations()
  const tables = await readTables(client, schemas)
  const head: BackupHead = {
    format: 1,
    program: options.program,
    ...(options.changing && { changedNames: true }),
    at: new Date().toISOString(),
    postgres: (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
    migrations: (await client.query('select name, checksum from public.migration order by name')).rows,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    sequences: await readSequences(client, schemas),
  }
  await options.changing?.prepare(client, tables)
  await addText(archive, HEAD, head)
  const counted: BackupContents['tables'] = []
  for (const table of tables) counted.push(await addTable(archive, client, table, options.changing))
  const waiting = options.changing === undefined ? 'true' : 'false'
  const jobs = `copy (select to_jsonb(j) from ${JOB}.job j where ${waiting}) to stdout`
  counted.push({ name: JOBS, ...(await addCopied(archive, client, JOBS, jobs)) })
  const files = options.changing === undefined ? await addFiles(archive, options) : []
  const contents = { tables: counted, files }
  await addText(archive, CONTENTS, contents)
  return contents
}

async function addTable(archive: ArchiveWriter, client: pg.Client, table: KeptTable, changing: Changing | undefined) {
  const { name, columns } = table
  const rows = changing === undefined ? `${name} (${columns.join(', ')})` : `(${changing.rowsOf(table)})`
  return { name, ...(await addCopied(archive, client, TABLES + name, `copy ${rows} to stdout`)) }
}

/** The lines that COPY answers, in entries of about a part. */
async function addCopied(archive: ArchiveWriter, client: pg.Client, name: string, statement: string) {
  const sum = createHash('sha256')
  let [rows, bytes, part] = [0, 0, 0]
  let [waiting, held]: [Buffer[], number] = [[], 0]
  const flush = async (): Promise<void> => {
    part++
    await archive.add(`${name}/${String(part).padStart(6, '0')}`, held, waiting)
    ;[waiting, held] = [[], 0]
  }
  const stream = client.query(copyTo(statement))
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum.update(chunk)
    bytes += chunk.length
    held += chunk.length
    waiting.push(chunk)
    if (held >= PART_BYTES) await flush()
  }
  rows = stream.rowCount
  if (held > 0) await flush()
  return { rows, bytes, sha256: sum.digest('hex') }
}

/** Files are never changed once they are there; one that is gone by now belonged to nothing that stays. */
async function addFiles(
  archive: ArchiveWriter,
  { dataFolder, folders }: BackupOptions,
): Promise<BackupContents['files']> {
  const added: BackupContents['files'] = []
  for (const path of (await Promise.all(folders.map((folder) => listFiles(join(dataFolder, folder))))).flat().sort()) {
    const file = await openThere(path)
    if (file === undefined) continue
    const name = relative(dataFolder, path)
    const { size } = await file.stat()
    const sum = createHash('sha256')
    const read = async function* (): AsyncGenerator<Buffer> {
      // Closed with its stream.
      for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) {
        sum.update(chunk)
        yield chunk
      }
    }
    await archive.add(FILES + name, size, read())
    added.push({ name, bytes: size, sha256: sum.digest('hex') })
  }
  return added
}

async function openThere(path: string): Promise<FileHandle | undefined> {
  return await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function addText(archive: ArchiveWriter, name: string, value: object): Promise<void> {
  const text = Buffer.from(JSON.stringify(value))
  await archive.add(name, text.length, [text])
}
