import { z } from 'zod'
import { Day, endpoint, FileReply } from '../../../platform/contract.ts'
import { Population } from '../population.contract.ts'

/** Who wants more adds a condition. */
export const SELECTED_MOST = 20_000

export const exportSelection = endpoint({
  id: 'exportSelection',
  method: 'post',
  path: '/api/populations/members.xlsx',
  summary: 'Everybody who belongs to a population on a day, by name, as a workbook of at most 20,000 rows',
  body: z.strictObject({ subject: z.string().min(1).max(60), population: Population, date: Day.optional() }),
  reply: FileReply,
})
