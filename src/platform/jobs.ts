import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Tx } from './db/db.ts'
import type { Log } from './log.ts'

/** Of the queue itself, which brings its own tables along. */
export const SCHEMA = 'job'

/** How often jobs are looked for whose process is gone: somebody watches the bar of a load that was killed. */
const SUPERVISE_SECONDS = 10

/** A kind of work done outside requests: its name, the shape of its payload and how often it is tried. */
export type JobDefinition<P extends object> = {
  readonly name: string
  readonly payload: z.ZodType<P>
  readonly retryLimit: number
  /** Seconds after which a run that has not answered counts as lost and is tried again. */
  readonly expireInSeconds: number
  /** Long work says every half of this that it is alive (at least 10); what falls silent (killed) is tried again soon. */
  readonly heartbeatSeconds?: number
}

/** So often a letter is tried, twice as late each time: mail may be away for more than an hour. */
export const LETTER_TRIES = 12

/** What the queue itself has to know of a job. */
export type JobQueue = Pick<JobDefinition<object>, 'name' | 'retryLimit' | 'expireInSeconds' | 'heartbeatSeconds'>

export type JobHandler = {
  readonly name: string
  readonly run: (data: unknown, signal: AbortSignal) => Promise<void>
  /** Five cron fields in UTC, where the job also runs by the clock. */
  readonly schedule: string | undefined
}

/** Binds the work to its definition; a payload of another shape fails the job before the work begins. */
export function jobHandler<P extends object>(
  definition: JobDefinition<P>,
  run: (payload: P, signal: AbortSignal) => Promise<void>,
  schedule?: string,
): JobHandler {
  const { name, payload } = definition
  return { name, schedule, run: (data, signal) => run(payload.parse(data), signal) }
}

export type Jobs = {
  /** Enqueued in the caller's transaction: a command that is undone leaves no job behind. */
  enqueue<P extends object>(tx: Tx, job: JobDefinition<P>, payload: P): Promise<void>
  /** Puts a job that failed back into the queue, in the caller's transaction. */
  retry(tx: Tx, name: string, id: string): Promise<void>
  /** Begins to take work. Without it this process only enqueues. */
  work(handlers: readonly JobHandler[]): Promise<void>
  stop(): Promise<void>
}

/** Creates the tables of the job queue and one queue per definition; run as the migrator after the migrations. */
export async function migrateJobs(migratorUrl: string, definitions: readonly JobQueue[]): Promise<void> {
  const boss = new PgBoss({ connectionString: migratorUrl, schema: SCHEMA, max: 1, supervise: false, schedule: false })
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const { name, retryLimit, expireInSeconds, heartbeatSeconds } of definitions) {
      const beat = heartbeatSeconds === undefined ? {} : { heartbeatSeconds }
      const options = { retryLimit, expireInSeconds, ...beat, retryBackoff: true, notify: true }
      await (known.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options))
    }
    const db = boss.getDb()
    await db.executeSql(`grant usage on schema ${SCHEMA} to rost_app`)
    await db.executeSql(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to rost_app`)
    await db.executeSql(`grant execute on all functions in schema ${SCHEMA} to rost_app`)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Connects the queue as the application's role. */
export async function openJobs(options: { url: string; log: Log; work: boolean }): Promise<Jobs> {
  const { log, work } = options
  const boss = new PgBoss({
    connectionString: options.url,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    max: work ? 4 : 1,
    supervise: work,
    schedule: work,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    useListenNotify: work,
    application_name: 'rost-jobs',
  })
  boss.on('error', (err) => log.error({ err }, 'job queue'))
  await boss.start()
  return {
    async enqueue(tx, job, payload) {
      await boss.send(job.name, job.payload.parse(payload), { db: fromKysely(tx) })
    },
    async retry(tx, name, id) {
      await boss.retry(name, id, { db: fromKysely(tx) })
    },
    async work(handlers) {
      for (const handler of handlers) await startWorker(boss, handler, log)
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 8_000 })
    },
  }
}

/** Nobody gives notice of a job that is due again, and without one workers look every half a minute only. */
const LOOKS_MS = 30_000

/** Milliseconds until a job that failed now is due for certain: the queue waits up to twice as long each time. */
const dueAfter = (retryCount: number): number => Math.min(LOOKS_MS, 2 ** (retryCount + 1) * 1_000 + 100)

async function startWorker(boss: PgBoss, handler: JobHandler, log: Log): Promise<void> {
  const { name } = handler
  let worker: string | undefined
  const look = (): void => void (worker !== undefined && boss.notifyWorker(worker))
  worker = await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 2, includeMetadata: true }, async (jobs) => {
    for (const job of jobs) {
      const started = performance.now()
      try {
        await handler.run(job.data, job.signal)
        log.info({ job: name, jobId: job.id, ms: Math.round(performance.now() - started) }, 'job done')
      } catch (err) {
        log.error({ job: name, jobId: job.id, err }, 'job failed')
        setTimeout(look, dueAfter(job.retryCount)).unref()
        throw err
      } finally {
        // Notices of several jobs may arrive as one: look for the next job now, not at the next notice.
        look()
      }
    }
  })
  if (handler.schedule !== undefined) await boss.schedule(name, handler.schedule, {})
}
