import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'

/** A district sends its staff once a month; what is older than that and a few days may be wrong by now. */
export const DATA_FRESH_DAYS = 35

type Found = {
  readonly rows: number
  readonly loads: number
  /** The latest load with rows that wait. */
  readonly load: number | null
  /** The latest load, where it failed. */
  readonly failed: number | null
  /** Days since the last load that was done. */
  readonly age: number | null
}

/** Rows that wait to be mended, a load that failed, and data older than they should be. */
export const loadTasks: TaskSource = {
  may: 'load.read',
  async find({ db, mayAlso }) {
    const { rows } = await sql<Found>`
      with waiting as (
        select s.load_id, count(*)::int as rows from registry.faulty_row f
        join registry.source s on s.tenant_id = f.tenant_id and s.id = f.source_id
        where f.waits group by s.load_id
      ), last as (select id, state from registry.load where mends is null and undoes is null order by id desc limit 1)
      select coalesce(sum(rows), 0)::int as rows, count(*)::int as loads, max(load_id) as load,
        (select id from last where state = 'failed') as failed,
        (select extract(day from now() - max(finished_at))::int from registry.load l where state = 'done' and undoes is null
          and not exists (select from registry.load u where u.undoes = l.id and u.state = 'done')) as age
      from waiting`.execute(db)
    const [found] = rows
    if (found === undefined) return []
    const mayLoad = mayAlso('load.run')
    return [
      ...(found.failed === null ? [] : [{ code: 'load_failed', count: 1, link: `/loads/${found.failed}` }]),
      ...faulty(found),
      ...(mayLoad && found.age === null ? [{ code: 'load_first', count: 1, link: '/loads' }] : []),
      ...(mayLoad && (found.age ?? 0) > DATA_FRESH_DAYS
        ? [{ code: 'data_old', count: found.age ?? 0, link: '/loads' }]
        : []),
    ]
  },
}

function faulty({ rows, loads, load }: Found): Task[] {
  if (rows === 0) return []
  return [{ code: 'rows_faulty', count: rows, link: loads === 1 ? `/loads/${load}` : '/loads' }]
}
