import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { findOrAddValue } from '../../../registry/index.ts'
import { MODULES } from '../../programmes/modules.list.ts'

type Closed = { readonly event: number; readonly people: readonly number[]; readonly on: string }

/** What everybody takes comes on record of each of them, and of the elective modules what they chose. */
export async function insertCompletedModules(tx: Tx, { event, people, on }: Closed): Promise<void> {
  if (people.length === 0) return
  const { rows: modules } = await sql<{ id: number; title: string }>`
    select m.id, m.title from activities.event e
    join activities.programme_module m on m.programme_id = e.programme_id
    where e.id = ${event} order by m.place`.execute(tx)
  const values: number[] = []
  for (const { title } of modules) values.push(await findOrAddValue(tx, MODULES, title))
  await sql`
    insert into activities.completed_module (event_id, person_id, module_id, value_id, completed_on)
    select ${event}, w.person, m.id, l.value, ${on}
    from unnest(${[...people]}::bigint[]) w (person)
    cross join unnest(${modules.map(({ id }) => id)}::bigint[], ${values}::bigint[]) l (module, value)
    join activities.programme_module m on m.id = l.module
    where not m.elective or exists (select from activities.module_choice c
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
