import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../../platform/db/db.ts'
import { MISSING, type Missing, type Staff } from './staff.contract.ts'

type Sql = RawBuilder<unknown>

/**
 * SQL true where this is missing about an employment `e` of the person `p` in the position `j`. Experience, category,
 * education and subject are asked of pedagogues only, a subject of teachers only.
 */
export const IS_MISSING: Readonly<Record<Missing, Sql>> = {
  snils: sql`p.snils_hash is null`,
  experience: sql`j.pedagogical and e.experience_since is null`,
  category: sql`j.pedagogical and e.category_id is null`,
  education: sql`j.pedagogical and e.education_level_id is null`,
  position: sql`j.pedagogical is null`,
  subject: sql`j.key = 'учитель' and e.subject_ids = '{}'`,
}

/** People of an organisation on a day in numbers, in one statement. */
export async function countStaff(db: ReadDb, organisation: number, day: string): Promise<Staff> {
  const missing = MISSING.map(
    (what) => sql`json_build_object('what', ${what}::text, 'people',
      count(distinct e.person_id) filter (where ${IS_MISSING[what]}))`,
  )
  const { rows } = await sql<Staff>`
    with here as materialized (
      select e.* from registry.employment e
      where e.organisation_id = ${organisation} and e.hired_on <= ${day}
        and (e.dismissed_on is null or e.dismissed_on >= ${day})
    ),
    pedagogues as materialized (
      select distinct on (e.person_id) e.*, extract(year from age(${day}::date, p.birth_on))::int as age,
        extract(year from age(${day}::date, e.experience_since))::int as experience
      from here e join registry.person p on p.id = e.person_id join registry.position j on j.id = e.position_id
      where j.pedagogical
      order by e.person_id, e.main desc, e.rate desc, e.id
    )
    select ${day}::date as day, count(distinct e.person_id)::int as people,
      (select count(*) from pedagogues)::int as pedagogues, coalesce(sum(e.rate), 0)::float as rates,
      ${banded('age', [25, 35, 45, 55, 65])} as age,
      ${banded('experience', [3, 5, 10, 20, 30])} as experience,
      ${byValue('category_id')} as category,
      ${byValue('education_level_id')} as education,
      (select coalesce(json_agg(json_build_object('key', label, 'people', people) order by people desc, label), '[]') from (
        select v.label, count(*) as people from pedagogues g
        join registry.classifier_value v on v.id = any (g.subject_ids) group by v.label) s) as subject,
      json_build_array(${sql.join(missing)}) as missing
    from here e join registry.person p on p.id = e.person_id join registry.position j on j.id = e.position_id`.execute(
    db,
  )
  const [staff] = rows
  if (staff === undefined) throw new Error('counting answers with one row')
  return staff
}

/** Full years by bands: `-25`, `25-35` …, `65-`; the upper bound is not in the band. Null: not known. */
function banded(column: 'age' | 'experience', bounds: readonly number[]): Sql {
  const keys = [`-${bounds[0]}`, ...bounds.map((from, at) => `${from}-${bounds[at + 1] ?? ''}`)]
  const c = sql.ref(column)
  return sql`(select jsonb_agg(jsonb_build_object('key', b.key, 'people',
      (select count(*) from pedagogues where width_bucket(${c}, ${[...bounds]}::int[]) = b.place - 1
        and ${c} is not null)) order by b.place)
    || case when exists (select from pedagogues where ${c} is null)
      then jsonb_build_array(jsonb_build_object('key', null, 'people', (select count(*) from pedagogues where ${c} is null)))
      else '[]' end
    from unnest(${keys}::text[]) with ordinality b (key, place))`
}

function byValue(column: 'category_id' | 'education_level_id'): Sql {
  const c = sql.ref(column)
  return sql`(select coalesce(json_agg(json_build_object('key', label, 'people', people)
      order by label is null, people desc, label), '[]') from (
    select v.label, count(*) as people from pedagogues g
    left join registry.classifier_value v on v.id = g.${c} group by v.label) s)`
}
