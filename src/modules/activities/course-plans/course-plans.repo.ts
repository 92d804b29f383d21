import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { CoursePlan, PlanState } from './course-plans.contract.ts'
import { coursesOf, DUE_AND_PLANNED, dueAt, MET, PROGRESS } from './facts.ts'
import type { TrainingRule } from './training-rule.contract.ts'

export type Counting = { readonly today: string; readonly rule: TrainingRule }

/** Drafts are the school's own; once the head has agreed, the plan `p` is for everybody whose reach has the school. */
export function seenBy(reach: Reach | undefined, planner: Reach | undefined): RawBuilder<unknown> {
  const own = sql`p.organisation_id = any (${[...(planner?.organisations ?? [])]}::bigint[])`
  if (reach === undefined) return sql`false`
  const agreed = reach.district
    ? sql`p.state = 'agreed'`
    : sql`p.state = 'agreed' and p.organisation_id = any (${[...reach.organisations]}::bigint[])`
  return sql`(${own} or ${agreed})`
}

/** Sums of courses `c` by month and source. */
export const SUMS = sql`select c.month, c.funding, count(*)::int as courses, sum(c.hours)::float8 as hours,
    coalesce(sum(c.price), 0)::float8 as money,
    (count(*) filter (where c.price is null and c.funding <> 'free'))::int as unpriced
  from course c group by c.month, c.funding order by c.month, c.funding`

type Stored = Omit<CoursePlan, 'can' | 'sums' | 'progress' | 'due'>

export async function findPlan(db: ReadDb, id: number): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select p.id, p.version, json_build_object('id', o.id, 'name', o.name) as organisation, p.year, p.state,
      p.budget_money::float8 as "budgetMoney", p.extra_money::float8 as "extraMoney", p.returned_for as "returnedFor",
      p.agreed_on as "agreedOn", (select a.name from identity.account a where a.id = p.agreed_by) as "agreedBy"
    from activities.course_plan p join registry.organisation o on o.id = p.organisation_id where p.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

export async function lockPlan(tx: Tx, id: number): Promise<Stored | undefined> {
  await sql`select 1 from activities.course_plan where id = ${id} for update`.execute(tx)
  return await findPlan(tx, id)
}

type Counted = Pick<CoursePlan, 'sums' | 'progress' | 'due'>

/** What the plan comes to, and how many who fall due it reaches. */
export async function countPlan(
  db: ReadDb,
  { id, organisation, year }: Pick<Stored, 'id' | 'organisation' | 'year'>,
  counting: Counting,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    with ${coursesOf(sql`p.id = ${id}`, counting)},
      ${dueAt(sql`= ${organisation.id}`, { ...counting, year })}
    select coalesce((select json_agg(s) from (${SUMS}) s), '[]') as sums, (select ${PROGRESS} from course c) as progress,
      (select ${MET} from ${DUE_AND_PLANNED}) as due`.execute(db)
  const [counted] = rows
  if (counted === undefined) throw new Error('a count is one row')
  return counted
}

/** Undefined where the organisation has one for the year already. */
export async function insertPlan(tx: Tx, organisation: number, year: number): Promise<number | undefined> {
  const row = await tx
    .insertInto('activities.course_plan')
    .values({ organisation_id: organisation, year })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export type PlanSet = Readonly<
  Partial<{
    state: PlanState
    budget_money: string | null
    extra_money: string | null
    returned_for: string | null
    agreed_on: string | null
    agreed_by: number | null
  }>
>

/** False when the version is another one by now. */
export async function updatePlan(tx: Tx, id: number, version: number, set: PlanSet): Promise<boolean> {
  const done = await tx
    .updateTable('activities.course_plan')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
