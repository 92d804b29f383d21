import type { ReadDb } from '../../../platform/db/db.ts'
import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { findCandidates, findRevision } from '../doubles/doubles.repo.ts'
import { likenessOf } from '../doubles/likeness.ts'

/**
 * Comparing everybody with everybody takes a while, and the first page asks each time: counted once for each revision of
 * a district, which has connections of its own.
 */
const counted = new WeakMap<ReadDb, { readonly revision: number; readonly count: number }>()

/** Cards that are probably of one person: counted twice in every figure until somebody says. */
export const doubleTasks: TaskSource = {
  may: 'person.merge',
  async find({ db }): Promise<Task[]> {
    const count = await countProbable(db)
    return count === 0 ? [] : [{ code: 'people_doubled', count, link: '/people/doubles' }]
  },
}

async function countProbable(db: ReadDb): Promise<number> {
  const revision = await findRevision(db)
  const before = counted.get(db)
  if (before?.revision === revision) return before.count
  const pairs = await findCandidates(db)
  const count = pairs.filter(([one, other]) => likenessOf(one, other)?.is === 'probable').length
  counted.set(db, { revision, count })
  return count
}
