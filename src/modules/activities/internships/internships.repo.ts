import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type {
  Internship,
  InternshipEntry,
  InternshipLine,
  InternshipTask,
  listInternships,
} from './internships.contract.ts'

export type StoredInternship = Omit<Internship, 'can' | 'entries' | 'minutes' | 'done'> & {
  readonly hostOrganisationId: number | null
  readonly learningId: number | null
}

const NAME = (alias: string): RawBuilder<unknown> =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.surname`)}, ${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.patronymic`)})`

const BASE = sql`i.id, i.version, i.starts_on as "startsOn", i.ends_on as "endsOn", i.state,
  json_build_object('id', p.id, 'name', ${NAME('p')}) as person,
  json_build_object('id', m.id, 'title', m.title, 'virtual', m.virtual, 'hours', m.hours) as model,
  json_build_object('id', h.id, 'name', coalesce(o.name, h.outside)) as host`

const FROM = sql`activities.internship i join registry.person p on p.id = i.person_id
  join activities.internship_model m on m.id = i.model_id
  join activities.internship_host h on h.id = i.host_id left join registry.organisation o on o.id = h.organisation_id`

type ListQuery = NonNullable<(typeof listInternships)['$in']>['query']

/** Of those one employs, at one's organisation, of oneself, and those one guides. */
function within({ district, organisations, people }: Reach, today: string): RawBuilder<unknown> {
  if (district) return sql`true`
  const [own, places] = [sql`any (${[...people]}::bigint[])`, sql`any (${[...organisations]}::bigint[])`]
  return sql`(i.person_id = ${own} or h.organisation_id = ${places}
    or exists (select from activities.internship_supervisor s where s.internship_id = i.id and s.person_id = ${own})
    or exists (select from registry.employment e where e.person_id = i.person_id and e.organisation_id = ${places}
      and (e.dismissed_on is null or e.dismissed_on >= ${today}::date - interval '1 year')))`
}

const SORTS = { startsOn: sql`i.starts_on`, person: sql`p.surname`, host: sql`coalesce(o.name, h.outside)` } as const

export async function findInternships(
  db: ReadDb,
  { q, state, model, host, sort = ['-startsOn'], ...page }: ListQuery,
  { reach, today }: { readonly reach: Reach; readonly today: string },
): Promise<{ items: InternshipLine[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const where = sql.join(
    [
      within(reach, today),
      ...(q ? [sql`(${NAME('p')} ilike ${anywhere(q)} or m.title ilike ${anywhere(q)})`] : []),
      ...(state ? [sql`i.state = any (${state}::text[])`] : []),
      ...(model ? [sql`i.model_id = ${model}`] : []),
      ...(host ? [sql`i.host_id = ${host}`] : []),
    ],
    sql` and `,
  )
  const [items, count] = await Promise.all([
    sql<InternshipLine>`select ${BASE}, jsonb_array_length(i.tasks) as tasks,
        (select count(*)::int from jsonb_array_elements(i.tasks) t where t ->> 'doneOn' is not null) as done
      from ${FROM} where ${where} order by ${orderOf(sort, SORTS, sql`i.id`)} limit ${limit} offset ${offset}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total from ${FROM} where ${where}`.execute(db),
  ])
  return { items: items.rows, total: count.rows[0]?.total ?? 0 }
}

export async function findInternship(db: ReadDb, id: number): Promise<StoredInternship | undefined> {
  const { rows } = await sql<StoredInternship>`
    select ${BASE}, i.tasks, m.about, h.equipment, h.contact, h.organisation_id as "hostOrganisationId",
      i.finished_on as "finishedOn", i.cancelled_for as "cancelledFor", i.learning_id as "learningId",
      (select json_build_object('personId', s.person_id, 'name', coalesce(s.guest, ${NAME('g')}))
        from activities.internship_supervisor s left join registry.person g on g.id = s.person_id
        where s.internship_id = i.id) as supervisor
    from ${FROM} where i.id = ${id}`.execute(db)
  return rows[0]
}

export async function lockInternship(tx: Tx, id: number): Promise<StoredInternship | undefined> {
  await sql`select 1 from activities.internship where id = ${id} for update`.execute(tx)
  return await findInternship(tx, id)
}

export async function findEntries(db: ReadDb, internship: number): Promise<InternshipEntry[]> {
  const { rows } = await sql<InternshipEntry>`
    select e.id, e.on_day as day, e.what, e.minutes,
      (select a.name from identity.account a where a.id = e.entered_by) as by
    from activities.internship_entry e where e.internship_id = ${internship} order by e.on_day, e.id`.execute(db)
  return rows
}

type NewEntry = Pick<InternshipEntry, 'day' | 'what' | 'minutes'> & {
  readonly internship: number
  readonly person: number
  readonly enteredBy: number | null
}

export async function insertEntry(tx: Tx, { internship, person, day, enteredBy, ...entry }: NewEntry): Promise<void> {
  await tx
    .insertInto('activities.internship_entry')
    .values({ internship_id: internship, person_id: person, on_day: day, entered_by: enteredBy, ...entry })
    .execute()
}

/** False where the log has no such line. */
export async function deleteEntry(tx: Tx, internship: number, id: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.internship_entry')
    .where('internship_id', '=', internship)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** How many places of the host are taken on the fullest of these days; nobody takes one until the transaction is over. */
export async function countTaken(
  tx: Tx,
  host: number,
  { from, to, but }: { readonly from: string; readonly to: string; readonly but: number | null },
): Promise<number> {
  await sql`select 1 from activities.internship_host where id = ${host} for update`.execute(tx)
  const { rows } = await sql<{ most: number }>`
    select coalesce(max(taken), 0)::int as most from (
      select count(*) as taken from generate_series(${from}::date, ${to}::date, interval '1 day') as d (day)
      join activities.internship i on i.host_id = ${host} and i.state = 'arranged' and i.id is distinct from ${but}::bigint
        and d.day between i.starts_on and i.ends_on
      group by d.day) as days`.execute(tx)
  return rows[0]?.most ?? 0
}

type NewInternship = {
  readonly person_id: number
  readonly model_id: number
  readonly host_id: number
  readonly starts_on: string
  readonly ends_on: string
  readonly arranged_by: number | null
  readonly tasks: readonly InternshipTask[]
}

export async function insertInternship(tx: Tx, { tasks, ...columns }: NewInternship): Promise<number> {
  const { id } = await tx
    .insertInto('activities.internship')
    .values({ ...columns, tasks: JSON.stringify(tasks) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type InternshipSet = Readonly<
  Partial<{
    starts_on: string
    ends_on: string
    state: Internship['state']
    tasks: string
    finished_on: string | null
    learning_id: number | null
    cancelled_for: string
  }>
>

/** False when the version is another one by now. */
export async function updateInternship(tx: Tx, id: number, version: number, set: InternshipSet): Promise<boolean> {
  const done = await tx
    .updateTable('activities.internship')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type Supervisor = { readonly person: number | null; readonly guest: string | null }

/** Nobody guides it where neither is given. */
export async function replaceSupervisor(tx: Tx, internship: number, { person, guest }: Supervisor): Promise<void> {
  await tx.deleteFrom('activities.internship_supervisor').where('internship_id', '=', internship).execute()
  if (person === null && guest === null) return
  await tx
    .insertInto('activities.internship_supervisor')
    .values({ internship_id: internship, person_id: person, guest })
    .execute()
}
