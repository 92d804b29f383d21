import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

export const listExpiring = endpoint({
  id: 'listExpiring',
  method: 'get',
  path: '/api/personal-data/expiring',
  summary:
    'What of the district has outlived its term and goes the next night, by table of the register; changes nothing',
  reply: z.object({
    items: z.array(z.object({ table: z.string(), about: z.string(), term: z.string(), rows: z.int() })),
    total: z.int(),
  }),
})
