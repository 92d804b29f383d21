import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../../platform/contract.ts'

/** More stands on no list of a hall. */
export const LINES = 1_000

const Candidate = z.object({ id: Id, name: z.string(), organisation: z.string().nullable() })

const Line = z.object({
  /** As the file numbers it. */
  row: z.int(),
  text: z.string(),
  /** Who it is beyond doubt; null: one of the candidates, or nobody on the roll. */
  person: Candidate.nullable(),
  candidates: z.array(Candidate),
})
export type ListLine = z.infer<typeof Line>

export const recogniseList = endpoint({
  id: 'recogniseList',
  method: 'post',
  path: '/api/events/{id}/recognised-list',
  summary: 'Who on the roll of an event stands on a list (.xlsx, .csv or text); nothing is marked or kept',
  params: IdParams,
  takes: 'files',
  reply: z.object({ lines: z.array(Line) }),
})
