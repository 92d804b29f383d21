import type { TaskSource } from '../../../platform/tasks.ts'
import { DATA_FRESH_DAYS, findDistrictsOf, findLastLoad } from '../../registry/index.ts'
import { MOST_DISTRICTS } from './region.contract.ts'

const NAMED = 3
const DAY_MS = 86_400_000

/** Districts of the region whose data are older than they should be, or were never loaded. */
export const regionTasks: TaskSource = {
  may: 'region.read',
  async find({ db, actor, services }) {
    const regions = actor.grants.flatMap(({ region }) => region ?? [])
    const districts = await findDistrictsOf(db, [...new Set(regions)], MOST_DISTRICTS)
    const oldest = Date.now() - DATA_FRESH_DAYS * DAY_MS
    const old: string[] = []
    // One by one, each over a connection that sees that district alone: a region must not take them all.
    for (const { id, name } of districts) {
      const loadedAt = await findLastLoad(services.database.reader(id))
      if (loadedAt === null || loadedAt.getTime() < oldest) old.push(name)
    }
    if (old.length === 0) return []
    const names = `${old.slice(0, NAMED).join(', ')}${old.length > NAMED ? ' …' : ''}`
    return [{ code: 'districts_old', count: old.length, says: { names, days: DATA_FRESH_DAYS }, link: '/region' }]
  },
}
