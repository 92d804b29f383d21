import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** Milliseconds a statement of a load may take before it counts as hung. */
export const STATEMENT_PATIENCE = 30 * 60_000

/** What the load's own connection does; one thing at a time. */
export type Connection = {
  /** Runs a statement; `values` as its parameters. */
  run<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** Runs statements in one go: to wait for the answer of each adds up. Answers with the rows of each. */
  runAll<R extends pg.QueryResultRow>(statements: readonly string[]): Promise<R[][]>
  /** Appends COPY text to a table, all at once or as it comes. */
  copy(table: string, columns: readonly string[], text: Buffer | AsyncIterable<Buffer>): Promise<void>
  /** What the select answers, as COPY text; to be read to its end before anything else. */
  copyOut(select: string): AsyncIterable<Buffer>
}

/** The connection of a load, on which one piece of work may be under way while the next is prepared. */
export type Staging = Pick<Connection, 'run'> & {
  /** Begins behind what was begun before and does not wait for it; throws what that ran into. */
  begin(work: (connection: Connection) => Promise<void>): Promise<void>
  /** Nothing that was begun is under way: the database waits for more. */
  isIdle(): boolean
  /** Waits until all that was begun is done. */
  settle(): Promise<void>
}

/**
 * Whether the district has a row of a table; `key` is its key beside the tenant. Asked in that order, because among the
 * rows of many districts a plain `exists` goes from one to the next until it finds one of this.
 */
export async function hasAny(staging: Pick<Staging, 'run'>, table: string, key: string): Promise<boolean> {
  const [row] = await staging.run<{ any: boolean }>(
    `select (select ${key} from ${table} order by tenant_id, ${key} limit 1) is not null as any`,
  )
  return row?.any === true
}

/** All of it but the end; what the reading runs into breaks the writing off. */
async function pour(parts: AsyncIterable<Buffer>, stream: Writable): Promise<void> {
  try {
    for await (const part of parts) if (!stream.write(part)) await once(stream, 'drain')
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  stream.end()
}

export function createStaging(client: pg.PoolClient): Staging {
  let under: Promise<void> = Promise.resolve()
  let isBusy = false

  async function settle(): Promise<void> {
    const last = under
    under = Promise.resolve()
    await last
  }

  const connection: Connection = {
    async run(text, values = []) {
      const query = { text, values: [...values], query_timeout: STATEMENT_PATIENCE }
      const { rows } = await client.query(query)
      return rows
    },
    async runAll(statements) {
      const query = { text: statements.join(';\n'), query_timeout: STATEMENT_PATIENCE }
      const results: unknown = await client.query(query)
      return [results].flat().map((result) => (result as pg.QueryResult).rows)
    },
    async copy(table, columns, text) {
      if (Buffer.isBuffer(text) && text.length === 0) return
      const stream = Object.assign(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`), {
        query_timeout: STATEMENT_PATIENCE,
      })
      client.query(stream)
      if (Buffer.isBuffer(text)) stream.end(text)
      else await pour(text, stream)
      await once(stream, 'finish')
    },
    async *copyOut(select) {
      // Without a patience of its own: it would be waited for even when all has come.
      const stream = client.query(copyTo(`copy (${select}) to stdout`))
      try {
        yield* stream.iterator({ destroyOnReturn: false })
      } finally {
        // Whoever stopped reading still has the connection, which answers nothing else before the rest has come.
        if (!stream.readableEnded && !stream.errored) await once(stream.resume(), 'end')
      }
    },
  }

  return {
    async run(text, values) {
      await settle()
      return await connection.run(text, values)
    },
    async begin(work) {
      await settle()
      isBusy = true
      under = work(connection).finally(() => {
        isBusy = false
      })
      // Seen by the next settle(); without a handler an error in between would end the process.
      under.catch(() => {})
    },
    isIdle: () => !isBusy,
    settle,
  }
}
