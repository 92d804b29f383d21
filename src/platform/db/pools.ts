import { Socket } from 'node:net'
import pg from 'pg'
import type { Log } from '../log.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export type PoolOptions = {
  readonly url: string
  readonly log: Log
  readonly max: number
  /** Milliseconds a statement may take on the server; 0 for any time. */
  readonly statementTimeout: number
  readonly readOnly?: boolean
  readonly applicationName?: string
}

/**
 * A pool whose every wait is bounded: connecting, a statement on the server, an answer that never comes (black hole),
 * a transaction left open. A broken connection is replaced, whether it was idle or in use.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const settings = [
    `-c statement_timeout=${options.statementTimeout}`,
    '-c lock_timeout=10000',
    '-c idle_in_transaction_session_timeout=60000',
    '-c timezone=UTC',
    '-c jit=off',
    // Workers cost more than they bring at this size, and two cores have other requests to serve.
    '-c max_parallel_workers_per_gather=0',
    options.readOnly ? '-c default_transaction_read_only=on' : '',
  ]
  const pool = new pg.Pool({
    connectionString: withOptions(options.url, settings),
    max: options.max,
    application_name: options.applicationName ?? 'rost',
    connectionTimeoutMillis: 5_000,
    // Below the limit of silence: it is for connections in use.
    idleTimeoutMillis: 15_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    stream: () => impatientSocket(options.statementTimeout),
  })
  pool.on('error', (err) => options.log.warn({ err }, 'an idle database connection broke'))
  // The pool listens to idle connections only; one that breaks between two statements of its user would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Into the address: what stands there would replace options given beside it. */
function withOptions(url: string, settings: readonly string[]): string {
  const changed = new URL(url)
  const given = changed.searchParams.get('options') ?? ''
  changed.searchParams.set('options', [given, ...settings].filter((one) => one !== '').join(' '))
  return changed.href
}

/**
 * Ends itself when the server, which keeps the limit of a statement, is silent beyond it. The driver's own time-out would
 * leave the statement on the connection: the rollback, and whoever gets the connection next, would wait behind it.
 */
function impatientSocket(statementTimeout: number): Socket {
  const socket = new Socket()
  if (statementTimeout === 0) return socket
  return socket.setTimeout(statementTimeout + 3_000, () => socket.destroy(new Error('timeout: the database is silent')))
}
