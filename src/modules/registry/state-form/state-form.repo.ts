import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import {
  AGE_LINES,
  EXPERIENCE_LINES,
  LINES,
  type Line,
  type StateForm,
  type StateFormLine,
  type UnknownLine,
  WOMEN_LINES,
} from './state-form.contract.ts'

type Sql = RawBuilder<unknown>

/** Lower bounds of all lines but the first. */
const AGES = [25, 30, 35, 40, 45, 50, 55, 60, 65]
const YEARS = [3, 5, 10, 15, 20]

const between = (column: string, bounds: readonly number[], place: number): Sql =>
  sql`width_bucket(${sql.ref(column)}, ${[...bounds]}::int[]) = ${place}`

/** SQL true of a pedagogue `g` who stands in the line. */
const IS_IN: Readonly<Record<Line, Sql>> = {
  all: sql`true`,
  women: sql`g.sex = 'female'`,
  higher: sql`g.higher`,
  highest: sql`g.highest`,
  first: sql`g.first and not g.highest`,
  ...linesOf(AGE_LINES, (place) => between('g.age', AGES, place)),
  ...linesOf(WOMEN_LINES, (place) => sql`g.sex = 'female' and ${between('g.age', AGES, place)}`),
  ...linesOf(EXPERIENCE_LINES, (place) => between('g.experience', YEARS, place)),
}

const IS_UNKNOWN: Readonly<Record<UnknownLine, Sql>> = {
  experienceUnknown: sql`g.experience is null`,
  sexUnknown: sql`g.sex is null`,
  outsideUnknown: sql`g.outside is null`,
}

function linesOf<L extends string>(lines: readonly L[], condition: (place: number) => Sql): Record<L, Sql> {
  return Object.fromEntries(lines.map((line, place) => [line, condition(place)])) as Record<L, Sql>
}

type Asked = { readonly reach: Reach; readonly year: number; readonly organisation?: number }

/**
 * Table expressions: `form`, an organisation each with the days it counts on, and `g`, the pedagogues who work there on
 * that day, each once. `outside` is true of part-timers from outside, null where neither the kind of employment nor a mark
 * of the main place tells.
 */
const counting = ({ reach, year, organisation }: Asked): Sql => sql`
  form as (
    select o.id, o.code, o.name, o.type, f.told, f.at, coalesce(f.version, 0) as version,
      coalesce(f.staff_on, case o.type when 'kindergarten' then make_date(${year}, 12, 31)
        else make_date(${year}, 9, 20) end) as staff_on,
      make_date(${year} + 1, 1, 1) as ages_on
    from registry.organisation o
    left join registry.state_form f on f.organisation_id = o.id and f.year = ${year}
    where (${reach.district} or o.id = any (${[...reach.organisations]}::bigint[]))
      and (${organisation ?? null}::bigint is null or o.id = ${organisation ?? null})
  ),
  everybody as materialized (
    select form.id as organisation_id, p.id, p.sex,
      extract(year from age(form.ages_on, p.birth_on))::int as age,
      extract(year from age(form.staff_on, case when min(e.experience_since) > form.staff_on then form.staff_on else min(e.experience_since) end))::int as experience,
      bool_or(v.key like 'высшее%') as higher,
      coalesce(bool_or(k.key like 'высшая%' and ${isHeld}), false) as highest,
      coalesce(bool_or(k.key like 'первая%' and ${isHeld}), false) as first,
      (array_agg(j.name order by e.main desc, e.rate desc, e.id))[1] as position,
      case when bool_or(e.main or e.kind in ('main', 'inner')) then false when bool_or(e.kind = 'outer') then true end as outside
    from form
    join registry.employment e on e.organisation_id = form.id and e.hired_on <= form.staff_on
      and (e.dismissed_on is null or e.dismissed_on >= form.staff_on)
    join registry.position j on j.id = e.position_id and j.pedagogical
    join registry.person p on p.id = e.person_id
    left join registry.classifier_value v on v.id = e.education_level_id
    left join registry.classifier_value k on k.id = e.category_id
    group by form.id, form.staff_on, form.ages_on, p.id, p.sex, p.birth_on
  ),
  g as (select * from everybody where not outside)`

