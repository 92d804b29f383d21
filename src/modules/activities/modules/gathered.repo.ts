import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { ProgrammeKind } from '../programmes/programmes.contract.ts'
import type { LEARNING_FORM_WORDS } from '../terms.ts'
import type { Gathered, listGathered } from './gathered.contract.ts'

/**
 * Of these programmes `p` in or out of the register: who completed all modules that everybody takes and enough of the
 * elective ones. A module of an earlier edition is the same where it goes by the same title. Whoever completed a whole run
 * of one of these editions, or all of it without a group, or was given a document for the modules, has what there is to have.
 */
const gatheredOf = (programmes: RawBuilder<unknown>) => sql`(
  with recursive edition (root, id) as (
    select p.id, p.id from activities.programme p where p.state in ('registered', 'retired') and ${programmes}
    union
    select n.root, o.renews_id from edition n join activities.programme o on o.id = n.id where o.renews_id is not null
  ), done as (
    select n.root, c.person_id, m.id as module, m.elective, min(coalesce(e.held_on, s.starts_on)) as starts_on,
      min(c.completed_on) as ends_on
    from edition n
    join activities.programme_module d on d.programme_id = n.id
    join activities.completed_module c on c.module_id = d.id
    left join activities.event e on e.id = c.event_id
    left join activities.self_study s on s.id = c.self_study_id
    join activities.programme_module m on m.programme_id = n.root and (m.id = d.id or m.title = d.title)
    group by n.root, c.person_id, m.id, m.elective
  )
  select d.root as programme, d.person_id as person, count(*)::int as modules, min(d.starts_on) as starts_on,
    max(d.ends_on) as ends_on
  from done d join activities.programme p on p.id = d.root
  where not exists (select from activities.programme_completion k join activities.programme q on q.id = k.programme_id
      where k.person_id = d.person_id
        and (q.value_id = p.value_id or exists (select from edition n where n.root = d.root and n.id = q.id)))
    and not exists (select from activities.completion k join activities.event e on e.id = k.event_id
      join edition n on n.root = d.root and n.id = e.programme_id
      where k.person_id = d.person_id and k.completed
        and not exists (select from activities.run_module r where r.event_id = e.id))
    and not exists (select from activities.self_study s join edition n on n.root = d.root and n.id = s.programme_id
      where s.person_id = d.person_id and s.state = 'finished' and not s.is_part)
  group by d.root, d.person_id, p.electives
  having count(*) filter (where not d.elective)
      = (select count(*) from activities.programme_module m where m.programme_id = d.root and not m.elective)
    and count(*) filter (where d.elective) >= p.electives)`

const NAME = sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`
const SORTS = { name: NAME, endsOn: sql`g.ends_on` } as const

type Query = NonNullable<(typeof listGathered)['$in']>['query']

export async function findGathered(
  db: ReadDb,
  programme: number,
  { page, size, sort = ['name'] }: Query,
): Promise<{ items: Gathered[]; total: number }> {
  const { limit, offset } = pageOf({ page, size })
  const orders = sort.map((key) =>
    key.startsWith('-') ? sql`${SORTS[key.slice(1) as keyof typeof SORTS]} desc` : SORTS[key as keyof typeof SORTS],
  )
  const from = gatheredOf(sql`p.id = ${programme}`)
  const [{ rows }, count] = await Promise.all([
    sql<Gathered>`
      select json_build_object('id', h.id, 'name', ${NAME}) as person, g.modules, g.starts_on as "startsOn",
        g.ends_on as "endsOn"
      from ${from} g join registry.person h on h.id = g.person
      order by ${sql.join([...orders, sql`h.id`])} limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${from} g`.execute(db),
  ])
  return { items: rows, total: count.rows[0]?.total ?? 0 }
}

/** Those of these people, with the days between which they completed the modules. */
export async function findGatheredOf(
  tx: Tx,
  programme: number,
  people: readonly number[],
): Promise<{ person: number; startsOn: string; endsOn: string }[]> {
  const { rows } = await sql<{ person: number; startsOn: string; endsOn: string }>`
    select g.person, g.starts_on as "startsOn", g.ends_on as "endsOn" from ${gatheredOf(sql`p.id = ${programme}`)} g
    where g.person = any (${[...people]}::bigint[])`.execute(tx)
  return rows
}

/** In how many programmes how many people wait; which, where it is a single one. */
export async function countGathered(db: ReadDb): Promise<{ people: number; programmes: number; only: number | null }> {
  const { rows } = await sql<{ people: number; programmes: number; only: number | null }>`
    select count(*)::int as people, count(distinct g.programme)::int as programmes, min(g.programme) as only
    from ${gatheredOf(sql`(exists (select from activities.event e
        join activities.run_module r on r.event_id = e.id where e.programme_id = p.id)
      or exists (select from activities.self_study s where s.programme_id = p.id and s.state = 'finished'
        and s.is_part))`)} g`.execute(db)
  return rows[0] ?? { people: 0, programmes: 0, only: null }
}

export type Taught = {
  readonly title: string
  readonly kind: ProgrammeKind
  readonly form: keyof typeof LEARNING_FORM_WORDS
  readonly hours: number
  readonly topic: number | null
  readonly provider: string
}

/** Undefined outside the register. */
export async function findTaught(db: ReadDb, programme: number): Promise<Taught | undefined> {
  const { rows } = await sql<Taught>`
    select p.title, p.kind, p.form, p.hours::float8 as hours, p.topic_id as topic,
      coalesce((select coalesce(o.name, v.outside) from activities.programme_provider v
          left join registry.organisation o on o.id = v.organisation_id
          where v.programme_id = p.id order by v.place limit 1),
        (select o.name from activities.event e join registry.organisation o on o.id = e.organiser_id
          where e.programme_id = p.id order by e.held_on desc limit 1)) as provider
    from activities.programme p where p.id = ${programme} and p.state in ('registered', 'retired')`.execute(db)
  return rows[0]
}

type Completed = {
  readonly person: number
  readonly endsOn: string
  readonly learning: number | null
}

export async function insertProgrammeCompletions(
  tx: Tx,
  { programme, batch }: { readonly programme: number; readonly batch: number | null },
  completed: readonly Completed[],
): Promise<void> {
  const rows = completed.map(({ person, endsOn, learning }) => ({
    ...{ programme_id: programme, person_id: person, completed_on: endsOn, learning_id: learning, batch_id: batch },
  }))
  await tx.insertInto('activities.programme_completion').values(rows).execute()
}
