import { ifAny, type TaskSource } from '../../../platform/tasks.ts'
import { countAsked, countConfirmed } from './claims.repo.ts'

/** Claims that wait to be confirmed by who is asked. */
export const claimTasks: TaskSource = {
  may: 'claim.confirm',
  async find({ db, reach, reachAlso }) {
    const count = await countAsked(db, reach, reachAlso('claim.own')?.people ?? [])
    return ifAny({ code: 'claims_asked', count, link: '/documents/claims' })
  },
}

/** Claims that are confirmed and wait for their certificate. */
export const certificateTasks: TaskSource = {
  may: 'document.manage',
  async find({ db }) {
    return ifAny({
      code: 'claims_confirmed',
      count: await countConfirmed(db),
      link: '/documents/claims?state=confirmed',
    })
  },
}
