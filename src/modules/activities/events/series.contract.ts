import { z } from 'zod'
import { endpoint, Id, IdParams, listOf } from '../../../platform/contract.ts'

/** Events that belong together under one theme. */
export const listEventSeries = endpoint({
  id: 'listEventSeries',
  method: 'get',
  path: '/api/event-series',
  summary: 'The series of events, and how many events each has',
  reply: listOf(z.object({ id: Id, title: z.string(), events: z.int() })),
})

/** What several events came to together, each person and each organisation counted once. */
const Coverage = z.object({
  held: z.int(),
  /** Announced, and not held yet. */
  ahead: z.int(),
  people: z.int(),
  /** Where they worked on the day. */
  organisations: z.int(),
  /** Of events held whose form is known to be interactive or not. */
  interactive: z.int(),
  interactiveOf: z.int(),
})
export type Coverage = z.infer<typeof Coverage>

export const getEventSeries = endpoint({
  id: 'getEventSeries',
  method: 'get',
  path: '/api/event-series/{id}',
  summary: 'A series of events, and what its events came to together',
  params: IdParams,
  reply: z.object({ id: Id, title: z.string(), coverage: Coverage, can: z.array(z.enum(['feedback'])) }),
})

export const getPartsCoverage = endpoint({
  id: 'getPartsCoverage',
  method: 'get',
  path: '/api/events/{id}/parts-coverage',
  summary: 'What an event of several parts came to: the event and its parts together',
  params: IdParams,
  reply: Coverage,
})
