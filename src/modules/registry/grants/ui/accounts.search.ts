import { z } from 'zod'
import { ROLES } from '../../../../access-matrix.ts'
import { Id } from '../../../../platform/contract.ts'

/** Filters, order and page of the list of accounts as they stand in its address. */
export const AccountsSearch = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  role: z
    .preprocess((v) => (v === undefined ? undefined : [v].flat()), z.array(z.enum(ROLES)).optional())
    .catch(undefined),
  organisationId: Id.optional().catch(undefined),
  state: z.enum(['active', 'waiting', 'disabled']).optional().catch(undefined),
  sort: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type AccountsSearch = z.infer<typeof AccountsSearch>
