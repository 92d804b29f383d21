import type { TaskSource } from '../../../platform/tasks.ts'
import { countAsked } from './enrolment.repo.ts'

/** People of one's own who ask to go somewhere; wanted before the first of the events. */
export const approvalTasks: TaskSource = {
  may: 'enrolment.approve',
  async find({ db, reach, today }) {
    const { count, nextOn } = await countAsked(db, reach, today)
    if (count === 0) return []
    return [
      { code: 'enrolments_asked', count, link: '/enrolments/approvals', ...(nextOn !== null && { dueOn: nextOn }) },
    ]
  },
}
