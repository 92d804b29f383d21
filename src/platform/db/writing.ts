import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A text that came so often is one of the house's commands, and worth preparing on each connection it meets. */
const OFTEN = 3
/** So many texts are prepared at most, and so many watched: texts with a list in them are never the same twice. */
const MOST_PREPARED = 400
const MOST_WATCHED = 4_000

/** The name under which a text is prepared; undefined while it is not known to come again. */
export type NameOf = (text: string) => string | undefined

/** Watches the texts of a pool: all its connections know one by the same name. */
export function watchTexts(): NameOf {
  const watched = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size === MOST_PREPARED) return known
    const times = (watched.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (watched.size === MOST_WATCHED) watched.clear()
      watched.set(text, times)
      return undefined
    }
    watched.delete(text)
    const name = `w${names.size}`
    names.set(text, name)
    return name
  }
}

/**
 * The writing pool as one tenant's transactions use it: a transaction begins and is told its tenant in one packet, and what
 * comes again is planned once. Behind a lock everybody waits for each way to the database and for each plan.
 */
export function asWriter(pool: pg.Pool, tenant: number | null, nameOf: NameOf): PostgresPool {
  const begin = `begin; select set_config('rost.tenant', '${tenant ?? ''}', true)`
  return {
    async connect() {
      const client = await pool.connect()
      // Nothing asks by a cursor here, the other way Kysely knows of.
      const query = asking(client, { begin, nameOf }) as unknown as PostgresPoolClient['query']
      return { query, release: (broken?: boolean) => client.release(broken) }
    },
    async end() {},
    options: pool.options,
  }
}

const asking =
  (client: pg.PoolClient, { begin, nameOf }: { readonly begin: string; readonly nameOf: NameOf }) =>
  async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    if (text === 'begin') {
      const begun: unknown = await client.query(begin)
      return (begun as readonly [pg.QueryResult, pg.QueryResult])[0]
    }
    // A text that has its name already (askPrepared) comes as it is.
    const name = typeof text === 'string' && values.length > 0 ? nameOf(text) : undefined
    return await (name === undefined
      ? client.query(text, [...values])
      : client.query({ name, text, values: [...values] }))
  }
