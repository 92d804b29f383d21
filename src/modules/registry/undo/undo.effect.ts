import { type Database, sqlState } from '../../../platform/db/db.ts'
import { MANY, raiseRevision, refreshStatistics, tellWhoAsked } from '../exchange/load.effect.ts'
import { LOAD_LOCK } from '../exchange/load.run.ts'
import { createStaging, type Staging } from '../exchange/staging.ts'
import { findFamily, findObstacles } from './undo.obstacles.ts'
import { countUndo, type UndoPlan, type UndoSources } from './undo.plan.ts'
import { goingTables } from './undo.references.ts'
import * as statements from './undo.sql.ts'

/** Something was built on the load since, or it was taken back already. */
export class UndoRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('something was built on the load', options)
    this.name = 'UndoRefused'
  }
}

export type UndoTask = UndoSources & {
  readonly database: Database
  readonly tenant: number
  /** The load of the list that takes the other back. */
  readonly undo: number
  /** Hears how many of how many records are behind it, between statements. */
  readonly onProgress: (done: number, total: number) => Promise<void>
}

/** What came of it: as LoadResult for what knows loads only. */
export type UndoResult = Omit<UndoPlan, 'obstacles'>

const UNIQUE = '23505'
const REFERRED = '23503'
/**
 * Takes a load back in one transaction: killed at any moment it leaves all or nothing, and may run again. Loads of the
 * district wait, and so does who would change people by hand. Faults: UndoRefused.
 */
export async function runUndo(task: UndoTask): Promise<void> {
  await task.database.dedicated(task.tenant, async (client) => {
    const staging = createStaging(client)
    await staging.run('set lock_timeout = 0')
    await staging.run('select pg_advisory_lock($1, $2)', [LOAD_LOCK, task.tenant])
    await staging.run("set lock_timeout = '30s'")
    await staging.run('begin')
    try {
      await takeBack(staging, task)
      await staging.run('commit')
    } catch (error) {
      await staging.run('rollback')
      if ([UNIQUE, REFERRED].includes(sqlState(error) ?? '')) throw new UndoRefused({ cause: error })
      throw error
    }
  })
}

async function takeBack(staging: Staging, { undo, sheets, holders, onProgress }: UndoTask): Promise<void> {
  const [asked] = await staging.run<{ state: string; undoes: number; account: number | null }>(
    'select state, undoes, account_id as account from registry.load where id = $1',
    [undo],
  )
  if (asked === undefined || asked.state === 'done') return
  // What goes is not counted as changed by hand: the revision is raised once.
  await staging.run("set local rost.loading = 'on'")
  await raiseRevision(staging)
  const family = await findFamily(staging.run, asked.undoes)
  if (family.length === 0) throw new UndoRefused()
  const obstacles = await findObstacles(staging.run, family, { sheets, holders })
  if (obstacles.length > 0) throw new UndoRefused()
  const plan = await countUndo(staging.run, family, sheets)
  const total = [...plan.removed, ...plan.restored].reduce((sum, { count }) => sum + count, 0)
  let done = 0
  const step = async (what: string, amounts: UndoPlan['removed'], run: () => Promise<unknown>): Promise<void> => {
    const count = amounts.find((amount) => amount.what === what)?.count ?? 0
    if (count === 0) return
    await run()
    done += count
    await onProgress(done, total)
  }

  await onProgress(0, total)
  await staging.run(statements.UNDO_TABLES)
  await staging.run(statements.GOING_PEOPLE, [family])
  await staging.run(statements.TOUCHED, [family])
  await staging.run('analyze undo_person')
  const tables = goingTables(sheets)
  for (const table of tables) {
    const restore = statements.restoring(table, statements.fieldsOf(table, sheets))
    await step(table, plan.restored, () => staging.run(restore, [family, asked.undoes, asked.account]))
  }
  await staging.run(statements.TELL_REMOVED, [family, asked.undoes, asked.account])
  for (const table of tables) {
    await step(table, plan.removed, () => staging.run(statements.removing(table), [family]))
  }
  for (const statement of [...statements.FORGET, ...statements.removeUnused(sheets)]) {
    await staging.run(statement, [family])
  }
  await settleSpans(staging)
  const many = [...plan.removed, ...plan.restored].flatMap(({ what, count }) => (count > MANY ? [what] : []))
  await refreshStatistics(staging, [...new Set(many)])
  await finish(staging, undo, plan, total)
}

/** Who went has none; of the others those are rebuilt whose places of work changed. */
async function settleSpans(staging: Staging): Promise<void> {
  await staging.run('delete from registry.person_span s using undo_person g where s.person_id = g.id')
  const [has] = await staging.run<{ touched: boolean }>('select exists (select from undo_touched) as touched')
  if (has?.touched !== true) return
  await staging.run('select registry.rebuild_spans(array(select distinct person_id from undo_touched))')
}

async function finish(staging: Staging, undo: number, plan: UndoResult, total: number): Promise<void> {
  const { removed, restored, forgotten, waiting } = plan
  const answer = { files: [], unread: [], undone: { removed, restored, forgotten, waiting } }
  await staging.run(
    `update registry.load set state = 'done', finished_at = now(), fault = null, rows_read = $2, rows_total = $2,
      progress = 100, answer = $3 where id = $1`,
    [undo, total, JSON.stringify(answer)],
  )
  await tellWhoAsked(staging, undo, 'registry:load_undone', 0)
}
