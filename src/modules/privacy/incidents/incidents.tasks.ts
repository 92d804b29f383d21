import type { TaskSource } from '../../../platform/tasks.ts'
import { clockOf } from './clocks.ts'
import { findIncidents } from './incidents.repo.ts'

/** Incidents of which the authority has still to be told, those past a clock apart. */
export const incidentTasks: TaskSource = {
  may: 'incident.manage',
  async find({ db }) {
    const now = new Date()
    const clocks = (await findIncidents(db)).flatMap(({ closedAt, knownAt, notifiedAt, findingsAt }) => {
      if (closedAt !== null) return []
      const notice = clockOf(knownAt, 'notice', notifiedAt, now)
      return [notice.state === 'done' ? clockOf(knownAt, 'findings', findingsAt, now) : notice]
    })
    const waiting = clocks.filter(({ state }) => state !== 'done')
    const codes = { incidents_late: ['late', 'near'], incidents_open: ['open'] } as const
    return Object.entries(codes).flatMap(([code, states]) => {
      const found = waiting.filter(({ state }) => states.some((one) => one === state))
      const [dueAt] = found.map((one) => one.dueAt).sort()
      return dueAt === undefined ? [] : [{ code, count: found.length, dueOn: dueAt.slice(0, 10), link: '/incidents' }]
    })
  },
}
