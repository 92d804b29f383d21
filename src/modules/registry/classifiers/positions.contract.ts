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
  /** People employed in it today. */
  holders: z.int(),
  /** Of these, who would be pedagogues today if it were classified so. */
  undecided: z.int(),
  /** Files that brought employments in it, some of them. */
  files: z.array(z.string()),
  can: z.array(z.enum(['change', 'merge'])),
})
export type Position = z.infer<typeof Position>

export const PositionChange = z
  .strictObject({ name: z.string().trim().min(1).max(200), pedagogical: z.boolean().nullable() })
  .partial()
export type PositionChange = z.infer<typeof PositionChange>

export const listPositions = endpoint({
  id: 'listPositions',
  method: 'get',
  path: '/api/positions',
  summary: 'The classifier of positions',
  query: listQuery(['name', 'employments', 'holders'], {
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

export const classifyPositions = endpoint({
  id: 'classifyPositions',
  method: 'post',
  path: '/api/positions/classify',
  summary: 'Say of several positions at once whether they are pedagogical; null: not decided, as files brought them',
  body: z.strictObject({ ids: z.array(Id).min(1).max(200), pedagogical: z.boolean().nullable() }),
  reply: z.object({
    /** Positions of which it was said otherwise before. */
    changed: z.int(),
    /** People who count among the pedagogues of today since this, and those who do no more. */
    entered: z.int(),
    left: z.int(),
  }),
})
