import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'
import { openPostgres, type Postgres } from './postgres/postgres.ts'

export type EmbeddedServer = Pick<Postgres, 'appUrl' | 'migratorUrl' | 'stop'>

/** The embedded server for the time of a command. */
export async function openEmbedded(dataFolder: string, log: Log): Promise<EmbeddedServer> {
  return await openPostgres({ dataFolder, log: (message, fields) => log.debug(fields ?? {}, message) })
}

const AGAIN_MS = 200

/** The embedded server for a process that shall outlive it: when it ends under us (killed, out of memory), it is started again. */
export async function keepEmbedded(dataFolder: string, log: Log): Promise<EmbeddedServer> {
  const first = await openEmbedded(dataFolder, log)
  let current = first
  let stopping = false
  let client: pg.Client | undefined

  async function watch(): Promise<void> {
    while (!stopping) {
      client = new pg.Client({ connectionString: first.appUrl, application_name: 'rost-watch', keepAlive: true })
      const lost = await untilLost(client, () => stopping)
      if (stopping) return
      // A server that answers at all recovers by itself.
      if (lost === 'ECONNREFUSED') await startAgain()
      else await sleep(AGAIN_MS)
    }
  }

  async function startAgain(): Promise<void> {
    log.error('the database ended: starting it again')
    try {
      await current.stop()
      current = await openEmbedded(dataFolder, log)
    } catch (err) {
      log.error({ err }, 'the database could not be started')
      await sleep(10 * AGAIN_MS)
      return
    }
    if (current.appUrl === first.appUrl) log.warn('the database runs again')
    else log.fatal('the database had to take another port: restart Rost')
  }

  const watching = watch()
  return {
    appUrl: first.appUrl,
    migratorUrl: first.migratorUrl,
    async stop() {
      stopping = true
      await client?.end().catch(() => {})
      await watching
      await current.stop()
    },
  }
}

/** Resolves when the connection is lost or not wanted, or could not be made; with the code of the fault, if it has one. */
async function untilLost(client: pg.Client, isOver: () => boolean): Promise<string | undefined> {
  const ended = new Promise<undefined>((resolve) => client.once('end', () => resolve(undefined)))
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : undefined
  }
  if (isOver()) await client.end()
  return await ended
}
