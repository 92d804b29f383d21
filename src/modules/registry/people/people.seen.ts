import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import { IS_MISSING } from '../organisations/staff/staff.repo.ts'
import type { listPeople } from './people.contract.ts'
import { REMEMBERED } from './people.scope.ts'

type ListQuery = NonNullable<(typeof listPeople)['$in']>['query']
export type PeopleAsked = { readonly reach: Reach; readonly query: ListQuery; readonly today: string }

type Sql = RawBuilder<unknown>

/**
 * `seen`: one row for each person within reach with the employment that is told of them (null where there is none), its
 * organisation, and whether they are pedagogues as far as the reach shows. It is the last of a list of common tables.
 */
export function peopleSeen(asked: PeopleAsked): Sql {
  const { reach, query } = asked
  const day = query.activeOn ?? asked.today
  if (reach.district) {
    const seen = query.employed === 'yes' ? employedThen(day, sql`true`) : elsewhere(day, sql`true`)
    return sql`seen as (${limited(seen, asked, sql`true`)})`
  }
  const [people, organisations] = [bigints(reach.people), bigints(reach.organisations)]
  const isThem = sql`person_id = any (${people})`
  const isTheirs = sql`e.organisation_id = any (${organisations}) or e.person_id = any (${people})`
  const own = query.employed === 'yes' ? employedThen(day, isThem) : elsewhere(day, isThem)
  return sql`
    theirs as materialized (
      select e.id, e.person_id, e.organisation_id, e.position_id, e.hired_on, e.dismissed_on, e.rate, e.main,
        e.hired_on <= ${day} and (e.dismissed_on is null or e.dismissed_on >= ${day}) as is_active,
        bool_or(e.dismissed_on is null or e.dismissed_on >= ${asked.today}::date - ${REMEMBERED})
          over (partition by e.person_id) as is_remembered
      from registry.employment e
      where e.organisation_id = any (${organisations}) and e.person_id <> all (${people})
    ),
    seen as (${limited(sql`${own} union all ${query.employed === 'yes' ? ACTIVE_THERE : LEFT_THERE}`, asked, isTheirs)})`
}

const bigints = (ids: readonly number[]): Sql => sql`${[...ids]}::bigint[]`

/** Who is employed on the day, by their main employment of all. */
const employedThen = (day: string, which: Sql): Sql => sql`
  select person_id, employment_id, organisation_id, pedagogue
  from registry.person_span where from_on <= ${day} and to_on >= ${day} and ${which}`

/** Who is not, with their latest employment, if any. */
const elsewhere = (day: string, which: Sql): Sql => sql`
  select p.person_id, e.id as employment_id, e.organisation_id, null::boolean as pedagogue
  from (select id as person_id from registry.person) p
  left join lateral (
    select f.id, f.organisation_id from registry.employment f
    where f.person_id = p.person_id order by f.hired_on desc, f.id desc limit 1) e on true
  where ${which} and not exists (
    select from registry.person_span s where s.person_id = p.person_id and s.from_on <= ${day} and s.to_on >= ${day})`

/** The main employment among those at organisations within reach; the order is that of registry.rebuild_spans. */
const ACTIVE_THERE = sql`
  (select distinct on (t.person_id) t.person_id, t.id as employment_id, t.organisation_id,
    case when bool_or(j.pedagogical) over them then true when bool_or(j.pedagogical is null) over them then null
      else false end as pedagogue
  from theirs t
  join registry.position j on j.id = t.position_id
  join registry.organisation o on o.id = t.organisation_id
  where t.is_active and t.is_remembered
  window them as (partition by t.person_id)
  order by t.person_id, (j.pedagogical is true) desc, t.main desc, t.rate desc, t.hired_on, o.code_key collate "C",
    j.key collate "C", t.id)`

const LEFT_THERE = sql`
  (select distinct on (t.person_id) t.person_id, t.id as employment_id, t.organisation_id, null::boolean as pedagogue
  from theirs t
  where t.is_remembered and not exists (select from theirs a where a.person_id = t.person_id and a.is_active)
  order by t.person_id, t.hired_on desc, t.id desc)`

/** Of them those the filters leave: organisation and position are those of one employment on the day. */
function limited(seen: Sql, { query, today }: PeopleAsked, isVisible: Sql): Sql {
  const { id, organisation, position, pedagogue, employed, missing } = query
  const day = query.activeOn ?? today
  const conditions: Sql[] = []
  if (pedagogue !== undefined) conditions.push(PEDAGOGUE[pedagogue])
  if (id !== undefined) conditions.push(sql`s.person_id = any (${bigints(id)})`)
  if (organisation !== undefined || position !== undefined || missing !== undefined) {
    const which = [
      sql`e.person_id = s.person_id`,
      organisation === undefined ? sql`true` : sql`e.organisation_id = any (${bigints(organisation)})`,
      position === undefined ? sql`true` : sql`e.position_id = any (${bigints(position)})`,
      employed === 'yes'
        ? sql`e.hired_on <= ${day} and (e.dismissed_on is null or e.dismissed_on >= ${day}) and (${isVisible})`
        : sql`e.id = s.employment_id`,
      missing === undefined ? sql`true` : IS_MISSING[missing],
    ]
    const places =
      missing === undefined
        ? sql`registry.employment e`
        : sql`registry.employment e join registry.position j on j.id = e.position_id
            join registry.person p on p.id = e.person_id`
    conditions.push(sql`exists (select from ${places} where ${sql.join(which, sql` and `)})`)
  }
  if (conditions.length === 0) return seen
  return sql`select s.* from (${seen}) s where ${sql.join(conditions, sql` and `)}`
}

const PEDAGOGUE = {
  yes: sql`s.pedagogue`,
  no: sql`not s.pedagogue`,
  unknown: sql`s.pedagogue is null`,
} as const
