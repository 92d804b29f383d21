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
  /** Milliseconds a statement may take on the server. */
  readonly statementTimeout: number
  readonly readOnly?: boolean
  readonly applicationName?: string
}

/**
 * A pool whose every wait is bounded: connecting, a statement on the server, an answer that never comes (black hole),
 * a transaction left open. A broken idle connection is logged and replaced; without the handler it would end the process.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const settings = [
    `-c statement_timeout=${options.statementTimeout}`,
    '-c lock_timeout=10000',
    '-c idle_in_transaction_session_timeout=60000',
    '-c timezone=UTC',
    '-c jit=off',
    options.readOnly ? '-c default_transaction_read_only=on' : '',
  ]
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    options: settings.join(' ').trim(),
    application_name: options.applicationName ?? 'rost',
    connectionTimeoutMillis: 5_000,
    query_timeout: options.statementTimeout + 3_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  pool.on('error', (err) => options.log.warn({ err }, 'an idle database connection broke'))
  return pool
}
