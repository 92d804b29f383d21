import type { TaskSource } from '../../../platform/tasks.ts'
import { countAsked } from './elsewhere.repo.ts'

/** What was done elsewhere and waits to be confirmed by who is asked. */
export const elsewhereTasks: TaskSource = {
  may: 'deed.confirm',
  async find({ db, reach, reachAlso }) {
    const count = await countAsked(db, reach, reachAlso('deed.tell')?.people ?? [])
    return count === 0 ? [] : [{ code: 'deed_asked', count, link: '/documents/deeds' }]
  },
}
