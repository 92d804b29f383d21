import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Milliseconds a statement of a load may take before it counts as hung. */
export const STATEMENT_PATIENCE = 30 * 60_000

/** Tables of the load's own connection: they vanish with it, whatever happens. */
export type Staging = {
  /** Runs a statement; `values` as its parameters. */
  run<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** Appends COPY text to a table, behind what was given before; throws what an earlier call ran into. */
  append(table: string, columns: readonly string[], text: string): Promise<void>
  /** Waits until all that was appended is there. */
  settle(): Promise<void>
}

/** The next batch is prepared while the last one is on its way; never more than one is. */
export function createStaging(client: pg.PoolClient): Staging {
  let under: Promise<void> = Promise.resolve()

  async function copy(table: string, columns: readonly string[], text: string): Promise<void> {
    const stream = Object.assign(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`), {
      query_timeout: STATEMENT_PATIENCE,
    })
    client.query(stream)
    stream.end(Buffer.from(text))
    await once(stream, 'finish')
  }

  async function settle(): Promise<void> {
    const last = under
    under = Promise.resolve()
    await last
  }

  return {
    async run(text, values = []) {
      await settle()
      const query = { text, values: [...values], query_timeout: STATEMENT_PATIENCE }
      const { rows } = await client.query(query)
      return rows
    },
    async append(table, columns, text) {
      if (text === '') return
      await settle()
      under = copy(table, columns, text)
      // Seen by the next settle(); without a handler an error in between would end the process.
      under.catch(() => {})
    },
    settle,
  }
}
