import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../platform/contract.ts'

const DECISIONS = ['dismissed', 'moved', 'leave', 'here'] as const

/**
 * What became of a place of work that the file does not name: nobody decided yet; decided, takes effect along with the load;
 * has taken effect; said to stay about an earlier file; ended or removed meanwhile by another way.
 */
export const Gone = z.object({
  state: z.enum(['open', 'planned', 'done', 'kept', 'settled']),
  decision: z
    .object({
      is: z.enum(DECISIONS),
      on: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      reason: z.string().nullable(),
      organisation: z.string().nullable(),
      leaveKind: z.string().nullable(),
      at: z.iso.datetime(),
      by: z.string().nullable(),
    })
    .nullable(),
})

const GoneDecision = z.discriminatedUnion('is', [
  /** `on` is the last day. */
  z.strictObject({
    is: z.literal('dismissed'),
    on: Day,
    reason: z.string().trim().max(200).nullable().default(null),
  }),
  /** `on` is the first day there. Without an organisation: where the file names the person now. */
  z.strictObject({ is: z.literal('moved'), on: Day, organisationId: Id.nullable().default(null) }),
  z.strictObject({
    is: z.literal('leave'),
    on: Day,
    until: Day.nullable().default(null),
    leaveKindId: Id.nullable().default(null),
  }),
  /** Left as it is, and not asked about again until something of it changes. */
  z.strictObject({ is: z.literal('here') }),
])
export type GoneDecision = z.infer<typeof GoneDecision>

/** Which differences: these, or all that a list shows. */
const Which = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(1_000) }),
  z.strictObject({ file: z.string().max(300).optional(), q: z.string().max(100).optional() }),
])
export type Which = z.infer<typeof Which>

/** The differences it was about. */
const Decided = z.object({ ids: z.array(Id) })

export const decideGone = endpoint({
  id: 'decideGone',
  method: 'post',
  path: '/api/loads/{id}/gone',
  summary: 'Say what became of places of work that a compared file does not name; of a list those nobody decided yet',
  params: IdParams,
  body: z.strictObject({ of: Which, decision: GoneDecision }),
  reply: Decided,
})

export const undoGone = endpoint({
  id: 'undoGone',
  method: 'post',
  path: '/api/loads/{id}/gone/undo',
  summary: 'Take back what was decided about places of work that a compared file does not name',
  params: IdParams,
  body: z.strictObject({ of: Which }),
  reply: Decided,
})
