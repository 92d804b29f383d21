import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../../platform/contract.ts'
import { DIPLOMA_GIVES, PAPER_KINDS, PaperTitle } from '../../../documents/papers/kinds.contract.ts'
import { Event } from '../../events/events.contract.ts'
import { RunModule } from '../../programmes/run-module.contract.ts'

/** More than any group. */
const MOST = 5_000

/** What stands between a learner and completing the run. */
export const COMPLETION_LACKS = ['time', 'examinations', 'electives'] as const
export type CompletionLack = (typeof COMPLETION_LACKS)[number]

const Completing = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  /** In hundredths of the marked meetings; null where none was marked. */
  share: z.int().nullable(),
  credited: z.int(),
  lacks: z.array(z.enum(COMPLETION_LACKS)),
  /** By the rule of the run: nothing is lacking. */
  completes: z.boolean(),
})
export type Completing = z.infer<typeof Completing>

const Closing = z.object({
  items: z.array(Completing),
  total: z.int(),
  leastShare: z.int(),
  examinations: z.int(),
  /** What comes on record of who completes it. */
  learning: z.object({
    programme: z.string(),
    provider: z.string(),
    hours: z.number(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  }),
  /** Modules it carries out: they come on record, and learning once all of the programme's do. None: all of it. */
  modules: z.array(RunModule),
  /** What the law gives for it. */
  paper: z.enum(PAPER_KINDS),
  can: z.array(z.enum(['close', 'give'])),
})
export type Closing = z.infer<typeof Closing>

export const openClosing = endpoint({
  id: 'openClosing',
  method: 'post',
  path: '/api/events/{id}/run/closing/open',
  summary: 'What closing a run would come to, learner by learner; results are closed matters: who looks is noted',
  params: IdParams,
  reply: Closing,
})

export const Documents = z.strictObject({
  seriesId: Id,
  signatoryId: Id,
  issuedOn: Day,
  /** Of a diploma: what it gives, and which. */
  gives: z.enum(DIPLOMA_GIVES).default('qualification'),
  given: PaperTitle.nullable().default(null),
})
export type Documents = z.infer<typeof Documents>

export const closeRun = endpoint({
  id: 'closeRun',
  method: 'post',
  path: '/api/events/{id}/run/closing',
  summary: 'Close a run: learning of who completed it, their documents, and the event held, all at once or not at all',
  params: IdParams,
  body: z.strictObject({
    /** Who completes it, as it was shown and overruled; refused where that is not so any more. */
    completing: z.array(Id).max(MOST),
    /** Where it is not as the rule would have it. */
    overruled: z
      .array(z.strictObject({ personId: Id, completes: z.boolean(), reason: z.string().trim().min(3).max(1000) }))
      .max(MOST)
      .default([]),
    /** Null: no documents are given. */
    documents: Documents.nullable().default(null),
  }),
  reply: z.object({
    completed: z.int(),
    /** Of whom the same learning was on record already. */
    known: z.int(),
    given: z.int(),
    /** Where the documents are printed. */
    batch: Id.nullable(),
  }),
  versioned: true,
})

export const reopenRun = endpoint({
  id: 'reopenRun',
  method: 'post',
  path: '/api/events/{id}/run/closing/undo',
  summary: 'Open a closed run again, where no documents were given: its learning and attendance go',
  params: IdParams,
  reply: Event,
  versioned: true,
})
