import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../../db/types.ts'
import type { Log } from '../log.ts'
import { createPool } from './pools.ts'
import type { Ask } from './statement.ts'
import { askOver, goStraight } from './straight.ts'
import { asWriter, watchTexts } from './writing.ts'

export type { DB }

/** A transaction of a command: reads and writes. */
export type Tx = Transaction<DB>

/** Reads only; a transaction may be passed too. */
export type ReadDb = Pick<
  Kysely<DB>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'getExecutor'
>

/** The tenant a connection works for: a district's id, or null for what belongs to no district. */
export type Tenant = number | null

export type Database = {
  /** Connections for reading as this tenant. The connection itself refuses to write. */
  reader(tenant: Tenant): ReadDb
  /** One transaction as this tenant, repeated when PostgreSQL asks for it (deadlock, serialization). */
  write<T>(tenant: Tenant, run: (tx: Tx) => Promise<T>): Promise<T>
  /** A connection of its own for long work (loads): as this tenant, no statement time-out, closed afterwards. */
  dedicated<T>(tenant: Tenant, run: (client: pg.PoolClient, db: Kysely<DB>) => Promise<T>): Promise<T>
  /** Asks by a prepared statement over any connection for reading, whichever tenant it works for just then. */
  readonly ask: Ask
  readonly readPool: pg.Pool
  close(): Promise<void>
}

const RETRIES = 3
const REPEATABLE = new Set(['40001', '40P01'])

/** Opens the pools as the application's role. Nothing connects before the first statement. */
export function openDatabase(options: { url: string; log: Log; readers?: number; writers?: number }): Database {
  const { url, log } = options
  const readPool = createPool({ url, log, max: options.readers ?? 12, statementTimeout: 15_000, readOnly: true })
  const writePool = createPool({ url, log, max: options.writers ?? 8, statementTimeout: 30_000 })
  // A comparison takes two: with as many at once as loads come, none may wait for the second one for ever.
  const longPool = createPool({ url, log, max: 8, statementTimeout: 0, applicationName: 'rost-long' })
  const readers = new Map<Tenant, ReadDb>()
  const writers = new Map<Tenant, Kysely<DB>>()
  const nameOf = watchTexts()

  function reader(tenant: Tenant): ReadDb {
    const known = readers.get(tenant)
    if (known) return known
    const created = new Kysely<DB>({ dialect: new PostgresDialect({ pool: asTenant(readPool, tenant) }) })
    goStraight(
      created,
      askOver(readPool, (client, use) => setTenant(client, tenant, use)),
    )
    readers.set(tenant, created)
    return created
  }

  function writer(tenant: Tenant): Kysely<DB> {
    const known = writers.get(tenant)
    if (known) return known
    const created = new Kysely<DB>({ dialect: new PostgresDialect({ pool: asWriter(writePool, tenant, nameOf) }) })
    writers.set(tenant, created)
    return created
  }

  async function write<T>(tenant: Tenant, run: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await writer(tenant).transaction().execute(run)
      } catch (error) {
        if (attempt === RETRIES || !REPEATABLE.has(sqlState(error) ?? '')) throw error
      }
    }
  }

  async function dedicated<T>(tenant: Tenant, run: (client: pg.PoolClient, db: Kysely<DB>) => Promise<T>): Promise<T> {
    const client = await longPool.connect()
    try {
      await client.query("select set_config('rost.tenant', $1, false)", [tenantText(tenant)])
      const own = { connect: async () => keepOpen(client), end: async () => {}, options: longPool.options }
      return await run(client, new Kysely<DB>({ dialect: new PostgresDialect({ pool: own }) }))
    } finally {
      client.release(true)
    }
  }

  return {
    reader,
    write,
    dedicated,
    ask: askOver(readPool, (_client, use) => use()),
    readPool,
    async close() {
      await Promise.all([readPool.end(), writePool.end(), longPool.end()])
    },
  }
}

/** The five-character SQLSTATE of an error of the database, if it is one. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return error.code
}

const tenantText = (tenant: Tenant): string => (tenant === null ? '' : String(tenant))

/** Which tenant an idle connection of the reading pool was last set to. */
const tenantOf = new WeakMap<pg.PoolClient, Tenant>()

/**
 * The reading pool seen by one tenant: a connection is set to the tenant when it last served another one,
 * so that in the steady state a read is a single statement.
 */
function asTenant(pool: pg.Pool, tenant: Tenant) {
  return {
    async connect(): Promise<pg.PoolClient> {
      const client = await pool.connect()
      if (tenantOf.get(client) === tenant) return client
      return await new Promise((resolve, reject) => {
        setTenant(client, tenant, (error) => {
          if (error === undefined) return resolve(client)
          client.release(true)
          reject(error)
        })
      })
    },
    async end(): Promise<void> {},
    options: pool.options,
  }
}

/** Sets the connection to the tenant unless it is so already. */
function setTenant(client: pg.PoolClient, tenant: Tenant, done: (error?: Error) => void): void {
  if (tenantOf.get(client) === tenant) done()
  else {
    client.query("select set_config('rost.tenant', $1, false)", [tenantText(tenant)], (error: Error | null) => {
      if (error === null) tenantOf.set(client, tenant)
      done(error ?? undefined)
    })
  }
}

/** The client as Kysely sees it: releasing is ours. */
function keepOpen(client: pg.PoolClient): pg.PoolClient {
  return new Proxy(client, { get: (target, key) => (key === 'release' ? () => {} : Reflect.get(target, key, target)) })
}
