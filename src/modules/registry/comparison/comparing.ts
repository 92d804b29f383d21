import type { Kysely } from 'kysely'
import type { DB } from '../../../platform/db/db.ts'
import type { LoadResult, UnreadFile } from '../exchange/load.answer.ts'
import { changePeople, inTrial, MANY, refreshStatistics } from '../exchange/load.effect.ts'
import { progressOf } from '../exchange/load.progress.ts'
import { type LoadTask, oneAtATime, type TakenSheet, takeFiles, untilItStands } from '../exchange/load.run.ts'
import { createStaging, type Staging } from '../exchange/staging.ts'
import { DIFFERENCE_COLUMNS, headersOf, selectDifferences } from './difference.sql.ts'
import { findOlder, type Older } from './older.values.ts'

/** What a load would come to, as kept with it. */
export type Comparison = {
  /** The matching revision it holds for. */
  readonly revision: number
  readonly result: LoadResult
  /** By the place of the sheet in the result. */
  readonly sheets: readonly {
    /** Of the cells of what is new. */
    readonly headers: readonly string[]
    readonly changed: number
    readonly gone: number
    /** In how many of the changed records each header says something else. */
    readonly fields: Readonly<Record<string, number>>
  }[]
  readonly people: { readonly added: number; readonly changed: number }
  /** By the place of the sheet: the day it is of. */
  readonly days: readonly string[]
  /** What would go back to earlier values, by sheet and header. */
  readonly older: readonly Older[]
  /** Somebody took the load, but something had changed since: compared anew, nothing was written. */
  readonly again: boolean
}

export type CompareTask = Omit<LoadTask, 'loadId'> & {
  /** Null: nobody keeps what differs. */
  readonly loadId: number | null
  /** Who has not left by this day is missed in the files. */
  readonly day: string
  readonly again?: boolean
}

/**
 * Does all that loading the files does and lets it go; with a load, what would differ is kept for it. What differs is told
 * over to a second connection as it is found: it outlives the trial, and two processors work.
 */
export async function compareFiles(task: CompareTask): Promise<Comparison> {
  return await oneAtATime(task, (staging, db) =>
    task.database.dedicated(task.tenant, (client) => {
      const keeping = createStaging(client)
      return untilItStands((refused) =>
        inTransaction(keeping, async () => {
          const at = new Date().toISOString()
          const comparison = await inTrial(staging, () => compare(task, { staging, keeping, db, refused }))
          if (task.loadId !== null) await keep(keeping, task.loadId, { ...comparison, at })
          return comparison
        }),
      )
    }),
  )
}

type Connections = {
  readonly staging: Staging
  readonly keeping: Staging
  readonly db: Kysely<DB>
  readonly refused: readonly UnreadFile[]
}

async function compare(task: CompareTask, { staging, keeping, db, refused }: Connections): Promise<Comparison> {
  const loadId = task.loadId ?? (await addLoad(staging))
  const progress = progressOf({ ...task, loadId }, 'compare')
  const taken = await takeFiles({ ...task, loadId }, staging, db, { refused, progress, isTrial: true })
  await progress.report('people', null, taken.rows)
  const brought = await changePeople(staging, loadId, taken.state, task.keyring)
  // The same as at the end of a load: planned for empty tables the differences would take minutes.
  const many = [...taken.touched].flatMap(([table, rows]) => (rows > MANY ? [table] : []))
  await refreshStatistics(staging, [...many, ...(brought > MANY ? ['registry.person'] : [])])
  await progress.report('differences', null, taken.rows)
  await staging.run('create index on load_named (id)')
  await staging.run('analyze load_named')
  await tellOver(staging, keeping, selectDifferences(loadId, taken.sheets, task.sheets, task.day))
  const { result, revision, sheets } = taken
  const people = { added: brought, changed: await countPeople(staging, loadId) }
  const older = await findOlder(staging, loadId, sheets)
  const days = await findDays(staging, sheets)
  const counts = await countSheets(keeping, sheets)
  await progress.report('keeping', null, taken.rows)
  return { revision, result, sheets: counts, people, days, older, again: task.again ?? false }
}

