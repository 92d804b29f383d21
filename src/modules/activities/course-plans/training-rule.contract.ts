import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'

/** Within how many months pedagogues learn again, and from how many hours learning counts for that. */
export const TrainingRule = z.strictObject({
  months: z.int().min(12).max(120),
  leastHours: z.int().min(1).max(250),
})
export type TrainingRule = z.infer<typeof TrainingRule>

const Reply = TrainingRule.extend({ version: z.int(), can: z.array(z.enum(['change'])) })

export const getTrainingRule = endpoint({
  id: 'getTrainingRule',
  method: 'get',
  path: '/api/district/training-rule',
  summary: 'How often pedagogues of the district have to learn, and from how many hours it counts',
  reply: Reply,
  versioned: true,
})

export const changeTrainingRule = endpoint({
  id: 'changeTrainingRule',
  method: 'put',
  path: '/api/district/training-rule',
  summary: 'Change how often pedagogues of the district have to learn; plans are counted by it at once',
  body: TrainingRule,
  reply: Reply,
  versioned: true,
})
