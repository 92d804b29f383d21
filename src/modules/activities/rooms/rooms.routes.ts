import { covers, type Scope } from '../../../platform/access/access.ts'
import { type ReadDb, sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import * as contract from './rooms.contract.ts'
import * as repo from './rooms.repo.ts'

const UNIQUE = '23505'

/** A room belongs to the organisation whose it is. */
async function scopeOfRoom({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> {
  const room = await repo.findRoom(db, params.id)
  return room && { organisations: [room.organisation.id] }
}

export const roomRoutes: readonly Route[] = [
  query(contract.listRooms, {
    may: 'event.read',
    run: async (context, { query: asked }) => {
      const { items, total } = await repo.findRooms(context.db, asked)
      const can = context.mayAlso('event.manage') ? ['add' as const] : []
      return { items: items.map((room) => tell(room, context)), total, can }
    },
  }),
  command(contract.addRoom, {
    may: 'event.manage',
    run: async (context, { body }) => {
      const { tx, reach, note } = context
      const { organisationId } = body
      const organisation = await tx
        .selectFrom('registry.organisation')
        .select('id')
        .where('id', '=', organisationId)
        .executeTakeFirst()
      if (organisation === undefined) throw invalidField('organisationId', 'reference_unknown')
      if (!covers(reach, { organisations: [organisationId] })) throw invalidField('organisationId', 'outside_reach')
      const id = await refuseTakenName(() => repo.insertRoom(tx, body))
      note({ kind: 'room', id })
      return await getRoom(context, tx, id)
    },
  }),
  command(contract.changeRoom, {
    may: 'event.manage',
    over: scopeOfRoom,
    run: async (context, { params: { id }, body }) => {
      const { tx, note, expectedVersion } = context
      note({ kind: 'room', id, details: { fields: Object.keys(body) } })
      if (!(await refuseTakenName(() => repo.updateRoom(tx, id, expectedVersion, body)))) {
        throw new Refusal('version_conflict', 'version_conflict')
      }
      return await getRoom(context, tx, id)
    },
  }),
]

async function getRoom(context: RequestContext, db: ReadDb, id: number): Promise<contract.Room> {
  const found = await repo.findRoom(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tell(found, context)
}

function tell(room: repo.StoredRoom, { reachAlso }: RequestContext): contract.Room {
  const managed = reachAlso('event.manage')
  const changes = managed !== undefined && covers(managed, { organisations: [room.organisation.id] })
  return { ...room, can: changes ? ['change'] : [] }
}

async function refuseTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('name', 'room_taken')
    throw error
  }
}
