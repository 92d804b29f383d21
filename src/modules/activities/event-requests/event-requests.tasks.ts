import { ifAny, type TaskSource } from '../../../platform/tasks.ts'
import { countEventRequests } from './event-requests.repo.ts'

/** Requests for events that wait for the centre. */
export const answeringTasks: TaskSource = {
  may: 'event_request.answer',
  async find({ db, reach }) {
    const { asked } = await countEventRequests(db, reach)
    return ifAny({ code: 'event_request_asked', count: asked, link: '/event-requests?state=asked' })
  },
}

/** What the centre asks one's own organisation about. */
export const askingTasks: TaskSource = {
  may: 'event_request.make',
  async find({ db, reach }) {
    if (reach.district) return []
    const { returned } = await countEventRequests(db, reach)
    return ifAny({ code: 'event_request_returned', count: returned, link: '/event-requests?state=returned' })
  },
}
