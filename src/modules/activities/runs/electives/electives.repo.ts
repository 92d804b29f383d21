import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import type { EventState } from '../../events/events.contract.ts'
import { ELECTIVES_TAKEN } from '../../programmes/run-modules.repo.ts'
import type { Electives, OwnElectives } from './electives.contract.ts'

export type Choosing = {
  readonly event: number
  readonly state: EventState
  readonly heldOn: string
  readonly lastOn: string
  readonly chooseBy: string | null
  readonly take: number
}

/** Undefined where the event runs no programme of which learners choose. */
export async function findChoosing(db: ReadDb, event: number): Promise<Choosing | undefined> {
  const { rows } = await sql<Choosing>`
    select e.id as event, e.state, e.held_on as "heldOn", coalesce(e.last_on, e.held_on) as "lastOn",
      e.choose_by as "chooseBy", ${ELECTIVES_TAKEN} as take
    from activities.event e join activities.programme p on p.id = e.programme_id
    where e.id = ${event} and ${ELECTIVES_TAKEN} > 0`.execute(db)
  return rows[0]
}

const ELECTIVES = sql`activities.event e
  join activities.programme_module m on m.programme_id = e.programme_id and m.elective`

const MODULE = sql`m.id, m.title, m.hours::float8 as hours, m.form`

/** With how many of the group take each. */
export async function findElectives(db: ReadDb, event: number): Promise<Electives['modules']> {
  const { rows } = await sql<Electives['modules'][number]>`
    select ${MODULE}, (select count(*)::int from activities.module_choice c
      join activities.enrolment n on n.event_id = c.event_id and n.person_id = c.person_id and n.state = 'enrolled'
      where c.event_id = e.id and c.module_id = m.id) as takers
    from ${ELECTIVES} where e.id = ${event} order by m.place`.execute(db)
  return rows
}

type Own = OwnElectives['modules'][number] & { readonly byHolder: boolean }

export async function findOwnElectives(
  db: ReadDb,
  { event, person }: { readonly event: number; readonly person: number },
): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select ${MODULE}, c.id is not null as "isChosen", c.chosen_by is not null as "byHolder"
    from ${ELECTIVES}
    left join activities.module_choice c on c.event_id = e.id and c.module_id = m.id and c.person_id = ${person}
    where e.id = ${event} order by m.place`.execute(db)
  return rows
}

/** Of the enrolment `n` in a run `e` of the programme `p`: not as many chosen as a learner takes. */
export const LACKS_CHOICE: RawBuilder<unknown> = sql`n.state = 'enrolled' and ${ELECTIVES_TAKEN} > (select count(*)
  from activities.module_choice c where c.event_id = n.event_id and c.person_id = n.person_id)`

/** Who is in the group and has not chosen. */
export async function findUnchosen(db: ReadDb, event: number): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select n.person_id as person from activities.enrolment n
    join activities.event e on e.id = n.event_id
    join activities.programme p on p.id = e.programme_id
    where n.event_id = ${event} and ${LACKS_CHOICE} order by 1`.execute(db)
  return rows.map(({ person }) => person)
}

/** Those of these people who learn on the run. */
export async function findLearning(db: ReadDb, event: number, people: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('activities.enrolment')
    .select('person_id')
    .where('event_id', '=', event)
    .where('state', '=', 'enrolled')
    .where('person_id', 'in', [0, ...people])
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

type Choice = {
  readonly event: number
  readonly people: readonly number[]
  readonly modules: readonly number[]
  /** The account of who chose for them; null where they did. */
  readonly by: number | null
}

/** In the place of what they had chosen; what stays the same stays who chose it. */
export async function replaceChoice(tx: Tx, { event, people, modules, by }: Choice): Promise<void> {
  await sql`delete from activities.module_choice where event_id = ${event} and person_id = any (${[...people]}::bigint[])
    and module_id <> all (${[...modules]}::bigint[])`.execute(tx)
  await sql`
    insert into activities.module_choice (event_id, person_id, module_id, chosen_by)
    select ${event}, person, module, ${by}::bigint
    from unnest(${[...people]}::bigint[]) person, unnest(${[...modules]}::bigint[]) module
    on conflict (tenant_id, event_id, person_id, module_id) do nothing`.execute(tx)
}

export async function updateChoiceDay(tx: Tx, event: number, chooseBy: string | null): Promise<void> {
  await tx.updateTable('activities.event').set({ choose_by: chooseBy }).where('id', '=', event).execute()
}
