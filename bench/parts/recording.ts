import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB, ReadDb } from '../../src/platform/db/db.ts'
import type { Statement } from './servers.ts'

/** The statements the product runs as this tenant while `run` lasts, with their values, in the order they end. */
export async function statementsOf(
  pool: pg.Pool,
  tenant: number,
  run: (db: ReadDb) => Promise<unknown>,
): Promise<Statement[]> {
  const seen: Statement[] = []
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect()
    await client.query("select set_config('rost.tenant', $1, false)", [String(tenant)])
    return client
  }
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => {}, options: pool.options } }),
    log({ query }) {
      seen.push({ text: query.sql, values: query.parameters })
    },
  })
  await run(db)
  return seen
}