const isHeld = sql`coalesce(registry.category_end(k.key, e.category_on, e.category_until) >= form.staff_on, true)`

const countedIn = (line: Line): Sql => sql`${line}::text, count(g.id) filter (where ${IS_IN[line]})`

/** Nothing where there is no such organisation within reach. */
export async function findStateForm(
  db: ReadDb,
  asked: Asked & { organisation: number },
): Promise<StateForm | undefined> {
  const { rows } = await sql<Omit<StateForm, 'writtenAt'> & { readonly writtenAt: Date | null }>`
    with ${counting(asked)}
    select json_build_object('id', form.id, 'code', form.code, 'name', form.name) as organisation, ${asked.year}::int as year,
      case form.type when 'kindergarten' then 'k85' when 'school' then 'oo1' when 'methodical_centre' then 'pk1' else 'dop1' end as form,
      form.staff_on as "staffOn", form.ages_on as "agesOn", coalesce(form.told, '{}') as told,
      json_build_object(${sql.join(LINES.map(countedIn))}) as counted,
      (count(g.id) filter (where g.experience is null))::int as "experienceUnknown",
      (count(g.id) filter (where g.sex is null))::int as "sexUnknown",
      (select count(*) from everybody where outside is null)::int as "outsideUnknown",
      form.at as "writtenAt", form.version
    from form left join g on g.organisation_id = form.id
    group by form.id, form.code, form.name, form.type, form.staff_on, form.ages_on, form.told, form.at, form.version`.execute(
    db,
  )
  const [found] = rows
  return found && { ...found, writtenAt: found.writtenAt?.toISOString() ?? null }
}

/** Organisations with pedagogues or with a form, those first that differ most, then those that have written nothing. */
export async function findStateForms(db: ReadDb, asked: Asked): Promise<StateFormLine[]> {
  const { rows } = await sql<StateFormLine>`
    with ${counting(asked)},
    line as (
      select form.id, form.code, form.name, form.told,
        jsonb_build_object(${sql.join(LINES.map(countedIn))}) as counted
      from form left join g on g.organisation_id = form.id
      group by form.id, form.code, form.name, form.told
    )
    select json_build_object('id', id, 'code', code, 'name', name) as organisation,
      (told ->> 'all')::int as told, (counted ->> 'all')::int as counted,
      case when told is not null then (select count(*) from jsonb_each(told) t where t.value <> counted -> t.key)::int end
        as different
    from line where told is not null or (counted ->> 'all')::int > 0
    order by different desc nulls last, name, id`.execute(db)
  return rows
}

export type FormMember = {
  readonly id: number
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly position: string
  readonly age: number
  readonly experience: number | null
}

export async function findStateFormMembers(
  db: ReadDb,
  asked: Asked & { organisation: number },
  line: Line | UnknownLine,
): Promise<FormMember[]> {
  const among = line === 'outsideUnknown' ? sql`everybody` : sql`g`
  const condition = { ...IS_IN, ...IS_UNKNOWN }[line]
  const { rows } = await sql<FormMember>`
    with ${counting(asked)}
    select p.id, p.surname, p.given_name as "givenName", p.patronymic, g.position, g.age, g.experience
    from ${among} as g join registry.person p on p.id = g.id
    where ${condition}
    order by p.surname, p.given_name, p.id`.execute(db)
  return rows
}

type Written = {
  readonly organisation: number
  readonly year: number
  readonly version: number
  readonly staffOn: string
  readonly told: object
  readonly account: number | null
}

/** Writes the form where it still has the version that was seen (0: none yet). Tells whether it did. */
export async function writeStateForm(
  tx: Tx,
  { organisation, year, version, staffOn, told, account }: Written,
): Promise<boolean> {
  const { rows } =
    version === 0
      ? await sql`insert into registry.state_form (organisation_id, year, staff_on, told, account_id)
          values (${organisation}, ${year}, ${staffOn}, ${JSON.stringify(told)}, ${account})
          on conflict do nothing returning version`.execute(tx)
      : await sql`update registry.state_form
          set staff_on = ${staffOn}, told = ${JSON.stringify(told)}, account_id = ${account}, at = now(), version = version + 1
          where organisation_id = ${organisation} and year = ${year} and version = ${version} returning version`.execute(
          tx,
        )
  return rows.length > 0
}
