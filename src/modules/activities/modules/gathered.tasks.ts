import type { TaskSource } from '../../../platform/tasks.ts'
import { countGathered } from './gathered.repo.ts'

/** People who completed all modules of a programme and have no document for it yet. */
export const gatheredTasks: TaskSource = {
  may: 'document.manage',
  async find({ db }) {
    const { people, programmes, only } = await countGathered(db)
    if (people === 0) return []
    const link = programmes === 1 ? `/programmes/${only}` : '/programmes?state=registered'
    return [{ code: 'modules_gathered', count: people, link }]
  },
}
