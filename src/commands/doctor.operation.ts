import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { ReadDb } from '../platform/db/db.ts'
import type { SchemaState } from '../platform/db/migrate.ts'
import type { Settings } from '../platform/env.ts'
import { SCHEMA } from '../platform/jobs.ts'
import type { Finding } from './doctor.finding.ts'

const JOBS = sql.table(`${SCHEMA}.job`)
/** Servers look for jobs twice a minute at least; what waits so long has nobody who takes it. */
const MOST_WAITING = '15 minutes'
/** Longer than a run may take by so much: its server was killed, and no other has noticed. */
const MOST_BEYOND = '5 minutes'

type Counted = { readonly name: string; readonly count: number }

/** Jobs that failed for good, that nobody takes, and that began and never ended. */
export async function examineJobs({ services }: House): Promise<Finding> {
  const db = services.database.reader(null)
  const check = 'jobs'
  const lost = await countJobs(
    db,
    sql`state = 'active' and started_on + (expire_seconds * interval '1 s') < now() - ${MOST_BEYOND}::interval`,
  )
  const waiting = await countJobs(
    db,
    sql`state in ('created', 'retry') and start_after < now() - ${MOST_WAITING}::interval`,
  )
  const failed = await countJobs(db, sql`state = 'failed'`)
  if (lost.length + waiting.length > 0) {
    const says = [
      ...(lost.length > 0 ? [`${tell(lost)} began and did not end`] : []),
      ...(waiting.length > 0 ? [`${tell(waiting)} wait for more than ${MOST_WAITING}`] : []),
    ]
    return { check, state: 'fault', says: `${says.join('; ')}: is a server running (./rost serve)? See its log` }
  }
  if (failed.length > 0)
    return {
      check,
      state: 'warning',
      says: `${tell(failed)} failed: the administrator sees why on the page «Задания» (/jobs) and tries again there`,
    }
  return { check, state: 'ok', says: 'none failed, none stuck' }
}

async function countJobs(db: ReadDb, which: ReturnType<typeof sql<boolean>>): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select name, count(*)::int as count from ${JOBS} where ${which} group by name order by name`.execute(db)
  return rows
}

const tell = (counted: readonly Counted[]): string => counted.map(({ name, count }) => `${count} × ${name}`).join(', ')

const DAY_MS = 24 * 3_600_000

/** The last backup as the journal has it, held against how often there should be one. */
export async function examineBackups({ services: { database, settings } }: House): Promise<Finding> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(at) as at from platform.journal where action = 'backup' and tenant_id is null`.execute(
    database.reader(null),
  )
  return judgeBackups(rows[0]?.at ?? undefined, settings.backupDays, new Date())
}

/** `days`: between two backups at most, where the operator has said so. */
export function judgeBackups(last: Date | undefined, days: number | undefined, now: Date): Finding {
  const check = 'backups'
  const made = last === undefined ? 'none was made yet' : `the last was made on ${last.toISOString().slice(0, 16)}Z`
  if (days !== undefined && (last === undefined || now.getTime() - last.getTime() > days * DAY_MS))
    return {
      check,
      state: 'fault',
      says: `${made}, and ROST_BACKUP_DAYS asks for one every ${days} d: ./rost backup FILE, and look why the schedule did not`,
    }
  if (last === undefined)
    return { check, state: 'warning', says: `${made}: ./rost backup FILE, every night and kept elsewhere` }
  return { check, state: 'ok', says: made }
}

/** Undefined where the schema is that of this version. */
export function judgeSchema({ pending, strangers }: SchemaState): Finding | undefined {
  const check = 'database'
  const [stranger] = strangers
  if (stranger !== undefined)
    return {
      check,
      state: 'fault',
      says: `it has ${stranger}, which this version of Rost does not know: start the newer version again, or restore a backup of before`,
    }
  if (pending.length === 0) return undefined
  return {
    check,
    state: 'fault',
    says: `its schema is of an older version, to come: ${pending.join(', ')}; make a backup, then ./rost serve brings it forward`,
  }
}

const GB = 1024 ** 3
const LEAST_FREE = { warning: 2 * GB, fault: GB / 4 }

export async function examineStorage({ dataFolder }: Pick<Settings, 'dataFolder'>): Promise<Finding> {
  const check = 'storage'
  const { bavail, bsize } = await statfs(dataFolder).catch(() => ({ bavail: Number.NaN, bsize: 1 }))
  const free = bavail * bsize
  if (Number.isNaN(free)) return { check, state: 'fault', says: `${dataFolder} cannot be read: check ROST_DATA` }
  const says = `${(free / GB).toFixed(1)} GB free in ${dataFolder}`
  if (free < LEAST_FREE.fault)
    return { check, state: 'fault', says: `${says}: make room now, what is written may be refused any moment` }
  if (free < LEAST_FREE.warning) return { check, state: 'warning', says: `${says}: make room` }
  return { check, state: 'ok', says }
}
