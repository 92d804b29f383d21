import { z } from 'zod'
import { endpoint, Id, listOf } from '../../../platform/contract.ts'

/** Events that belong together under one theme. */
export const listEventSeries = endpoint({
  id: 'listEventSeries',
  method: 'get',
  path: '/api/event-series',
  summary: 'The series of events, and how many events each has',
  reply: listOf(z.object({ id: Id, title: z.string(), events: z.int() })),
})
