import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { findOrAddValue } from '../../registry/index.ts'
import type { Counting } from './course-plans.repo.ts'
import type { Course, CourseTyped, Due, listCourseDue, listPlannedCourses } from './courses.contract.ts'
import { coursesOf, dueAt } from './facts.ts'

type QueryOf<T extends { readonly $in?: { readonly query: unknown } }> = NonNullable<T['$in']>['query']

const PERSON = sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`

/** Courses `c` in words. */
const COURSE = sql`c.id, c.version, c.plan_id as "planId", json_build_object('id', o.id, 'name', o.name) as organisation,
  json_build_object('id', h.id, 'name', ${PERSON}) as person,
  (select pos.name from registry.employment w join registry.position pos on pos.id = w.position_id
    where w.person_id = c.person_id and w.organisation_id = c.organisation_id
    order by w.dismissed_on desc nulls first, w.main desc, w.id limit 1) as position,
  case when t.id is not null then json_build_object('id', t.id, 'label', t.label) end as topic, c.reason, c.note,
  case when g.id is not null then json_build_object('id', c.programme_id, 'title', g.label) end as programme,
  (select v.label from registry.classifier_value v where v.id = c.provider_id) as provider,
  c.month, c.hours::float8 as hours, c.form, c.funding, c.price::float8 as price, c.state,
  case when c.enrolment_state is not null then (select json_build_object('eventId', e.id, 'title', e.title,
    'heldOn', e.held_on, 'state', c.enrolment_state) from activities.event e where e.id = c.event_id) end as enrolment,
  case when c.learning is not null then (select json_build_object('title', v.label, 'endsOn', l.ends_on,
      'hours', l.hours, 'isPlanned', c.is_planned)
    from activities.learning l join registry.classifier_value v on v.id = l.programme_id where l.id = c.learning) end as learned`

const FROM = sql`course c join registry.organisation o on o.id = c.organisation_id
  join registry.person h on h.id = c.person_id
  left join registry.classifier_value t on t.id = c.topic_id left join registry.classifier_value g on g.id = c.value_id`

const NAMED = sql`h.surname, h.given_name, c.id`
const SORTS = {
  month: sql`c.month, ${NAMED}`,
  '-month': sql`c.month desc, ${NAMED}`,
  person: sql`${NAMED}`,
  '-person': sql`h.surname desc, h.given_name desc, c.id`,
  organisation: sql`o.name, c.month, ${NAMED}`,
  '-organisation': sql`o.name desc, c.month, ${NAMED}`,
} as const

export async function findCourses(
  db: ReadDb,
  { year, plan, topic, bare, month, state, q, sort = ['month'], ...page }: QueryOf<typeof listPlannedCourses>,
  seen: RawBuilder<unknown>,
  counting: Counting,
): Promise<{ items: Course[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const plans = sql`p.year = ${year} and ${seen} ${plan ? sql`and p.id = ${plan}` : sql``}`
  const where = sql.join(
    [
      sql`true`,
      ...(topic ? [sql`c.topic_id = ${topic}`] : []),
      ...(bare ? [sql`c.topic_id is null`] : []),
      ...(month ? [sql`c.month = ${month}`] : []),
      ...(state ? [sql`c.state = any (${state}::text[])`] : []),
      ...(q
        ? [sql`position(${q.toLowerCase()} in lower(concat_ws(' ', ${PERSON}, g.label, t.label, o.name))) > 0`]
        : []),
    ],
    sql` and `,
  )
  const [first = 'month'] = sort
  const { rows } = await sql<Course & { all: number }>`
    with ${coursesOf(plans, counting)},
    listed as (
      select c.id, row_number() over (order by ${SORTS[first]}) as at, (count(*) over ())::int as all
      from ${FROM} where ${where} order by at limit ${limit} offset ${offset}
    )
    select ${COURSE}, listed.all from ${FROM} join listed on listed.id = c.id order by listed.at`.execute(db)
  return { items: rows.map(({ all: _, ...course }) => course), total: rows[0]?.all ?? 0 }
}

type OwnCourse = Course & { readonly year: number }

/** Courses of people in agreed plans of this year and later, the next first. */
export async function findOwnCourses(
  db: ReadDb,
  people: readonly number[],
  page: { readonly page: number; readonly size: number },
  counting: Counting,
): Promise<{ items: OwnCourse[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const own = sql`any (${[...people]}::bigint[])`
  const plans = sql`p.state = 'agreed' and p.year >= extract(year from ${counting.today}::date)
    and p.id in (select plan_id from activities.course_plan_line where person_id = ${own})`
  const { rows } = await sql<OwnCourse & { all: number }>`
    with ${coursesOf(plans, counting)}
    select ${COURSE}, c.year, (count(*) over ())::int as all from ${FROM} where c.person_id = ${own}
    order by c.year, ${SORTS.month} limit ${limit} offset ${offset}`.execute(db)
  return { items: rows.map(({ all: _, ...course }) => course), total: rows[0]?.all ?? 0 }
}

/** All of a plan by month, as they are printed; a plan has no more of them than it may. */
export async function findAllCourses(db: ReadDb, plan: number, counting: Counting): Promise<Course[]> {
  const { rows } = await sql<Course>`with ${coursesOf(sql`p.id = ${plan}`, counting)}
    select ${COURSE} from ${FROM} order by ${SORTS.month}`.execute(db)
  return rows
}

export async function findCourse(db: ReadDb, id: number, counting: Counting): Promise<Course | undefined> {
  const { rows } = await sql<Course>`
    with ${coursesOf(sql`p.id = (select plan_id from activities.course_plan_line where id = ${id})`, counting)}
    select ${COURSE} from ${FROM} where c.id = ${id}`.execute(db)
  return rows[0]
}

const DUE_SORTS = {
  due: sql`d.due_on nulls first, h.surname, h.given_name, h.id`,
  '-due': sql`d.due_on desc nulls last, h.surname, h.given_name, h.id`,
  name: sql`h.surname, h.given_name, h.id`,
  '-name': sql`h.surname desc, h.given_name desc, h.id`,
} as const

type OfPlan = { readonly id: number; readonly organisation: { readonly id: number }; readonly year: number }

/** Who never learned, or has to first, comes first. */
export async function findDue(
  db: ReadDb,
  { id, organisation, year }: OfPlan,
  { state, planned, q, sort = ['due'], ...page }: QueryOf<typeof listCourseDue>,
  counting: Counting,
): Promise<{ items: Due[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const [first = 'due'] = sort
  const where = sql.join(
    [
      sql`true`,
      ...(state ? [sql`d.state = any (${state}::text[])`] : []),
      ...(planned ? [sql`(n.courses > 0) = ${planned === 'yes'}`] : []),
      ...(q ? [sql`position(${q.toLowerCase()} in lower(${PERSON})) > 0`] : []),
    ],
    sql` and `,
  )
  const { rows } = await sql<Due & { all: number }>`
    with ${dueAt(sql`= ${organisation.id}`, { ...counting, year })}
    select json_build_object('id', h.id, 'name', ${PERSON}) as person, pos.name as position,
      (select json_build_object('title', v.label, 'endsOn', l.ends_on, 'hours', l.hours)
        from activities.learning l join registry.classifier_value v on v.id = l.programme_id
        where l.person_id = h.id and l.ends_on = d.last_on and l.hours >= ${counting.rule.leastHours}
          and l.kind in ('upskilling', 'retraining') order by l.hours desc, l.id limit 1) as last,
      d.due_on as "dueOn", d.state,
      case when d.leave_kind is not null then json_build_object('kind', d.leave_kind, 'until', d.leave_until) end as leave,
      d.learned_on as "learnedOn", n.courses as planned, (count(*) over ())::int as all
    from due d join registry.person h on h.id = d.person_id left join registry.position pos on pos.id = d.position_id
    cross join lateral (select count(*)::int as courses from activities.course_plan_line c
      where c.plan_id = ${id} and c.person_id = d.person_id) n
    where ${where} order by ${DUE_SORTS[first]} limit ${limit} offset ${offset}`.execute(db)
  return { items: rows.map(({ all: _, ...due }) => due), total: rows[0]?.all ?? 0 }
}

/** Who of them works at the organisation now, or will. */
export async function findEmployed(
  tx: Tx,
  organisation: number,
  people: readonly number[],
  today: string,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct person_id as id from registry.employment
    where organisation_id = ${organisation} and person_id = any (${[...people]}::bigint[])
      and (dismissed_on is null or dismissed_on >= ${today})`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export async function countCourses(tx: Tx, plan: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from activities.course_plan_line where plan_id = ${plan}`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function findTopic(tx: Tx, id: number): Promise<{ readonly isRetired: boolean } | undefined> {
  const row = await tx
    .selectFrom('registry.classifier_value')
    .select('retired_at')
    .where('kind', '=', 'topic')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { isRetired: row.retired_at !== null }
}

type FoundProgramme = { readonly value: number; readonly isOffered: boolean }

/** A programme by the value learning names it by; undefined where it never came to the register. */
export async function findProgramme(tx: Tx, id: number): Promise<FoundProgramme | undefined> {
  const { rows } = await sql<FoundProgramme>`
    select value_id as value, state = 'registered' as "isOffered" from activities.programme
    where id = ${id} and value_id is not null`.execute(tx)
  return rows[0]
}

/** As typed; what is named anew goes to the lists the files of learning fill. */
async function columnsOf(tx: Tx, typed: CourseTyped) {
  const { topicId, programmeId, programme, provider, price, hours, ...same } = typed
  const named = programme === null ? null : await findOrAddValue(tx, 'programme', programme)
  return {
    ...same,
    ...{
      topic_id: topicId,
      programme_id: programmeId,
      hours: String(hours),
      price: price === null ? null : String(price),
    },
    value_id: programmeId === null ? named : ((await findProgramme(tx, programmeId))?.value ?? null),
    provider_id: provider === null ? null : await findOrAddValue(tx, 'provider', provider),
  }
}

export async function insertCourses(
  tx: Tx,
  plan: number,
  people: readonly number[],
  typed: CourseTyped,
): Promise<number> {
  const columns = await columnsOf(tx, typed)
  const values = people.map((person) => ({ ...columns, plan_id: plan, person_id: person }))
  const done = await tx.insertInto('activities.course_plan_line').values(values).execute()
  return Number(done[0]?.numInsertedOrUpdatedRows ?? 0)
}

/** False when the version is another one by now. */
export async function updateCourse(tx: Tx, id: number, version: number, typed: CourseTyped): Promise<boolean> {
  const done = await tx
    .updateTable('activities.course_plan_line')
    .set({ ...(await columnsOf(tx, typed)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteCourse(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('activities.course_plan_line').where('id', '=', id).execute()
}

type Place = { readonly id: number; readonly plan: number; readonly organisation: number; readonly person: number }

/** Which plan courses are of; of others than those of the plan, nothing, where one is named. */
export async function findPlaces(db: ReadDb, ids: readonly number[], plan?: number): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select n.id, n.plan_id as plan, p.organisation_id as organisation, n.person_id as person
    from activities.course_plan_line n join activities.course_plan p on p.id = n.plan_id
    where n.id = any (${[...ids]}::bigint[]) ${plan === undefined ? sql`` : sql`and p.id = ${plan}`}`.execute(db)
  return rows
}

export async function leadTo(tx: Tx, ids: readonly number[], event: number): Promise<void> {
  await sql`update activities.course_plan_line set event_id = ${event}, version = version + 1
    where id = any (${[...ids]}::bigint[])`.execute(tx)
}
