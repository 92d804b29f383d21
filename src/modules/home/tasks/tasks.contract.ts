import { z } from 'zod'
import { Day, endpoint } from '../../../platform/contract.ts'

const Task = z.object({
  /** `<module>.<code>`; stays the same in all languages. */
  code: z.string(),
  count: z.int().min(1),
  /** What to do, in the language of the reader. */
  text: z.string(),
  /** The earliest day by which it is wanted. */
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** The page of the client where it is done; null where it is done away from it. */
  link: z.string().nullable(),
})
export type Task = z.infer<typeof Task>

export const listTasks = endpoint({
  id: 'listTasks',
  method: 'get',
  path: '/api/tasks',
  summary: 'What the asker has to do next in the chosen district, the most urgent first',
  reply: z.object({ items: z.array(Task) }),
})
