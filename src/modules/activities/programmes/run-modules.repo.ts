import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import type { RunModule } from './run-module.contract.ts'

/** Of the event `e`: which modules it carries out, as JSON; none where it carries out all of its programme. */
export const RUN_MODULES: RawBuilder<RunModule[]> = sql`to_json(array(
  select json_build_object('id', rm.id, 'title', rm.title, 'hours', rm.hours::float8)
  from activities.run_module r join activities.programme_module rm on rm.id = r.module_id
  where r.event_id = e.id order by rm.place))`

/** Of the event `e`: it carries out only some modules. */
export const IS_PART: RawBuilder<boolean> = sql`exists (select from activities.run_module r where r.event_id = e.id)`

/** Of a run `e` of the programme `p`: how many elective modules a learner chooses. Of a part nobody chooses anything. */
export const ELECTIVES_TAKEN: RawBuilder<number> = sql`case when ${IS_PART} then 0 else p.electives end`

/** In the place of what it carried out before. */
export async function replaceRunModules(tx: Tx, event: number, modules: readonly number[]): Promise<void> {
  await tx.deleteFrom('activities.run_module').where('event_id', '=', event).execute()
  if (modules.length === 0) return
  const rows = [...new Set(modules)].map((module) => ({ event_id: event, module_id: module }))
  await tx.insertInto('activities.run_module').values(rows).execute()
}
