import { z } from 'zod'
import { Day, endpoint, FileReply, Id, listOf, listQuery, manyOf } from '../../platform/contract.ts'

const Named = z.object({ id: Id, name: z.string().nullable() })

export const JournalRow = z.object({
  id: Id,
  at: z.iso.datetime(),
  /** `operator`: the command line; `job`: the clock; `anonymous`: nobody who was known then. */
  by: z.enum(['account', 'operator', 'job', 'anonymous']),
  who: Named.nullable(),
  /** With whose eyes, where somebody looked as another. */
  as: Named.nullable(),
  action: z.string(),
  object: z.object({ kind: z.string(), id: Id, name: z.string().nullable() }).nullable(),
  /** Ids, codes and names of fields. */
  details: z.record(z.string(), z.unknown()).nullable(),
  requestId: z.string().nullable(),
})
export type JournalRow = z.infer<typeof JournalRow>

const JournalQuery = listQuery(['at'], {
  /** Part of the name, login or address of who did it. */
  who: z.string().trim().max(200).optional(),
  accountId: Id.optional(),
  action: manyOf(z.string().regex(/^[\w. -]{1,60}$/)),
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  objectId: Id.optional(),
  /** Days of the district, both inclusive. */
  from: Day.optional(),
  to: Day.optional(),
})

export const listJournal = endpoint({
  id: 'listJournal',
  method: 'get',
  path: '/api/journal',
  summary: 'Who did what, newest first; signing in by accounts of the district too',
  query: JournalQuery.omit({ sort: true }),
  reply: listOf(JournalRow),
})

/** Who wants more narrows the list first. */
export const JOURNAL_IN_WORKBOOK = 20_000

export const exportJournal = endpoint({
  id: 'exportJournal',
  method: 'get',
  path: '/api/journal.xlsx',
  summary: 'The same as a workbook, at most 20,000 rows; noted in the journal',
  query: JournalQuery.omit({ sort: true, page: true, size: true }),
  reply: FileReply,
})