async function inTransaction<T>(staging: Staging, run: () => Promise<T>): Promise<T> {
  await staging.run('begin')
  try {
    // It waits while the files are read.
    await staging.run('set local idle_in_transaction_session_timeout = 0')
    const answer = await run()
    await staging.run('commit')
    return answer
  } catch (error) {
    await staging.settle().catch(() => {})
    await staging.run('rollback')
    throw error
  }
}

/** Straight into the table it is kept in it cannot go: COPY knows no row security. */
async function tellOver(from: Staging, to: Staging, select: string): Promise<void> {
  await to.run(
    `create temp table found_difference on commit drop as
      select ${DIFFERENCE_COLUMNS.join(', ')} from registry.load_difference where false`,
  )
  await from.begin(async ({ copyOut }) => {
    await to.begin(({ copy }) => copy('found_difference', DIFFERENCE_COLUMNS, copyOut(select)))
    await to.settle()
  })
  await from.settle()
}

/** Goes with the transaction. */
async function addLoad(staging: Staging): Promise<number> {
  const [row] = await staging.run<{ id: number }>('insert into registry.load default values returning id')
  return row?.id ?? 0
}

async function countSheets(staging: Staging, sheets: readonly TakenSheet[]): Promise<Comparison['sheets']> {
  const rows = await staging.run<{ sheet: number; changed: number; gone: number }>(
    `select sheet, count(*) filter (where kind = 'changed')::int as changed,
      count(*) filter (where kind = 'gone')::int as gone from found_difference group by sheet`,
  )
  const fields = await staging.run<{ sheet: number; counts: Record<string, number> }>(
    `select sheet, jsonb_object_agg(header, n) as counts from (
      select sheet, header, count(*) as n from found_difference cross join lateral jsonb_object_keys(fields) header
      where kind = 'changed' group by sheet, header) f group by sheet`,
  )
  return sheets.map(({ sheet: declared }, at) => {
    const { changed = 0, gone = 0 } = rows.find(({ sheet }) => sheet === at) ?? {}
    const { counts = {} } = fields.find(({ sheet }) => sheet === at) ?? {}
    return { headers: headersOf(declared), changed, gone, fields: counts }
  })
}

async function findDays(staging: Staging, sheets: readonly TakenSheet[]): Promise<string[]> {
  const rows = await staging.run<{ id: number; day: string }>(
    'select id, day::text as day from registry.source where id = any ($1::bigint[])',
    [sheets.map(({ sourceId }) => sourceId)],
  )
  return sheets.map(({ sourceId }) => rows.find(({ id }) => id === sourceId)?.day ?? '')
}

async function countPeople(staging: Staging, load: number): Promise<number> {
  const [row] = await staging.run<{ n: number }>(
    "select count(*)::int as n from registry.load_image where load_id = $1 and target = 'registry.person'",
    [load],
  )
  return row?.n ?? 0
}

/** As many differences as are kept of a load. */
const MOST = 200_000

/** In place of what an earlier comparison of the load found. */
async function keep(keeping: Staging, load: number, comparison: Comparison & { readonly at: string }): Promise<void> {
  const columns = DIFFERENCE_COLUMNS.join(', ')
  await keeping.run('delete from registry.load_difference where load_id = $1', [load])
  await keeping.run(
    `insert into registry.load_difference (load_id, ${columns}) select $1, ${columns} from found_difference
      limit ${MOST}`,
    [load],
  )
  // Whom the files name by now, nothing is planned about any more.
  await keeping.run(
    `update registry.gone_decision g set undone_at = now()
      where g.load_id = $1 and g.undone_at is null and not exists (select from registry.load_difference d
        where d.load_id = g.load_id and d.kind = 'gone' and d.object_id = g.employment_id)`,
    [load],
  )
  const rows = comparison.result.files.reduce((sum, file) => sum + file.rows, 0)
  await keeping.run(
    `update registry.load set state = 'compared', fault = null, comparison = $2, rows_read = $3, rows_total = $3, progress = 100
      where id = $1`,
    [load, JSON.stringify(comparison), rows],
  )
}
