import { z } from 'zod'
import { endpoint, FileReply } from '../../../platform/contract.ts'

export const exportMyData = endpoint({
  id: 'exportMyData',
  method: 'get',
  path: '/api/me/personal-data',
  summary:
    'Everything on record of oneself, by the register of personal data: for machines (json) or to read and print (html)',
  query: z.object({ format: z.enum(['json', 'html']).default('html') }),
  reply: FileReply,
})
