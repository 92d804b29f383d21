import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'

export const Position = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  /** Null: brought by a file and not classified yet; who holds only such a position is no pedagogue. */
  pedagogical: z.boolean().nullable(),
  /** How files also write it, as they are compared. */
  aliases: z.array(z.string()),
  /** Employments in it, past ones too. */
  employments: z.int(),
  can: z.array(z.enum(['change', 'merge'])),
})
export type Position = z.infer<typeof Position>

export const PositionChange = z
  .strictObject({ name: z.string().trim().min(1).max(200), pedagogical: z.boolean() })
  .partial()
export type PositionChange = z.infer<typeof PositionChange>

export const listPositions = endpoint({
  id: 'listPositions',
  method: 'get',
  path: '/api/positions',
  summary: 'The classifier of positions',
  query: listQuery(['name', 'employments'], {
    q: z.string().trim().max(200).optional(),
    pedagogical: z.enum(['yes', 'no', 'unknown']).optional(),
  }),
  reply: listOf(Position),
})

export const changePosition = endpoint({
  id: 'changePosition',
  method: 'patch',
  path: '/api/positions/{id}',
  summary: 'Rename a position, or say whether it is pedagogical',
  params: IdParams,
  body: PositionChange,
  reply: Position,
  versioned: true,
})

export const mergePosition = endpoint({
  id: 'mergePosition',
  method: 'post',
  path: '/api/positions/{id}/merge',
  summary: 'Take an unclassified position for another spelling of this one',
  params: IdParams,
  body: z.strictObject({ into: Id }),
  reply: Position,
  versioned: true,
})
