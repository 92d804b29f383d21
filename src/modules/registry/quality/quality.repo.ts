import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { IS_MISSING } from '../organisations/staff/staff.repo.ts'
import { CHECKS, type Check, NAMED_MOST, type Quality, type QualityLine } from './quality.contract.ts'

type Sql = RawBuilder<unknown>

/** Nobody is employed before this age (Labour Code, article 63, without its exceptions for children). */
const YOUNGEST = '16 years'

/**
 * SQL true of an employment `e` of the person `p` in the position `j` at the organisation `o` with the category `k`. Not
 * a missing category: whoever has none is often told by an empty cell.
 */
const isWrong = (today: string): Readonly<Record<Check, Sql>> => ({
  snils: IS_MISSING.snils,
  experience: IS_MISSING.experience,
  education: IS_MISSING.education,
  position: IS_MISSING.position,
  subject: IS_MISSING.subject,
  leaveUndated: sql`e.leave_kind_id is not null and e.leave_on is null`,
  categoryOver: sql`registry.category_end(k.key, e.category_on, e.category_until) < ${today}`,
  kindAgainstMain: sql`(e.kind = 'main') <> e.main`,
  // Within what is seen here: of another employer one organisation is told nothing.
  twoMain: sql`e.main and m.places > 1`,
  experienceEarly: sql`e.experience_since < p.birth_on + ${YOUNGEST}::interval`,
  hiredYoung: sql`e.hired_on < p.birth_on + ${YOUNGEST}::interval`,
  organisationClosed: sql`o.active_until < ${today}`,
})

type Seen = { readonly reach: Reach; readonly today: string }

/** Employments of the day within reach with all that checks look at, each table read once. */
const looked = ({ reach, today }: Seen, only: Sql): Sql => sql`
  here as materialized (
    select * from registry.employment e
    where e.hired_on <= ${today} and (e.dismissed_on is null or e.dismissed_on >= ${today})
      and (${reach.district} or e.organisation_id = any (${[...reach.organisations]}::bigint[]))
  ),
  mains as (select person_id, count(distinct organisation_id) as places from here where main group by person_id),
  looked as materialized (
    select e.organisation_id, e.person_id, ${sql.join(
      Object.entries(isWrong(today)).map(([what, wrong]) => sql`coalesce(${wrong}, false) as ${sql.ref(what)}`),
    )}
    from here e
    join registry.person p on p.id = e.person_id
    join registry.position j on j.id = e.position_id
    join registry.organisation o on o.id = e.organisation_id
    left join registry.classifier_value k on k.id = e.category_id
    left join mains m on m.person_id = e.person_id
    where ${only}
  )`

const isAny: Sql = sql.join(
  CHECKS.map((what) => sql.ref(what)),
  sql` or `,
)

/** Table expressions up to `counted`: of each organisation its people, those to look at, and how many by what is wrong. */
export const doubtsOf = (seen: Seen): Sql => {
  const counts = CHECKS.map((what) => sql`${what}::text, nullif(count(*) filter (where ${sql.ref(what)}), 0)`)
  return sql`${looked(seen, sql`true`)},
    each as (
      select organisation_id, person_id, ${sql.join(CHECKS.map((what) => sql`bool_or(${sql.ref(what)}) as ${sql.ref(what)}`))}
      from looked group by organisation_id, person_id
    ),
    counted as (
      select organisation_id, count(*)::int as people, (count(*) filter (where ${isAny}))::int as doubtful,
        json_strip_nulls(json_build_object(${sql.join(counts)})) as checks
      from each group by organisation_id
    )`
}

/** Organisations where something is to be mended, those first where it is about the most people. */
export async function findQuality(db: ReadDb, seen: Seen): Promise<QualityLine[]> {
  const { rows } = await sql<QualityLine>`
    with ${doubtsOf(seen)}
    select json_build_object('id', o.id, 'code', o.code, 'name', o.name) as organisation, c.people, c.doubtful, c.checks
    from counted c join registry.organisation o on o.id = c.organisation_id
    where c.doubtful > 0
    order by c.doubtful desc, o.name, o.id`.execute(db)
  return rows
}

/** Nothing where there is no such organisation. */
export async function findQualityOf(db: ReadDb, seen: Seen, organisation: number): Promise<Quality | undefined> {
  const marks = CHECKS.map((what) => sql`case when ${sql.ref(what)} then ${what}::text end`)
  const { rows } = await sql<Quality>`
    with ${looked(seen, sql`e.organisation_id = ${organisation}`)},
    named as (
      select distinct w.what, p.id, p.surname, p.given_name, p.patronymic
      from looked l cross join unnest(array[${sql.join(marks)}]) as w (what) join registry.person p on p.id = l.person_id
      where w.what is not null
    ),
    numbered as (
      select *, row_number() over (partition by what order by surname, given_name, id) as place from named
    ),
    told as (
      select what, count(*)::int as people, json_agg(${NAME} order by place)
        filter (where place <= ${NAMED_MOST}) as first
      from numbered group by what
    )
    select json_build_object('id', o.id, 'code', o.code, 'name', o.name) as organisation,
      (select coalesce(json_agg(distinct jsonb_build_object('id', h.id, 'surname', h.surname, 'givenName', h.given_name,
          'patronymic', h.patronymic)), '[]')
        from here e join registry.position j on j.id = e.position_id join registry.person h on h.id = e.person_id
        where e.organisation_id = o.id and j.key in ('директор', 'заведующий')) as heads,
      (select coalesce(json_agg(json_build_object('what', what, 'people', people, 'first', first)
          order by array_position(${[...CHECKS]}::text[], what)), '[]') from told) as checks
    from registry.organisation o where o.id = ${organisation}`.execute(db)
  return rows[0]
}

const NAME = sql`json_build_object('id', id, 'surname', surname, 'givenName', given_name, 'patronymic', patronymic)`
