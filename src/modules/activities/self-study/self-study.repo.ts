import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type { listSelfStudies, SelfStudy, SelfStudyLine, SelfStudyModule } from './self-study.contract.ts'
import { neededOf, type Progress, passedOf } from './self-study.rules.ts'

export type StoredSelfStudy = Omit<SelfStudy, 'can' | 'paper' | 'passed' | 'needed'> & {
  readonly learningId: number | null
}

/** What is kept of a module; the programme has the rest. */
export type PassedModule = Pick<SelfStudyModule, 'id' | 'passedOn' | 'evidence'>

const NAME = (alias: string): RawBuilder<unknown> =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.surname`)}, ${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.patronymic`)})`

const MODULES = sql`(select json_agg(json_build_object('id', m.id, 'title', m.title, 'hours', m.hours::float8,
    'elective', m.elective, 'passedOn', kept.it ->> 'passedOn', 'evidence', kept.it ->> 'evidence') order by m.place)
  from jsonb_array_elements(s.modules) kept (it) join activities.programme_module m on m.id = (kept.it ->> 'id')::bigint)`

const BASE = sql`s.id, s.version, s.starts_on as "startsOn", s.ends_on as "endsOn", s.state, s.is_part as "isPart",
  json_build_object('id', h.id, 'name', ${NAME('h')}) as person,
  json_build_object('id', p.id, 'title', p.title, 'kind', p.kind) as programme, p.electives,
  case when s.is_part then (select sum(m.hours) from jsonb_array_elements(s.modules) kept (it)
    join activities.programme_module m on m.id = (kept.it ->> 'id')::bigint) else p.hours end::float8 as hours,
  coalesce(${MODULES}, '[]') as modules`

const FROM = sql`activities.self_study s join registry.person h on h.id = s.person_id
  join activities.programme p on p.id = s.programme_id`

type ListQuery = NonNullable<(typeof listSelfStudies)['$in']>['query']

/** Of those one employs, of oneself, and those one helps. */
export function within({ district, organisations, people }: Reach, today: string): RawBuilder<unknown> {
  if (district) return sql`true`
  const [own, places] = [sql`any (${[...people]}::bigint[])`, sql`any (${[...organisations]}::bigint[])`]
  return sql`(s.person_id = ${own}
    or exists (select from activities.self_study_tutor t where t.self_study_id = s.id and t.person_id = ${own})
    or exists (select from registry.employment e where e.person_id = s.person_id and e.organisation_id = ${places}
      and (e.dismissed_on is null or e.dismissed_on >= ${today}::date - interval '1 year')))`
}

const SORTS = {
  endsOn: sql`s.ends_on`,
  startsOn: sql`s.starts_on`,
  person: NAME('h'),
  programme: sql`p.title`,
} as const

export async function findSelfStudies(
  db: ReadDb,
  { q, state, programme, sort = ['-endsOn'], ...page }: ListQuery,
  { reach, today }: { readonly reach: Reach; readonly today: string },
): Promise<{ items: SelfStudyLine[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const where = sql.join(
    [
      within(reach, today),
      ...(q ? [sql`(${NAME('h')} ilike ${anywhere(q)} or p.title ilike ${anywhere(q)})`] : []),
      ...(state ? [sql`s.state = any (${state}::text[])`] : []),
      ...(programme ? [sql`s.programme_id = ${programme}`] : []),
    ],
    sql` and `,
  )
  const [items, count] = await Promise.all([
    sql<Omit<SelfStudyLine, 'passed' | 'needed'> & Progress>`select ${BASE} from ${FROM} where ${where}
      order by ${orderOf(sort, SORTS, sql`s.id`)} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${FROM} where ${where}`.execute(db),
  ])
  return { items: items.rows.map(lineOf), total: count.rows[0]?.total ?? 0 }
}

function lineOf(row: Omit<SelfStudyLine, 'passed' | 'needed'> & Progress): SelfStudyLine {
  const { isPart: _, electives: __, modules: ___, ...line } = row
  return { ...line, passed: passedOf(row), needed: neededOf(row) }
}

export async function findSelfStudy(db: ReadDb, id: number): Promise<StoredSelfStudy | undefined> {
  const { rows } = await sql<StoredSelfStudy>`
    select ${BASE}, s.ended_for as "endedFor", s.ended_on as "endedOn", s.finished_on as "finishedOn", s.examiner, s.learning_id as "learningId",
      s.batch_id as batch,
      (select json_build_object('id', g.id, 'name', ${NAME('g')}) from activities.self_study_tutor t
        join registry.person g on g.id = t.person_id where t.self_study_id = s.id) as tutor
    from ${FROM} where s.id = ${id}`.execute(db)
  return rows[0]
}

export async function lockSelfStudy(tx: Tx, id: number): Promise<StoredSelfStudy | undefined> {
  await sql`select 1 from activities.self_study where id = ${id} for update`.execute(tx)
  return await findSelfStudy(tx, id)
}

/** Somebody who takes this programme by themselves already, or asked to. */
export async function isTaken(tx: Tx, person: number, programme: number): Promise<boolean> {
  const row = await tx
    .selectFrom('activities.self_study')
    .select('id')
    .where('person_id', '=', person)
    .where('programme_id', '=', programme)
    .where('state', 'in', ['asked', 'going'])
    .executeTakeFirst()
  return row !== undefined
}

type NewSelfStudy = {
  readonly person_id: number
  readonly programme_id: number
  readonly is_part: boolean
  readonly starts_on: string
  readonly ends_on: string
  readonly state: 'asked' | 'going'
  readonly arranged_by: number | null
  readonly modules: readonly PassedModule[]
}

export async function insertSelfStudy(tx: Tx, { modules, ...columns }: NewSelfStudy): Promise<number> {
  const { id } = await tx
    .insertInto('activities.self_study')
    .values({ ...columns, modules: JSON.stringify(modules) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type SelfStudySet = Readonly<
  Partial<{
    ends_on: string
    state: SelfStudy['state']
    modules: string
    ended_for: string
    ended_on: string
    finished_on: string | null
    examiner: string | null
    learning_id: number | null
    batch_id: number | null
    arranged_by: number | null
  }>
>

/** False when the version is another one by now. */
export async function updateSelfStudy(tx: Tx, id: number, version: number, set: SelfStudySet): Promise<boolean> {
  const done = await tx
    .updateTable('activities.self_study')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when the version is another one by now. */
export async function deleteSelfStudy(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.self_study')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export async function replaceTutor(tx: Tx, study: number, person: number | null): Promise<void> {
  await tx.deleteFrom('activities.self_study_tutor').where('self_study_id', '=', study).execute()
  if (person === null) return
  await tx.insertInto('activities.self_study_tutor').values({ self_study_id: study, person_id: person }).execute()
}

/** So many within reach wait for somebody to agree; and so many are behind their last day. */
export async function countWaiting(
  db: ReadDb,
  reach: Reach,
  today: string,
): Promise<{ asked: number; overdue: number; nextOn: string | null }> {
  const { rows } = await sql<{ asked: number; overdue: number; nextOn: string | null }>`
    select count(*) filter (where s.state = 'asked')::int as asked,
      count(*) filter (where s.state = 'going' and s.ends_on < ${today})::int as overdue,
      min(s.starts_on) filter (where s.state = 'asked') as "nextOn"
    from activities.self_study s where s.state in ('asked', 'going') and ${within(reach, today)}`.execute(db)
  return rows[0] ?? { asked: 0, overdue: 0, nextOn: null }
}

/** The name of their main place on the day. */
export async function findEmployer(db: ReadDb, person: number, today: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select o.name from registry.person_span w join registry.organisation o on o.id = w.organisation_id
    where w.person_id = ${person} and w.from_on <= ${today} and w.to_on >= ${today} limit 1`.execute(db)
  return rows[0]?.name ?? null
}

/** Some programme in the register may be taken without a group on this day. */
export async function isAnyOffered(db: ReadDb, today: string): Promise<boolean> {
  const { rows } = await sql`
    select from activities.programme where state = 'registered' and self_study
      and (valid_until is null or valid_until >= ${today}) limit 1`.execute(db)
  return rows.length > 0
}
