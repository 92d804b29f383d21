import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderBy, pageOf } from '../../../platform/db/listing.ts'
import type { listRooms, Room, RoomChange } from './rooms.contract.ts'

export type StoredRoom = Omit<Room, 'can'>

const rooms = (db: ReadDb) =>
  db
    .selectFrom('activities.room')
    .innerJoin('registry.organisation as o', 'o.id', 'activities.room.organisation_id')
    .select([
      'activities.room.id as id',
      'activities.room.version as version',
      'activities.room.name as name',
      'activities.room.seats as seats',
      'activities.room.equipment as equipment',
      sql<boolean>`activities.room.retired_at is not null`.as('retired'),
      sql<Room['organisation']>`json_build_object('id', o.id, 'code', o.code, 'name', o.name)`.as('organisation'),
    ])

type ListQuery = NonNullable<(typeof listRooms)['$in']>['query']

export async function findRooms(db: ReadDb, query: ListQuery): Promise<{ items: StoredRoom[]; total: number }> {
  const { q, organisation, retired } = query
  const matching = sql<boolean>`${q ? sql`(activities.room.name ilike ${anywhere(q)} or o.name ilike ${anywhere(q)})` : sql`true`}
    and ${organisation ? sql`o.id = any (${organisation}::bigint[])` : sql`true`}
    and ${retired ? sql`(activities.room.retired_at is not null) = ${retired === 'yes'}` : sql`true`}`
  const { limit, offset } = pageOf(query)
  const found = rooms(db).where(matching)
  const [items, count] = await Promise.all([
    orderBy(found, query.sort ?? ['organisation', 'name'], {
      organisation: sql.ref('o.name'),
      name: sql.ref('activities.room.name'),
      seats: sql.ref('activities.room.seats'),
    })
      .limit(limit)
      .offset(offset)
      .execute(),
    found.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ])
  return { items, total: count.total }
}

export async function findRoom(db: ReadDb, id: number): Promise<StoredRoom | undefined> {
  return await rooms(db).where('activities.room.id', '=', id).executeTakeFirst()
}

type NewRoom = {
  readonly organisationId: number
  readonly name: string
  readonly seats: number | null
  readonly equipment: string
}

/** Fails with 23505 where the organisation has a room of this name. */
export async function insertRoom(tx: Tx, { organisationId, ...room }: NewRoom): Promise<number> {
  const row = await tx
    .insertInto('activities.room')
    .values({ organisation_id: organisationId, ...room })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. */
export async function updateRoom(tx: Tx, id: number, version: number, change: RoomChange): Promise<boolean> {
  const { retired, ...same } = change
  const done = await tx
    .updateTable('activities.room')
    .set({
      ...same,
      ...(retired !== undefined && { retired_at: retired ? sql`coalesce(retired_at, now())` : null }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
