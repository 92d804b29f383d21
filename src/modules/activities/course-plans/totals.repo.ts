import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type {
  CourseNeed,
  CoursePlanLine,
  listCourseNeeds,
  listCoursePlans,
  PlanTotals,
} from './course-plans.contract.ts'
import { type Counting, SUMS, seenBy } from './course-plans.repo.ts'
import { coursesOf, DUE_AND_PLANNED, dueAt, MET, PROGRESS } from './facts.ts'

type QueryOf<T extends { readonly $in?: { readonly query: unknown } }> = NonNullable<T['$in']>['query']
type Seer = { readonly reach: Reach; readonly planner: Reach | undefined }

const AGREED = (year: number) => sql`p.year = ${year} and p.state = 'agreed'`

/** Of organisations `o` that work in the year, with their plan `p` where they have one. */
const organisationsIn = (year: number, { district, organisations }: Reach): RawBuilder<unknown> => sql`
  registry.organisation o left join activities.course_plan p on p.organisation_id = o.id and p.year = ${year}
  where (o.active_until is null or o.active_until >= make_date(${year}::int, 1, 1))
    and ${district ? sql`true` : sql`o.id = any (${[...organisations]}::bigint[])`}`

const STATE = sql`coalesce(p.state, 'none')`
const BY_STATE = sql`array_position(array['agreed', 'proposed', 'draft', 'none'], ${STATE})`

const SORTS = {
  organisation: sql`o.name, o.id`,
  '-organisation': sql`o.name desc, o.id`,
  state: sql`${BY_STATE}, o.name, o.id`,
  '-state': sql`${BY_STATE} desc, o.name, o.id`,
} as const

/** Organisations with their plans; people and courses are counted for those of the page alone. */
export async function findPlans(
  db: ReadDb,
  { year, q, state, sort = ['organisation'], ...page }: QueryOf<typeof listCoursePlans>,
  { reach, planner }: Seer,
  counting: Counting,
): Promise<{ items: CoursePlanLine[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const found = sql`${organisationsIn(year, reach)}
    ${q ? sql`and position(${q.toLowerCase()} in lower(o.name)) > 0` : sql``}
    ${state ? sql`and ${STATE} = any (${state}::text[])` : sql``}`
  const [first = 'organisation'] = sort
  const count = await sql<{ total: number }>`select count(*)::int as total from ${found}`.execute(db)
  const { rows } = await sql<CoursePlanLine>`
    with listed as materialized (
      select o.id, o.name, p.id as plan_id, p.state, ${seenBy(reach, planner)} as is_seen,
        row_number() over (order by ${SORTS[first]}) as at
      from ${found} order by ${SORTS[first]} limit ${limit} offset ${offset}
    ),
    ${coursesOf(sql`p.id = any (array(select plan_id from listed where is_seen))`, counting)},
    ${dueAt(sql`= any (array(select id from listed))`, { ...counting, year })},
    planned as (
      select c.plan_id, ${PROGRESS}::jsonb || jsonb_build_object('hours', sum(c.hours), 'money', coalesce(sum(c.price), 0)) as sums
      from course c group by c.plan_id
    ),
    meant as (select d.organisation_id, ${MET} as due from ${DUE_AND_PLANNED} group by d.organisation_id
    )
    select json_build_object('id', o.id, 'name', o.name) as organisation, o.state,
      case when o.is_seen then jsonb_build_object('id', o.plan_id, 'state', o.state, 'courses', 0, 'enrolled', 0,
        'completed', 0, 'missed', 0, 'hours', 0, 'money', 0) || coalesce(planned.sums, '{}') end as plan,
      coalesce(meant.due, '{"people": 0, "met": 0}') as due
    from listed o left join planned on planned.plan_id = o.plan_id left join meant on meant.organisation_id = o.id
    order by o.at`.execute(db)
  return { items: rows, total: count.rows[0]?.total ?? 0 }
}

/** Of all agreed plans of a year; what there is is known once all of them have said it. */
export async function findTotals(db: ReadDb, year: number, reach: Reach, counting: Counting): Promise<PlanTotals> {
  const { rows } = await sql<PlanTotals>`
    with standing as (select ${STATE} as state, count(*) as organisations from ${organisationsIn(year, reach)} group by 1),
    ${coursesOf(sql`${AGREED(year)} and ${within(reach)}`, counting)}
    select jsonb_build_object('none', 0, 'draft', 0, 'proposed', 0, 'agreed', 0)
        || coalesce((select jsonb_object_agg(state, organisations) from standing), '{}') as states,
      coalesce((select json_agg(s) from (${SUMS}) s), '[]') as sums, (select ${PROGRESS} from course c) as progress,
      m.budget::float8 as "budgetMoney", m.extra::float8 as "extraMoney"
    from (select case when bool_and(p.budget_money is not null) then sum(p.budget_money) end as budget,
        case when bool_and(p.extra_money is not null) then sum(p.extra_money) end as extra
      from activities.course_plan p where ${AGREED(year)} and ${within(reach)}) m`.execute(db)
  const [totals] = rows
  if (totals === undefined) throw new Error('a sum is one row')
  return totals
}

const within = ({ district, organisations }: Reach): RawBuilder<unknown> =>
  district ? sql`true` : sql`p.organisation_id = any (${[...organisations]}::bigint[])`

const NEED_SORTS = {
  courses: sql`courses, label`,
  '-courses': sql`courses desc, label`,
  topic: sql`label nulls last`,
  '-topic': sql`label desc nulls last`,
} as const

/** What is asked for most comes first. */
export async function findNeeds(
  db: ReadDb,
  { year, sort = ['-courses'], ...page }: QueryOf<typeof listCourseNeeds>,
  reach: Reach,
): Promise<{ items: CourseNeed[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const [first = '-courses'] = sort
  const { rows } = await sql<CourseNeed & { all: number }>`
    select case when t.id is not null then json_build_object('id', t.id, 'label', t.label) end as topic, t.label,
      json_build_array(${MONTHS}) as months, count(*)::int as courses,
      count(distinct p.organisation_id)::int as organisations, sum(n.hours)::float8 as hours,
      coalesce(sum(n.price), 0)::float8 as money, (count(*) over ())::int as all
    from activities.course_plan p join activities.course_plan_line n on n.plan_id = p.id
    left join registry.classifier_value t on t.id = n.topic_id
    where ${AGREED(year)} and ${within(reach)}
    group by t.id, t.label order by ${NEED_SORTS[first]} limit ${limit} offset ${offset}`.execute(db)
  return {
    items: rows.map(({ topic, months, courses, organisations, hours, money }) => ({
      ...{ topic, months, courses, organisations, hours, money },
    })),
    total: rows[0]?.all ?? 0,
  }
}

const MONTHS = sql.join(
  Array.from({ length: 12 }, (_, at) => sql`count(*) filter (where n.month = ${at + 1})`),
  sql`, `,
)
