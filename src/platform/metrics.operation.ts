import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { within } from './within.ts'

type Counted = {
  readonly waiting: number
  readonly running: number
  readonly failed: number
  readonly late: number
  readonly unsealed: number
}

/** Done jobs are no figure to watch: the queue forgets them. An entry of the journal has its seal within a second. */
const COUNT = `select
    count(*) filter (where state in ('created', 'retry'))::int as waiting,
    count(*) filter (where state = 'active')::int as running,
    count(*) filter (where state = 'failed')::int as failed,
    coalesce(extract(epoch from now() - min(start_after)
      filter (where state in ('created', 'retry') and start_after < now())), 0)::float8 as late,
    (select count(*)::int from platform.unsealed_journal(10000) where at < now() - interval '1 minute') as unsealed
  from job.job`

/** Less than whoever asks would wait. */
const PATIENCE = 2_000

type Watched = { readonly readPool: Pick<Pool, 'query'>; readonly dataFolder: string }

/**
 * What an operator is woken for beside slow and failed requests: the database, jobs, the journal, room on the disk. The
 * answer looks anew. Where the database does not answer, `rost_database_up` is 0 and what it would have told is missing.
 */
export function watchOperation(registry: Registry, { readPool, dataFolder }: Watched): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const up = gauge('rost_database_up', 'Whether the database answers')
  const jobs = gauge('rost_jobs', 'Jobs by state', ['state'])
  const late = gauge('rost_jobs_late_seconds', 'For how long the oldest waiting job has been due')
  const unsealed = gauge('rost_journal_unsealed', 'Entries of the journal without a seal for more than a minute')
  const free = gauge('rost_data_free_bytes', 'Free room where the data folder is')

  function tell(counted: Counted | undefined): void {
    up.set(counted === undefined ? 0 : 1)
    if (counted === undefined) {
      jobs.reset()
      late.remove()
      unsealed.remove()
      return
    }
    for (const state of ['waiting', 'running', 'failed'] as const) jobs.set({ state }, counted[state])
    late.set(counted.late)
    unsealed.set(counted.unsealed)
  }

  return async () => {
    const [counted, room] = await Promise.allSettled([
      within(PATIENCE, readPool.query<Counted>(COUNT)),
      statfs(dataFolder),
    ])
    tell(counted.status === 'fulfilled' ? counted.value.rows[0] : undefined)
    if (room.status === 'fulfilled') free.set(room.value.bavail * room.value.bsize)
    else free.remove()
  }
}
