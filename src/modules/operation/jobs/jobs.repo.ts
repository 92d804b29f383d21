import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { SCHEMA } from '../../../platform/jobs.ts'
import { JOB_STATES, type Job } from './jobs.contract.ts'

/** What a state is called by the queue. */
const STATES: Readonly<Record<string, Job['state']>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'dropped',
}

type StoredJob = Omit<Job, 'state' | 'can' | 'createdAt' | 'at'> & {
  readonly state: string
  readonly createdAt: Date
  readonly at: Date
}

const MOST_REASON = 300
const JOBS = sql.table(`${SCHEMA}.job`)

/** Those of the connection's district, and those of no district. Row security does not know the queue: this condition is all there is. */
const SEEN = sql`(j.data -> 'tenant' is null or j.data -> 'tenant' = to_jsonb(platform.tenant()))`

const COLUMNS = sql`j.id, j.name, j.state::text as state, j.data -> 'tenant' is not null as "isOurs", j.created_on as "createdAt",
  case when j.state in ('created', 'retry') then j.start_after when j.state = 'active' then coalesce(j.started_on, j.created_on)
    else coalesce(j.completed_on, j.created_on) end as at,
  case when j.state in ('active', 'completed', 'failed') then j.retry_count + 1 else j.retry_count end as tries,
  j.retry_limit + 1 as "mostTries", j.output ->> 'message' as reason,
  case when j.data -> 'tenant' is not null and jsonb_typeof(j.data -> 'load') = 'number' then (j.data -> 'load')::int end as "loadId"`

/** Newest first. */
export async function findJobs(
  db: ReadDb,
  { state, ...page }: { readonly state?: Job['state'] | undefined; readonly page: number; readonly size: number },
): Promise<{ items: Job[]; total: number; counts: Record<Job['state'], number> }> {
  const { limit, offset } = pageOf(page)
  const counted = await sql<{ state: string; count: number }>`
    select j.state::text as state, count(*)::int as count from ${JOBS} j where ${SEEN} group by 1`.execute(db)
  const counts = Object.fromEntries(JOB_STATES.map((one) => [one, 0])) as Record<Job['state'], number>
  for (const row of counted.rows) counts[STATES[row.state] ?? 'dropped'] += row.count
  const { rows } = await jobs(
    sql`${SEEN} and ${isOf(state)} order by at desc, j.id limit ${limit} offset ${offset}`,
  ).execute(db)
  const total = state === undefined ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[state]
  return { items: rows.map(tell), total, counts }
}

/** Undefined where there is none the district sees. */
export async function findJob(db: ReadDb, id: string): Promise<Job | undefined> {
  const { rows } = await jobs(sql`${SEEN} and j.id = ${id}`).execute(db)
  return rows[0] && tell(rows[0])
}

const jobs = (where: RawBuilder<unknown>): RawBuilder<StoredJob> =>
  sql<StoredJob>`select ${COLUMNS} from ${JOBS} j where ${where}`

function isOf(state: Job['state'] | undefined): RawBuilder<unknown> {
  const names = Object.keys(STATES).filter((name) => state === undefined || STATES[name] === state)
  return sql`j.state::text = any (${names})`
}

function tell({ state, createdAt, at, reason, ...job }: StoredJob): Job {
  const is = STATES[state] ?? 'dropped'
  return {
    ...job,
    state: is,
    createdAt: createdAt.toISOString(),
    at: at.toISOString(),
    reason: reason === null ? null : bare(reason),
    can: is === 'failed' ? ['retry'] : [],
  }
}

/** The first line, without what may be somebody’s: numbers from four digits on, addresses, what stands in quotes. */
export function bare(reason: string): string {
  return (reason.slice(0, 4 * MOST_REASON).split('\n')[0] ?? '')
    .replace(/\S+@\S+/g, '…')
    .replace(/"[^"]*"|«[^»]*»|'[^']*'/g, '…')
    .replace(/[\d-]{4,}/g, '…')
    .slice(0, MOST_REASON)
}
