import { createHash } from 'node:crypto'
import { modules } from './modules.ts'
import { type Database, openDatabase } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import { once } from './platform/db/once.ts'
import { checkReachable } from './platform/db/reach.ts'
import { type EmbeddedServer, keepEmbedded, openEmbedded } from './platform/embedded.ts'
import type { Settings } from './platform/env.ts'
import { migrateJobs, openJobs } from './platform/jobs.ts'
import { startSealing } from './platform/journal/sealing.ts'
import type { Log } from './platform/log.ts'
import { openMail } from './platform/mail.ts'
import { openMaster } from './platform/master.key.ts'
import { platformMessages } from './platform/messages.platform.ts'
import { createTranslator } from './platform/messages.ts'
import type { Services } from './platform/services.ts'

export type House = { readonly services: Services; close(): Promise<void> }

/**
 * Opens everything the application needs: the database (embedded unless DATABASE_URL is set), brought to the newest
 * schema, the queue of jobs, mail, keys. `work` also takes jobs from the queue.
 */
export async function openHouse(settings: Settings, log: Log, options: { work: boolean }): Promise<House> {
  const server = await openServer(settings, log, options.work)
  let database: Database | undefined
  try {
    await bringForward(server.migratorUrl)
    database = openDatabase({ url: server.appUrl, log })
    const services = await openServices(settings, log, database, server.appUrl, options.work)
    const stopSealing = options.work ? startSealing(services) : undefined
    return {
      services,
      close: async () => {
        await stopSealing?.()
        await close(services, server.stop)
      },
    }
  } catch (error) {
    await database?.close()
    await server.stop()
    throw error
  }
}

/** The database server alone, its schema left as it is. `lasting`: kept running until stopped. */
export async function openServer(settings: Settings, log: Log, lasting: boolean): Promise<EmbeddedServer> {
  const { databaseUrl } = settings
  if (databaseUrl === undefined)
    return await (lasting ? keepEmbedded(settings.dataFolder, log) : openEmbedded(settings.dataFolder, log))
  const migratorUrl = settings.migratorUrl ?? databaseUrl
  await checkReachable('DATABASE_URL', databaseUrl)
  if (settings.migratorUrl !== undefined) await checkReachable('DATABASE_MIGRATOR_URL', settings.migratorUrl)
  return {
    migratorUrl,
    appUrl: settings.migratorUrl === undefined ? asApplication(databaseUrl) : databaseUrl,
    stop: async () => {},
  }
}

/** One login for everything: its connections take on the application's role, which has no rights to the schema. */
function asApplication(url: string): string {
  const changed = new URL(url)
  const given = changed.searchParams.get('options')
  changed.searchParams.set('options', `${given === null ? '' : `${given} `}-c role=rost_app`)
  return changed.href
}

/** Migrations and queues; does nothing when all of them are there. */
export async function bringForward(migratorUrl: string): Promise<void> {
  await migrate(migratorUrl)
  const queues = modules.flatMap((module) => module.jobs)
  const signature = createHash('sha256')
    .update(
      JSON.stringify(
        queues.map((queue) => [queue.name, queue.retryLimit, queue.expireInSeconds, queue.heartbeatSeconds]),
      ),
    )
    .digest('hex')
  await once(migratorUrl, `jobs-${signature}`, () => migrateJobs(migratorUrl, queues))
}

async function openServices(
  settings: Settings,
  log: Log,
  database: Database,
  appUrl: string,
  work: boolean,
): Promise<Services> {
  const master = await openMaster(database, settings)
  const jobs = await openJobs({ url: appUrl, log, work })
  const services: Services = {
    settings,
    log,
    database,
    jobs,
    mail: openMail(settings.smtpUrl, settings.dataFolder),
    master,
    translator: createTranslator({
      platform: platformMessages,
      ...Object.fromEntries(modules.map((m) => [m.name, m.messages])),
    }),
  }
  if (work) await jobs.work(modules.flatMap((module) => module.jobHandlers?.(services) ?? []))
  return services
}

async function close(services: Services, stopServer: () => Promise<void>): Promise<void> {
  await services.jobs.stop()
  await services.database.close()
  await stopServer()
}
