import pg from 'pg'

/** Runs a step of the schema that no migration file holds, once per name; kept beside the migrations. */
export async function once(migratorUrl: string, name: string, run: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const done = await client.query('select from public.step where name = $1', [name])
    if (done.rowCount !== 0) return
    await run()
    await client.query('insert into public.step (name) values ($1) on conflict do nothing', [name])
  } finally {
    await client.end()
  }
}
