import { z } from 'zod'

export const SIDES = ['mine', 'asked'] as const
export const STATES = ['open', 'answered', 'closed'] as const

/** Which questions are shown, as it stands in the address. */
export const QuestionsSearch = z.object({
  side: z.enum(SIDES).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type QuestionsSearch = z.infer<typeof QuestionsSearch>
