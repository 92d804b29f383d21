import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { OWN_FIGURES } from './snapshots.news.ts'

type Waiting = {
  readonly state: 'computed' | 'approved'
  readonly count: number
  readonly id: number
  readonly date: string
}

/** Frozen figures that wait for a document, or for being published. */
export const snapshotTasks: TaskSource = {
  may: 'snapshot.take',
  async find({ db }) {
    const { rows } = await sql<Waiting>`
      select state, count(*)::int as count, max(id) as id, max(on_date) as date
      from indicators.snapshot where state <> 'published' group by state order by state`.execute(db)
    return rows.map(
      ({ state, count, id, date }): Task => ({
        ...{ code: `snapshot_${state}`, count, says: { date } },
        link: count === 1 ? `/snapshots/${id}` : '/snapshots',
      }),
    )
  },
}

/** Figures of one's own organisation that were approved or published and that one has not looked at yet. */
export const ownFigureTasks: TaskSource = {
  may: 'indicator.people',
  async find({ db, reach, account }) {
    if (reach.district) return []
    const { rows } = await sql<{ link: string; date: string }>`
      select link, details ->> 'date' as date from platform.notification
      where account_id = ${account} and seen_at is null and kind = any (${[...OWN_FIGURES]}::text[])
      order by id desc limit 1`.execute(db)
    return rows.map(({ link, date }) => ({ code: 'own_figures', count: 1, says: { date }, link }))
  },
}
