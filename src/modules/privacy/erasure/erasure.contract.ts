import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../platform/contract.ts'

const Line = z.object({
  table: z.string(),
  about: z.string(),
  does: z.enum(['remove', 'open', 'blank', 'mentions', 'file', 'keep']),
  rows: z.int(),
  /** Something that names them is kept, by law. */
  stays: z.boolean(),
  /** What becomes of the rows, in words, and why they stay where they do. */
  fate: z.string(),
})

const Preview = z.object({
  request: Id,
  version: z.int(),
  person: z.object({ id: Id, name: z.string() }),
  lines: z.array(Line),
  /** What stands in the way, in words; nothing is erased while there is any. */
  hindrances: z.array(z.string()),
  /** Two people have to ask for it. */
  byTwo: z.boolean(),
  /** Who asked first. */
  askedBy: z.string().nullable(),
  can: z.array(z.enum(['ask', 'erase'])),
})
export type ErasurePreview = z.infer<typeof Preview>

export const previewErasure = endpoint({
  id: 'previewErasure',
  method: 'get',
  path: '/api/personal-data/requests/{id}/erasure',
  summary: 'What an erasure would remove, what would stay and why, and what stands in the way; changes nothing',
  params: IdParams,
  reply: Preview,
})

export const eraseRequested = endpoint({
  id: 'eraseRequested',
  method: 'post',
  path: '/api/personal-data/requests/{id}/erasure',
  summary:
    'Erase the person who asked for it, for good; where two have to, the first call asks and another account erases. The surname is typed to be sure',
  params: IdParams,
  body: z.strictObject({ surname: z.string().trim().min(1).max(200) }),
  reply: z.object({ erased: z.boolean() }),
  versioned: true,
})

export const liftErasure = endpoint({
  id: 'liftErasure',
  method: 'post',
  path: '/api/personal-data/requests/{id}/erasure/lift',
  summary: 'Let files bring back somebody who was erased and came to work again',
  params: IdParams,
  reply: z.object({ lifted: z.boolean() }),
})

export const getErasure = endpoint({
  id: 'getErasure',
  method: 'get',
  path: '/api/personal-data/requests/{id}/erased',
  summary: 'What was erased for a request, and what stayed and why',
  params: IdParams,
  reply: z.object({ lines: z.array(Line) }),
})
