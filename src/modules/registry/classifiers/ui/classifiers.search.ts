import { z } from 'zod'

export const TABS = ['positions', 'lists', 'dictionary'] as const

/** Which classifier is shown, and what of it. */
export const ClassifiersSearch = z.object({
  tab: z.enum(TABS).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  pedagogical: z.enum(['yes', 'no', 'unknown']).optional().catch(undefined),
  list: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type ClassifiersSearch = z.infer<typeof ClassifiersSearch>
