import { z } from 'zod'
import { endpoint, Id, listOf } from '../../../platform/contract.ts'

/** Events that belong together under one theme. */
export const listSeries = endpoint({
  id: 'listSeries',
  method: 'get',
  path: '/api/event-series',
  summary: 'The series of events, and how many events each has',
  reply: listOf(z.object({ id: Id, title: z.string(), events: z.int() })),
})
