import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { findOrAddValue } from '../../../registry/index.ts'
import { MODULES } from '../../programmes/modules.list.ts'
import { IS_PART } from '../../programmes/run-modules.repo.ts'

type Closed = { readonly event: number; readonly people: readonly number[]; readonly on: string }

/** What everybody takes comes on record of each of them, and of the elective modules of a whole programme what they chose. */
export async function insertCompletedModules(tx: Tx, { event, people, on }: Closed): Promise<void> {
  if (people.length === 0) return
  const { rows: modules } = await sql<{ id: number; title: string }>`
    select m.id, m.title from activities.event e
    join activities.programme_module m on m.programme_id = e.programme_id
    where e.id = ${event} and (not ${IS_PART}
      or exists (select from activities.run_module r where r.event_id = e.id and r.module_id = m.id))
    order by m.place`.execute(tx)
  const values: number[] = []
  for (const { title } of modules) values.push(await findOrAddValue(tx, MODULES, title))
  await sql`
    insert into activities.completed_module (event_id, person_id, module_id, value_id, completed_on)
    select ${event}, w.person, m.id, l.value, ${on}
    from unnest(${[...people]}::bigint[]) w (person)
    cross join unnest(${modules.map(({ id }) => id)}::bigint[], ${values}::bigint[]) l (module, value)
    join activities.programme_module m on m.id = l.module
    join activities.event e on e.id = ${event}
    where not m.elective or ${IS_PART} or exists (select from activities.module_choice c
      where c.event_id = ${event} and c.person_id = w.person and c.module_id = m.id)`.execute(tx)
}

/** Of one learner, in the order of the programme; none before the run was closed. */
export async function findCompletedModules(
  db: ReadDb,
  event: number,
  person: number,
): Promise<{ id: number; title: string; hours: number }[]> {
  return await db
    .selectFrom('activities.completed_module as c')
    .innerJoin('activities.programme_module as m', 'm.id', 'c.module_id')
    .select(['m.id', 'm.title', sql<number>`m.hours::float8`.as('hours')])
    .where('c.event_id', '=', event)
    .where('c.person_id', '=', person)
    .orderBy('m.place')
    .execute()
}

/** These modules `cm` that somebody completed went into learning of the whole programme since. */
export const isInWhole = (completed: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (
  select from activities.completed_module cm
  join activities.programme_completion k on k.person_id = cm.person_id and k.completed_on >= cm.completed_on
  join activities.programme whole on whole.id = k.programme_id
  join activities.programme_module pm on pm.id = cm.module_id
  join activities.programme part on part.id = pm.programme_id
    and (part.id = whole.id or part.value_id = whole.value_id)
  where ${completed})`

/** Of the event `e` and this person. */
export const isCounted = (person: RawBuilder<unknown>): RawBuilder<boolean> =>
  isInWhole(sql`cm.event_id = e.id and cm.person_id = ${person}`)

/** So it is of somebody who completed this run. */
export async function areCounted(db: ReadDb, event: number): Promise<boolean> {
  const { rows } = await sql`
    select from activities.event e join activities.completion c on c.event_id = e.id
    where e.id = ${event} and ${isCounted(sql`c.person_id`)} limit 1`.execute(db)
  return rows.length > 0
}
