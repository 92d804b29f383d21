import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { countWaiting } from './requests.repo.ts'

const LIST = '/personal-data/requests'

/** Requests that wait for an answer of who is asked, those past their day first. */
export const requestTasks: TaskSource = {
  may: 'request.manage',
  async find({ db, account, today }) {
    const { late, lateOn, open, dueOn } = await countWaiting(db, account, today)
    return [
      ...some({ code: 'requests_late', count: late, link: LIST }, lateOn),
      ...some({ code: 'requests_open', count: open, link: LIST }, dueOn),
    ]
  },
}

/** Erasures somebody else has asked for and that want a second person. */
export const confirmationTasks: TaskSource = {
  may: 'person.erase',
  async find({ db, account, today }) {
    const { confirm } = await countWaiting(db, account, today)
    return some({ code: 'erasures_confirm', count: confirm, link: LIST }, null)
  },
}

const some = (task: Task, dueOn: string | null): Task[] =>
  task.count === 0 ? [] : [{ ...task, ...(dueOn !== null && { dueOn }) }]
