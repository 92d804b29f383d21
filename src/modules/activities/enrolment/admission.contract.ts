import { z } from 'zod'
import { endpoint, IdParams } from '../../../platform/contract.ts'
import { Population } from '../../population/population.contract.ts'

const Given = {
  rule: Population.nullable(),
  byApproval: z.boolean(),
  /** At most so many of one organisation. */
  quota: z.int().min(1).max(10_000).nullable(),
  closesAt: z.iso.datetime().nullable(),
  offerHours: z.int().min(1).max(168),
  /** The code on the screen marks also who comes without a seat. */
  walkIn: z.boolean().default(false),
}

const Admission = z.object({ ...Given, version: z.int(), sentence: z.string().nullable() })
export type Admission = z.infer<typeof Admission>

export const getAdmission = endpoint({
  id: 'getAdmission',
  method: 'get',
  path: '/api/events/{id}/admission',
  summary: 'Whom an event takes, who agrees, how many of one organisation and until when',
  params: IdParams,
  reply: Admission,
  versioned: true,
})

export const changeAdmission = endpoint({
  id: 'changeAdmission',
  method: 'put',
  path: '/api/events/{id}/admission',
  summary: 'Say whom an event takes; who is in already stays, and freed seats are offered',
  params: IdParams,
  body: z.strictObject(Given),
  reply: Admission,
  versioned: true,
})
