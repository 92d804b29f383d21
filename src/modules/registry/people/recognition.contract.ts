import { z } from 'zod'
import { Id } from '../../../platform/contract.ts'

/** More stands on no list of a hall or of those who were given thanks. */
export const LINES = 1_000

const Candidate = z.object({ id: Id, name: z.string(), organisation: z.string().nullable() })

/** A line of a list of people that was brought. */
export const ListLine = z.object({
  /** As the file numbers it. */
  row: z.int(),
  text: z.string(),
  /** Who it is beyond doubt; null: one of the candidates, or nobody who may be meant. */
  person: Candidate.nullable(),
  candidates: z.array(Candidate),
})
export type ListLine = z.infer<typeof ListLine>
