import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../../platform/contract.ts'

const Guest = z.object({ id: Id, name: z.string(), organisation: z.string() })
export type Guest = z.infer<typeof Guest>

export const listGuests = endpoint({
  id: 'listGuests',
  method: 'get',
  path: '/api/events/{id}/guests',
  summary: 'Guests of an event by name, who are nobody of the district; the names go half a year after it',
  params: IdParams,
  query: listQuery(['name'], {}).omit({ sort: true }),
  reply: listOf(Guest).extend({ /** As it was held; null before. */ counted: z.int().nullable() }),
})

export const addGuest = endpoint({
  id: 'addGuest',
  method: 'post',
  path: '/api/events/{id}/guests',
  summary: 'Add a guest; named again it changes nothing',
  params: IdParams,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    organisation: z.string().trim().max(300).default(''),
  }),
  reply: Guest,
})

export const removeGuest = endpoint({
  id: 'removeGuest',
  method: 'delete',
  path: '/api/events/{id}/guests/{guestId}',
  summary: 'Take a guest off',
  params: IdParams.extend({ guestId: Id }),
  reply: Nothing,
})
