import type { TaskSource } from '../../../platform/tasks.ts'
import { countAsked } from './elsewhere.repo.ts'

/** Learning elsewhere that waits to be confirmed by who is asked. */
export const elsewhereTasks: TaskSource = {
  may: 'learning.confirm',
  async find({ db, reach, reachAlso }) {
    const count = await countAsked(db, reach, reachAlso('learning.tell')?.people ?? [])
    return count === 0 ? [] : [{ code: 'learning_asked', count, link: '/documents/learning' }]
  },
}
