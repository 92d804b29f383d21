import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import type { EventState } from '../../events/events.contract.ts'
import type { Examination, Examined, NewExamination, NewExaminer, Outcome } from './examinations.contract.ts'
import type { Attempt } from './examinations.rules.ts'

export type StoredExamination = Omit<Examination, 'can'> & { readonly event: number; readonly state: EventState }

const NAME = sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`

const EXAMINATIONS = sql`
  select x.id, x.version, x.title, x.kind, x.held_on as "heldOn", x.event_id as event, e.state,
    to_json(array(select json_build_object('personId', r.person_id, 'name', coalesce(nullif(${NAME}, ''), r.outside),
        'organisation', r.organisation)
      from activities.examiner r left join registry.person h on h.id = r.person_id
      where r.examination_id = x.id order by r.id)) as examiners,
    (select count(distinct r.person_id)::int from activities.examination_result r where r.examination_id = x.id) as entered
  from activities.examination x join activities.event e on e.id = x.event_id`

export async function findExaminations(db: ReadDb, event: number): Promise<StoredExamination[]> {
  const { rows } = await sql<StoredExamination>`${EXAMINATIONS} where x.event_id = ${event}
    order by x.held_on, x.id`.execute(db)
  return rows
}

export async function findExamination(db: ReadDb, id: number): Promise<StoredExamination | undefined> {
  const { rows } = await sql<StoredExamination>`${EXAMINATIONS} where x.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertExamination(tx: Tx, event: number, examination: NewExamination): Promise<number> {
  const { title, kind, heldOn, examiners } = examination
  const { id } = await tx
    .insertInto('activities.examination')
    .values({ event_id: event, title, kind, held_on: heldOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceExaminers(tx, id, examiners)
  return id
}

/** False when the version is another one by now. */
export async function updateExamination(
  tx: Tx,
  { id, version }: { readonly id: number; readonly version: number },
  { title, kind, heldOn, examiners }: NewExamination,
): Promise<boolean> {
  const done = await tx
    .updateTable('activities.examination')
    .set({ title, kind, held_on: heldOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await replaceExaminers(tx, id, examiners)
  return true
}

async function replaceExaminers(tx: Tx, examination: number, examiners: readonly NewExaminer[]): Promise<void> {
  await tx.deleteFrom('activities.examiner').where('examination_id', '=', examination).execute()
  if (examiners.length === 0) return
  const rows = examiners.map(({ personId, outside, organisation }) => ({
    ...{ examination_id: examination, person_id: personId, outside, organisation },
  }))
  await tx.insertInto('activities.examiner').values(rows).execute()
}

export async function deleteExamination(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.examination')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The group with what came of it; who left only with a result. */
export async function findExamined(db: ReadDb, { id, event }: StoredExamination): Promise<Examined[]> {
  const { rows } = await sql<Examined>`
    select json_build_object('id', h.id, 'name', ${NAME}) as person, n.state = 'left' as "hasLeft", a.attempts
    from activities.enrolment n
    join registry.person h on h.id = n.person_id
    cross join lateral (select to_json(array(select json_build_object('on', r.on_day, 'outcome', r.outcome)
      from activities.examination_result r where r.examination_id = ${id} and r.person_id = n.person_id
      order by r.attempt)) as attempts) a
    where n.event_id = ${event}
      and (n.state = 'enrolled' or n.state = 'left' and json_array_length(a.attempts) > 0)
    order by ${NAME}, h.id limit 5000`.execute(db)
  return rows
}

/** Of these people, those who learn here. */
export async function findLearning(tx: Tx, event: number, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from activities.enrolment
    where event_id = ${event} and state = 'enrolled' and person_id = any (${[...people]}::bigint[])`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findLastAttempts(
  tx: Tx,
  examination: number,
  people: readonly number[],
): Promise<Map<number, Attempt>> {
  const { rows } = await sql<Attempt & { person: number }>`
    select distinct on (person_id) person_id as person, attempt, on_day as on, outcome
    from activities.examination_result
    where examination_id = ${examination} and person_id = any (${[...people]}::bigint[])
    order by person_id, attempt desc`.execute(tx)
  return new Map(rows.map(({ person, ...attempt }) => [person, attempt]))
}

type Written = { readonly person: number; readonly attempt: number; readonly outcome: Outcome | null }

export async function writeResults(
  tx: Tx,
  { id, on }: { readonly id: number; readonly on: string },
  written: readonly Written[],
): Promise<void> {
  const rows = JSON.stringify(written)
  await sql`delete from activities.examination_result r
    using jsonb_to_recordset(${rows}::jsonb) as w (person bigint, attempt int, outcome text)
    where w.outcome is null and r.examination_id = ${id} and r.person_id = w.person and r.attempt = w.attempt`.execute(
    tx,
  )
  await sql`
    insert into activities.examination_result (examination_id, person_id, attempt, on_day, outcome)
    select ${id}, w.person, w.attempt, ${on}, w.outcome
    from jsonb_to_recordset(${rows}::jsonb) as w (person bigint, attempt int, outcome text) where w.outcome is not null
    on conflict (tenant_id, examination_id, person_id, attempt) do update set outcome = excluded.outcome`.execute(tx)
}

/** Of one learner, by examination. */
export async function findAttempts(
  db: ReadDb,
  event: number,
  person: number,
): Promise<Map<number, Examined['attempts']>> {
  const { rows } = await sql<{ id: number; attempts: Examined['attempts'] }>`
    select r.examination_id as id, json_agg(json_build_object('on', r.on_day, 'outcome', r.outcome) order by r.attempt) as attempts
    from activities.examination_result r
    join activities.examination x on x.id = r.examination_id and x.event_id = ${event}
    where r.person_id = ${person} group by 1`.execute(db)
  return new Map(rows.map(({ id, attempts }) => [id, attempts]))
}
