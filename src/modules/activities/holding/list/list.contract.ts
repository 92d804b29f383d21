import { z } from 'zod'
import { endpoint, IdParams } from '../../../../platform/contract.ts'
import { ListLine } from '../../../registry/people/recognition.contract.ts'

export const recogniseList = endpoint({
  id: 'recogniseList',
  method: 'post',
  path: '/api/events/{id}/recognised-list',
  summary: 'Who on the roll of an event stands on a list (.xlsx, .csv or text); nothing is marked or kept',
  params: IdParams,
  takes: 'files',
  reply: z.object({ lines: z.array(ListLine) }),
})
