import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'

const fields = {
  name: z.string().trim().min(1).max(200),
  seats: z.int().min(1).max(100_000).nullable(),
  equipment: z.string().trim().max(1000),
}

/** Where events take place, of an organisation. */
const Room = z.object({
  id: Id,
  version: z.int(),
  organisation: z.object({ id: Id, code: z.string(), name: z.string() }),
  name: z.string(),
  seats: z.int().nullable(),
  equipment: z.string(),
  /** No longer offered; events that took place there still say so. */
  retired: z.boolean(),
  can: z.array(z.enum(['change'])),
})
export type Room = z.infer<typeof Room>

export const listRooms = endpoint({
  id: 'listRooms',
  method: 'get',
  path: '/api/rooms',
  summary: 'Rooms in which events take place',
  query: listQuery(['organisation', 'name', 'seats'], {
    q: z.string().trim().max(200).optional(),
    organisation: manyOf(Id),
    retired: z.enum(['yes', 'no']).optional(),
  }),
  reply: listOf(Room).extend({ can: z.array(z.enum(['add'])) }),
})

export const addRoom = endpoint({
  id: 'addRoom',
  method: 'post',
  path: '/api/rooms',
  summary: 'Add a room of an organisation',
  body: z.strictObject({
    organisationId: Id,
    ...fields,
    seats: fields.seats.default(null),
    equipment: fields.equipment.default(''),
  }),
  reply: Room,
})

export const RoomChange = z.strictObject({ ...fields, retired: z.boolean() }).partial()
export type RoomChange = z.infer<typeof RoomChange>

export const changeRoom = endpoint({
  id: 'changeRoom',
  method: 'patch',
  path: '/api/rooms/{id}',
  summary: 'Change a room, or offer it no more',
  params: IdParams,
  body: RoomChange,
  reply: Room,
  versioned: true,
})
