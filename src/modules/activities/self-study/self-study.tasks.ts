import type { TaskSource } from '../../../platform/tasks.ts'
import { countWaiting } from './self-study.repo.ts'

/** People of one's own who ask to study without a group. */
export const askedStudyTasks: TaskSource = {
  may: 'study.arrange',
  async find({ db, reach, today }) {
    const { asked, nextOn } = await countWaiting(db, reach, today)
    if (asked === 0) return []
    return [
      {
        ...{ code: 'studies_asked', count: asked, link: '/self-studies?state=asked' },
        ...(nextOn !== null && { dueOn: nextOn }),
      },
    ]
  },
}

/** Whose last day is over, and who neither finished nor was given more time. */
export const overdueStudyTasks: TaskSource = {
  may: 'study.arrange',
  async find({ db, reach, today }) {
    const { overdue } = await countWaiting(db, reach, today)
    return overdue === 0
      ? []
      : [{ code: 'studies_overdue', count: overdue, link: '/self-studies?state=going&sort=endsOn' }]
  },
}
