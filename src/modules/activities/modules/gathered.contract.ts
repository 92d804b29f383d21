import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { PAPER_KINDS } from '../../documents/papers/kinds.contract.ts'
import { Documents } from '../runs/closing/closing.contract.ts'

/** Somebody who completed all that a programme asks of them, in several runs, and has nothing for the whole of it yet. */
const Gathered = z.object({
  person: z.object({ id: Id, name: z.string() }),
  /** So many modules, between these days. */
  modules: z.int(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
})
export type Gathered = z.infer<typeof Gathered>

export const listGathered = endpoint({
  id: 'listGathered',
  method: 'get',
  path: '/api/programmes/{id}/gathered',
  summary:
    'Who completed all modules of a programme in several runs, and has no learning or document for the whole yet',
  params: IdParams,
  query: listQuery(['name', 'endsOn'], {}),
  reply: listOf(Gathered).extend({
    /** What the law gives for the whole. */
    paper: z.enum(PAPER_KINDS),
  }),
})

/** As many as one page shows. */
const MOST = 500

export const giveForModules = endpoint({
  id: 'giveForModules',
  method: 'post',
  path: '/api/programmes/{id}/gathered/documents',
  summary: 'Learning and a document for who completed all modules of a programme, all at once or not at all',
  params: IdParams,
  body: z.strictObject({ personIds: z.array(Id).min(1).max(MOST), documents: Documents }),
  reply: z.object({
    given: z.int(),
    /** Of whom the same learning was on record already. */
    known: z.int(),
    batch: Id.nullable(),
  }),
})
