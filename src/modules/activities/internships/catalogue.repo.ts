import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type {
  HostChange,
  InternshipHost,
  InternshipModel,
  listInternshipHosts,
  listInternshipModels,
  ModelChange,
  NewHost,
  NewModel,
} from './catalogue.contract.ts'

type ModelQuery = NonNullable<(typeof listInternshipModels)['$in']>['query']
type HostQuery = NonNullable<(typeof listInternshipHosts)['$in']>['query']
export type StoredHost = Omit<InternshipHost, 'can'>

const MODEL = sql`m.id, m.version, m.title, m.virtual, m.about, m.hours::float8 as hours, to_json(m.tasks) as tasks, m.retired,
  (select count(*)::int from activities.internship i where i.model_id = m.id and i.state = 'finished') as finished`

export async function findModels(
  db: ReadDb,
  { q, retired, sort = ['title'], ...page }: ModelQuery,
): Promise<{ items: InternshipModel[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const where = sql`${q ? sql`m.title ilike ${anywhere(q)}` : sql`true`}
    and ${retired ? sql`m.retired = ${retired === 'yes'}` : sql`true`}`
  const [items, count] = await Promise.all([
    sql<InternshipModel>`select ${MODEL} from activities.internship_model m where ${where}
      order by ${orderOf(sort, { title: sql`title`, hours: sql`hours` }, sql`id`)} limit ${limit} offset ${offset}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total from activities.internship_model m where ${where}`.execute(db),
  ])
  return { items: items.rows, total: count.rows[0]?.total ?? 0 }
}

export async function findModel(db: ReadDb, id: number): Promise<InternshipModel | undefined> {
  const { rows } = await sql<InternshipModel>`
    select ${MODEL} from activities.internship_model m where m.id = ${id}`.execute(db)
  return rows[0]
}

/** Fails with 23505 where there is a model of this title. */
export async function insertModel(tx: Tx, { tasks, ...model }: NewModel): Promise<number> {
  const { id } = await tx
    .insertInto('activities.internship_model')
    .values({ ...model, tasks: [...tasks] })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when the version is another one by now. */
export async function updateModel(tx: Tx, id: number, version: number, change: ModelChange): Promise<boolean> {
  const done = await tx
    .updateTable('activities.internship_model')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const HOST = (today: string): RawBuilder<unknown> => sql`h.id, h.version, h.organisation_id as "organisationId",
  coalesce(o.name, h.outside) as name, h.places, h.equipment, h.contact, h.retired,
  (select count(*)::int from activities.internship i where i.host_id = h.id and i.state = 'arranged'
    and ${today} between i.starts_on and i.ends_on) as taken`
const HOSTS = sql`activities.internship_host h left join registry.organisation o on o.id = h.organisation_id`

export async function findHosts(
  db: ReadDb,
  { q, retired, sort = ['name'], ...page }: HostQuery,
  today: string,
): Promise<{ items: StoredHost[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const where = sql`${q ? sql`coalesce(o.name, h.outside) ilike ${anywhere(q)}` : sql`true`}
    and ${retired ? sql`h.retired = ${retired === 'yes'}` : sql`true`}`
  const [items, count] = await Promise.all([
    sql<StoredHost>`select ${HOST(today)} from ${HOSTS} where ${where}
      order by ${orderOf(sort, { name: sql`name`, places: sql`places` }, sql`id`)} limit ${limit} offset ${offset}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total from ${HOSTS} where ${where}`.execute(db),
  ])
  return { items: items.rows, total: count.rows[0]?.total ?? 0 }
}

export async function findHost(db: ReadDb, id: number, today: string): Promise<StoredHost | undefined> {
  const { rows } = await sql<StoredHost>`select ${HOST(today)} from ${HOSTS} where h.id = ${id}`.execute(db)
  return rows[0]
}

/** Fails with 23505 where it takes people already. */
export async function insertHost(tx: Tx, { organisationId, ...host }: NewHost): Promise<number> {
  const { id } = await tx
    .insertInto('activities.internship_host')
    .values({ organisation_id: organisationId, ...host })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when the version is another one by now. */
export async function updateHost(tx: Tx, id: number, version: number, change: HostChange): Promise<boolean> {
  const done = await tx
    .updateTable('activities.internship_host')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whose place it is; null: of nobody here. */
export async function findHostPlace(db: ReadDb, id: number): Promise<{ organisationId: number | null } | undefined> {
  return await db
    .selectFrom('activities.internship_host')
    .select('organisation_id as organisationId')
    .where('id', '=', id)
    .executeTakeFirst()
}
