import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../platform/contract.ts'
import { Load } from '../loads/loads.contract.ts'

/** `what` is a table; `label` is how many of what, in words. */
const Amount = z.object({ what: z.string(), count: z.int(), label: z.string() })

const Obstacle = z.object({
  /** Changed since, named by records that would stay, or found as it is by a later load. */
  reason: z.enum(['changed_since', 'referred', 'confirmed']),
  what: z.string(),
  count: z.int(),
  message: z.string(),
  /** The load that did it; null: somebody by hand, or `link` leads there. */
  load: z.object({ id: Id, createdAt: z.iso.datetime() }).nullable(),
  link: z.string().nullable(),
  /** Some of the people it is about. */
  people: z.array(z.object({ id: Id, name: z.string() })),
})

const UndoPlan = z.object({
  /** Records that go, and records that get earlier values back. */
  removed: z.array(Amount),
  restored: z.array(Amount),
  /** Faulty rows of the load, which need not be mended any more. */
  forgotten: z.int(),
  /** Faulty rows of other loads that it had mended: they wait again. */
  waiting: z.int(),
  /** What keeps the load from being taken back; it can be when there is none. */
  obstacles: z.array(Obstacle),
})
export type UndoPlan = z.infer<typeof UndoPlan>

export const getUndoPlan = endpoint({
  id: 'getUndoPlan',
  method: 'get',
  path: '/api/loads/{id}/undo',
  summary: 'What taking a whole load back would do, and what was built on it since',
  params: IdParams,
  reply: UndoPlan,
})

export const undoLoad = endpoint({
  id: 'undoLoad',
  method: 'post',
  path: '/api/loads/{id}/undo',
  summary: 'Take a whole load back: what it brought goes, what it changed becomes what it was',
  params: IdParams,
  reply: Load,
})
