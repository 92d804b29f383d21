import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { CodeParams } from '../definitions/definitions.contract.ts'
import { IndicatorValue } from '../values/values.contract.ts'

/** By which document figures were approved. */
const Approval = z.strictObject({
  number: z.string().trim().min(1).max(100),
  date: Day,
  /** Who signed it: name and office, as a document says it. */
  signatory: z.string().trim().min(1).max(300),
})

/**
 * `computed`: seen by those who reach the district; `approved`: schools see their own figures too; `published`: so does
 * whoever may see figures.
 */
export const Snapshot = z.object({
  id: Id,
  version: z.int(),
  date: Day,
  title: z.string(),
  takenAt: z.iso.datetime(),
  state: z.enum(['computed', 'approved', 'published']),
  approval: Approval.nullable(),
  publishedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['approve', 'withdraw', 'publish', 'remove'])),
})
export type Snapshot = z.infer<typeof Snapshot>

export const listSnapshots = endpoint({
  id: 'listSnapshots',
  method: 'get',
  path: '/api/snapshots',
  summary: 'Frozen figures, newest first',
  query: listQuery(['date'], {}),
  reply: listOf(Snapshot),
})

export const takeSnapshot = endpoint({
  id: 'takeSnapshot',
  method: 'post',
  path: '/api/snapshots',
  summary: 'Freeze all figures as of a day with the people and rows they came from',
  body: z.strictObject({ date: Day, title: z.string().trim().min(1).max(300) }),
  reply: Snapshot,
})

export const approveSnapshot = endpoint({
  id: 'approveSnapshot',
  method: 'post',
  path: '/api/snapshots/{id}/approve',
  summary: 'Say by which document the figures were approved; schools see their own from then on',
  params: IdParams,
  body: Approval,
  reply: Snapshot,
  versioned: true,
})

export const withdrawSnapshot = endpoint({
  id: 'withdrawSnapshot',
  method: 'post',
  path: '/api/snapshots/{id}/withdraw',
  summary: 'Take the approval back before the figures are published',
  params: IdParams,
  reply: Snapshot,
  versioned: true,
})

export const publishSnapshot = endpoint({
  id: 'publishSnapshot',
  method: 'post',
  path: '/api/snapshots/{id}/publish',
  summary: 'Show approved figures to everybody who may see figures; they stay as they are from then on',
  params: IdParams,
  reply: Snapshot,
  versioned: true,
})

export const removeSnapshot = endpoint({
  id: 'removeSnapshot',
  method: 'delete',
  path: '/api/snapshots/{id}',
  summary: 'Throw a snapshot away that nobody approved',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

export const getSnapshot = endpoint({
  id: 'getSnapshot',
  method: 'get',
  path: '/api/snapshots/{id}',
  summary: 'The figures of a snapshot as they were frozen, with what they would be now',
  params: IdParams,
  reply: z.object({
    snapshot: Snapshot,
    /** `own`: of the asker's organisations alone, summed. */
    of: z.enum(['district', 'own']),
    indicators: z.array(IndicatorValue),
    /** Totals that would come out otherwise today. */
    restated: z.array(
      z.object({ code: z.string(), date: Day, numerator: z.number(), denominator: z.number().nullable() }),
    ),
  }),
})

export const listSnapshotMembers = endpoint({
  id: 'listSnapshotMembers',
  method: 'get',
  path: '/api/snapshots/{id}/indicators/{code}/members',
  summary: 'Who made a frozen figure: ids as they were kept, names as they are now',
  params: z.object({ ...IdParams.shape, ...CodeParams.shape }),
  query: z.object({
    date: Day.optional(),
    part: z.enum(['counted', 'rest']).default('counted'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: listOf(
    z.object({
      id: Id,
      /** Null where the subject is no longer there (erased). */
      label: z.string().nullable(),
      organisation: Id,
      evidence: z.array(z.object({ table: z.string(), id: Id })),
    }),
  ),
})
