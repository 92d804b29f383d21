import { z } from 'zod'
import { endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'
import { WebLink } from '../../../platform/web-link.contract.ts'

export const Material = z.object({ id: Id, title: z.string(), link: z.string() })
export type Material = z.infer<typeof Material>

export const addMaterial = endpoint({
  id: 'addMaterial',
  method: 'post',
  path: '/api/events/{id}/materials',
  summary: 'Add a material of an event: what it is and where it is kept',
  params: IdParams,
  body: z.strictObject({ title: z.string().trim().min(1).max(300), link: WebLink }),
  reply: Material,
})

export const removeMaterial = endpoint({
  id: 'removeMaterial',
  method: 'delete',
  path: '/api/events/{id}/materials/{materialId}',
  summary: 'Take a material off an event',
  params: IdParams.extend({ materialId: Id }),
  reply: Nothing,
})
