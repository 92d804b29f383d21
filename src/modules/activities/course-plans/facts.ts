import { type RawBuilder, sql } from 'kysely'
import type { TrainingRule } from './training-rule.contract.ts'

type Asked = { readonly today: string; readonly rule: TrainingRule }

/** An internship is learning of its own kind: it does not stand for a course, nor for the duty to learn. */
export const IS_COURSE = sql`l.kind in ('upskilling', 'retraining')`

/**
 * Queries of a `with`: `course` are the courses of the plans meant (`p`) with what became of them. Learning of the year
 * stands for a course of the same programme, however long it was; what is left and counts by the rule stands for the courses
 * that are left, in the order of their months. No learning stands for two courses of a plan.
 */
export const coursesOf = (plans: RawBuilder<unknown>, { today, rule }: Asked): RawBuilder<unknown> => sql`
  line as (
    select n.*, p.organisation_id, p.year, p.state as plan_state,
      row_number() over (partition by n.plan_id, n.person_id, n.value_id order by n.month, n.id) as nth
    from activities.course_plan p join activities.course_plan_line n on n.plan_id = p.id
    where ${plans}
  ),
  done as (
    select q.plan_id, l.id, l.person_id, l.programme_id, l.ends_on, l.hours,
      row_number() over (partition by q.plan_id, l.person_id, l.programme_id order by l.ends_on, l.id) as nth
    from (select distinct plan_id, person_id, year from line) q
    join activities.learning l on l.person_id = q.person_id and ${IS_COURSE}
      and l.ends_on between make_date(q.year, 1, 1) and least(make_date(q.year, 12, 31), ${today}::date)
  ),
  same as (
    select line.id as line, done.plan_id, done.id as learning
    from line join done on done.plan_id = line.plan_id and done.person_id = line.person_id
      and done.programme_id = line.value_id and done.nth = line.nth
  ),
  open_line as (
    select id, plan_id, person_id, row_number() over (partition by plan_id, person_id order by month, id) as nth
    from line where not exists (select from same where same.line = line.id)
  ),
  free_learning as (
    select id, plan_id, person_id, row_number() over (partition by plan_id, person_id order by ends_on, id) as nth
    from done where hours >= ${rule.leastHours}
      and not exists (select from same where same.plan_id = done.plan_id and same.learning = done.id)
  ),
  fact as (
    select line, learning, true as is_planned from same
    union all
    select o.id, f.id, false from open_line o
    join free_learning f on f.plan_id = o.plan_id and f.person_id = o.person_id and f.nth = o.nth
  ),
  course as (
    select line.*, fact.learning, fact.is_planned, e.state as enrolment_state,
      case when fact.learning is not null then 'completed'
        when e.state in ('asked', 'waiting', 'offered', 'enrolled') and v.state in ('announced', 'held') then 'enrolled'
        when make_date(line.year, line.month, 1) + interval '1 month' <= ${today}::date then 'missed'
        else 'planned' end as state
    from line
    left join fact on fact.line = line.id
    left join activities.enrolment e on e.event_id = line.event_id and e.person_id = line.person_id
    left join activities.event v on v.id = line.event_id
  )`

/** Counts of what became of courses `c`, as an object. */
export const PROGRESS = sql`json_build_object('courses', count(*), 'enrolled', count(*) filter (where c.state = 'enrolled'),
  'completed', count(*) filter (where c.state = 'completed'), 'missed', count(*) filter (where c.state = 'missed'))`

type Term = Asked & { readonly year: number }

/** The day of the year as of which people are counted: today, while it is the year. */
const dayOf = ({ year, today }: Term): RawBuilder<unknown> =>
  sql`least(greatest(${today}::date, make_date(${year}::int, 1, 1)), make_date(${year}::int, 12, 31))`

/**
 * Queries of a `with`: `due` are the pedagogues of the organisations as the year begins: when they learned last before it,
 * by when they have to again, and when within it; `away` is who is on long leave and is not back before it ends. 273-ФЗ, ст. 47, ч. 5, п. 2: at least once in three years, unless the
 * district has another term.
 */
export const dueAt = (organisations: RawBuilder<unknown>, asked: Term): RawBuilder<unknown> => sql`
  known as (
    select s.organisation_id, s.person_id, s.position_id,
      max(l.ends_on) filter (where l.ends_on < make_date(${asked.year}::int, 1, 1)) as last_on,
      max(l.ends_on) filter (where l.ends_on >= make_date(${asked.year}::int, 1, 1)) as learned_on
    from registry.person_span s
    left join activities.learning l on l.person_id = s.person_id and ${IS_COURSE} and l.hours >= ${asked.rule.leastHours}
      and l.ends_on <= least(make_date(${asked.year}::int, 12, 31), ${asked.today}::date)
    where s.pedagogue and s.from_on <= ${dayOf(asked)} and s.to_on >= ${dayOf(asked)}
      and s.organisation_id ${organisations}
    group by s.organisation_id, s.person_id, s.position_id
  ),
  away as (
    select w.organisation_id, w.person_id, min(v.label) as leave_kind,
      nullif(min(coalesce(w.leave_until, 'infinity')), 'infinity') as leave_until
    from registry.employment w left join registry.classifier_value v on v.id = w.leave_kind_id
    where w.organisation_id ${organisations} and w.hired_on <= ${dayOf(asked)}
      and (w.dismissed_on is null or w.dismissed_on >= ${dayOf(asked)})
    group by w.organisation_id, w.person_id
    having bool_and(w.leave_kind_id is not null and coalesce(w.leave_on <= ${dayOf(asked)}, false)
      and coalesce(w.leave_until, 'infinity') >= ${dayOf(asked)})
  ),
  term as (
    select known.*, (last_on + make_interval(months => ${asked.rule.months}::int))::date as due_on, away.leave_kind,
      away.leave_until
    from known left join away on away.organisation_id = known.organisation_id and away.person_id = known.person_id
  ),
  due as (
    select term.*, case
      when leave_kind is not null and coalesce(leave_until, 'infinity') >= make_date(${asked.year}::int, 12, 31) then 'away'
      when last_on is null then 'never' when due_on < make_date(${asked.year}::int, 1, 1) then 'overdue'
      when due_on <= make_date(${asked.year}::int, 12, 31) then 'due' else 'later' end as state from term
  )`

/** Who falls due, `d`, with whether the plan of their school has them, `m`: joined, for there are as many as a district has. */
export const DUE_AND_PLANNED = sql`due d
  left join (select distinct organisation_id, person_id from line) m
    on m.organisation_id = d.organisation_id and m.person_id = d.person_id
  where d.state not in ('later', 'away')`

/** Of these, how many there are, and how many are in the plan or have learned. */
export const MET = sql`json_build_object('people', count(d.person_id),
  'met', count(d.person_id) filter (where d.learned_on is not null or m.person_id is not null))`
