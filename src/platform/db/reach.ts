import pg from 'pg'

const LEAST_VERSION = 150_000

/** An outside database that cannot be used as the settings name it; the message says which setting, and never a password. */
class DatabaseRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseRefused'
  }
}

/** Connects once, so that a wrong address or password is told before anything else happens. Faults: DatabaseRefused. */
export async function checkReachable(setting: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    )
    const [server] = rows
    if (server !== undefined && server.number < LEAST_VERSION)
      throw new DatabaseRefused(`${setting}: this is PostgreSQL ${server.version}, and Rost needs 15 or later`)
  } catch (cause) {
    if (cause instanceof DatabaseRefused) throw cause
    throw new DatabaseRefused(`${setting}: ${describe(url)} cannot be used (${reasonOf(cause)})`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

function describe(url: string): string {
  const { host, pathname } = new URL(url)
  return `the database ${host}${pathname}`
}

/** A host with several addresses fails with one error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
