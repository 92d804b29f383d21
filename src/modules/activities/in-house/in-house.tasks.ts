import { ifAny, type TaskSource } from '../../../platform/tasks.ts'
import { countWaiting } from './in-house.repo.ts'
import { findInHouseRule } from './rule.repo.ts'

/** In-house events that wait for the word of the centre. */
export const attestingTasks: TaskSource = {
  may: 'in_house.attest',
  async find({ db, reach, today }) {
    const { asked } = await countWaiting(db, { reach, rule: await findInHouseRule(db), today })
    return ifAny({ code: 'in_house_asked', count: asked, link: '/in-house?state=asked' })
  },
}

/** What the centre sent back to one's own organisation; and where only the attested counts, what nobody has asked for yet. */
export const inHouseTasks: TaskSource = {
  may: 'event.manage',
  async find({ db, reach, today }) {
    if (reach.district || reach.organisations.length === 0) return []
    const rule = await findInHouseRule(db)
    const { returned, due, dueOn } = await countWaiting(db, { reach, rule, today })
    return [
      ...ifAny({ code: 'in_house_returned', count: returned, link: '/in-house?state=returned' }),
      ...(rule.required
        ? ifAny({ code: 'in_house_due', count: due, link: '/in-house?state=none', ...(dueOn !== null && { dueOn }) })
        : []),
    ]
  },
}
