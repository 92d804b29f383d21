import { z } from 'zod'
import { OrganisationType } from '../organisations.contract.ts'

export const OrganisationsSearch = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  type: z
    .preprocess((v) => (v === undefined ? undefined : [v].flat()), z.array(OrganisationType).optional())
    .catch(undefined),
  sort: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type OrganisationsSearch = z.infer<typeof OrganisationsSearch>
