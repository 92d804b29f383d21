import { z } from 'zod'
import { Day, endpoint, FileReply, IdParams } from '../../../../platform/contract.ts'

/** `enrolment` of the group, `supplement` of who joined after it began, `leaving` of who left before the end, `completion` of who completed it. */
export const RUN_ORDERS = ['enrolment', 'supplement', 'leaving', 'completion'] as const
export type RunOrder = (typeof RUN_ORDERS)[number]

export const getRunDocument = endpoint({
  id: 'getRunDocument',
  method: 'get',
  path: '/api/events/{id}/run/order',
  summary: 'Draft of an order of a run, by which learners are enrolled or leave, as a Word file in Russian',
  params: IdParams,
  query: z.object({
    order: z.enum(RUN_ORDERS),
    /** Of a supplement: who joined on this day; else everybody who joined. */
    on: Day.optional(),
  }),
  reply: FileReply,
})
