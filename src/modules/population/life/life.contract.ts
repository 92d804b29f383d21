import { z } from 'zod'
import { endpoint, Id, IdParams } from '../../../platform/contract.ts'
import { Opening } from '../../registry/people/opening.contract.ts'

/** Where a fact comes from; null: entered in the system. */
const Source = z
  .object({ load: Id, file: z.string(), sheet: z.string().nullable(), row: z.int().nullable() })
  .nullable()

/** Something that happened to a person, in words. */
export const LifeFact = z.object({
  /** The term of the language of populations that speaks of it. */
  term: z.string(),
  /** «обучение», «наставник» … */
  caption: z.string(),
  id: Id,
  label: z.string(),
  from: z.iso.date(),
  /** Null while it lasts, or where it took one day. */
  to: z.iso.date().nullable(),
  /** True of what lasts from a day on, so that no last day means that it goes on. */
  lasting: z.boolean(),
  details: z.array(z.object({ name: z.string(), value: z.string() })),
  source: Source,
})
export type LifeFact = z.infer<typeof LifeFact>

/** More than anybody has; who had more is shown the latest. */
export const FACTS_MOST = 1000

const Life = z.object({
  items: z.array(LifeFact),
  total: z.int(),
  /** `open`: some of it is closed, and the asker may open it. */
  can: z.array(z.enum(['open'])),
})

export const listLife = endpoint({
  id: 'listLife',
  method: 'get',
  path: '/api/people/{id}/life',
  summary: 'Learning, diagnostics, events, communities, mentoring and lists of a person, the latest first',
  params: IdParams,
  reply: Life,
})

export const openLife = endpoint({
  id: 'openLife',
  method: 'post',
  path: '/api/people/{id}/life/open',
  summary: 'The same with results of diagnostics; who opened them and what for is noted, and the person sees it',
  params: IdParams,
  body: Opening,
  reply: Life,
})
