import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { IS_PART } from '../../programmes/run-modules.repo.ts'
import type { LEARNING_FORM_WORDS } from '../../terms.ts'
import { findLearners, type StoredLearner } from '../group/group.repo.ts'
import type { Closing } from './closing.contract.ts'
import type { Completion } from './closing.rules.ts'

/** More than any group. */
const MOST = 5_000

export type Taught = Closing['learning'] & {
  readonly form: keyof typeof LEARNING_FORM_WORDS
  readonly topic: number | null
}

/** What completing the run comes to: in whose name, when, and how long. */
export async function findTaught(db: ReadDb, event: number): Promise<Taught | undefined> {
  const { rows } = await sql<Taught>`
    select p.title as programme, p.form, 
      case when ${IS_PART} then e.hours else p.hours end::float8 as hours, coalesce(e.topic_id, p.topic_id) as topic,
      coalesce((select coalesce(o.name, v.outside) from activities.programme_provider v
        left join registry.organisation o on o.id = v.organisation_id
        where v.programme_id = p.id order by v.place limit 1), host.name) as provider,
      e.held_on as "startsOn", coalesce(e.last_on, e.held_on) as "endsOn"
    from activities.event e
    join activities.programme p on p.id = e.programme_id
    join registry.organisation host on host.id = e.organiser_id
    where e.id = ${event}`.execute(db)
  return rows[0]
}

export type Examined = StoredLearner & { readonly credited: number }

/** Everybody who learns here to the end, with how many examinations they are credited in, and of how many. */
export async function findExaminedGroup(
  db: ReadDb,
  event: number,
): Promise<{ learners: Examined[]; examinations: number }> {
  const [{ items }, credited, count] = await Promise.all([
    findLearners(db, event, { size: MOST }),
    sql<{ person: number; credited: number }>`
      select l.person_id as person, count(*) filter (where l.outcome = 'credited')::int as credited
      from (select distinct on (r.examination_id, r.person_id) r.person_id, r.outcome
        from activities.examination_result r
        join activities.examination x on x.id = r.examination_id and x.event_id = ${event}
        order by r.examination_id, r.person_id, r.attempt desc) l group by 1`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from activities.examination where event_id = ${event}`.execute(
      db,
    ),
  ])
  const creditedOf = new Map(credited.rows.map((row) => [row.person, row.credited]))
  const learners = items
    .filter(({ standing }) => standing !== 'left')
    .map((learner) => ({ ...learner, credited: creditedOf.get(learner.person.id) ?? 0 }))
  return { learners, examinations: count.rows[0]?.count ?? 0 }
}

type Source = { readonly kind: 'event' | 'programme' | 'self_study'; readonly id: number }

/** Numbers of the documents that hold for it, by person. */
export async function findNumbers(tx: Tx, { kind, id }: Source): Promise<Map<number, string>> {
  const { rows } = await sql<{ person: number; number: string }>`
    select person_id as person, number from documents.document
    where source_kind = ${kind} and source_id = ${id} and person_id is not null
      and state in ('printing', 'issued')`.execute(tx)
  return new Map(rows.map(({ person, number }) => [person, number]))
}

type NewClosing = { readonly event: number; readonly account: number | null; readonly batch: number | null }
export type Counted = Completion & { readonly learning: number | null }

export async function insertClosing(
  tx: Tx,
  { event, account, batch }: NewClosing,
  completions: readonly Counted[],
): Promise<void> {
  await tx
    .insertInto('activities.run_closing')
    .values({ event_id: event, closed_by: account, batch_id: batch })
    .execute()
  if (completions.length === 0) return
  const rows = completions.map(({ person, completed, overruledFor, learning }) => ({
    ...{ event_id: event, person_id: person, completed, overruled_for: overruledFor, learning_id: learning },
  }))
  await tx.insertInto('activities.completion').values(rows).execute()
}

/** Undefined where the run was not closed here. */
export async function findClosing(
  tx: Tx,
  event: number,
): Promise<{ batch: number | null; learning: number[] } | undefined> {
  const { rows } = await sql<{ batch: number | null; learning: number[] }>`
    select c.batch_id as batch, to_json(array(select x.learning_id from activities.completion x
      where x.event_id = c.event_id and x.learning_id is not null)) as learning
    from activities.run_closing c where c.event_id = ${event}`.execute(tx)
  return rows[0]
}

export async function deleteClosing(tx: Tx, event: number): Promise<void> {
  await sql`delete from activities.run_closing where event_id = ${event}`.execute(tx)
}

/** Of one learner; null before the run was closed. */
export async function findCompletion(db: ReadDb, event: number, person: number): Promise<boolean | null> {
  const row = await db
    .selectFrom('activities.completion')
    .select('completed')
    .where('event_id', '=', event)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.completed ?? null
}
