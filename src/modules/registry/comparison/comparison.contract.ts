import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { Load } from '../loads/loads.contract.ts'
import { Gone } from './gone.contract.ts'

export const KINDS = ['new', 'changed', 'faulty', 'gone'] as const

const Difference = z.object({
  id: Id,
  kind: z.enum(KINDS),
  file: z.string(),
  sheet: z.string().nullable(),
  /** The number the spreadsheet shows; of who is gone there is none. */
  row: z.int().nullable(),
  /** Whom or what the record is of. */
  label: z.string().nullable(),
  /** Of a person the district knows. */
  personId: Id.nullable(),
  /** By header, as a file says it; empty on one side: null. */
  fields: z.array(z.object({ header: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Why the row would not be taken, or where else the file names who is gone. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  column: z.string().nullable(),
  /** Of who is gone from the file: what became of it. */
  gone: Gone.nullable(),
})
export type Difference = z.infer<typeof Difference>

export const listDifferences = endpoint({
  id: 'listDifferences',
  method: 'get',
  path: '/api/loads/{id}/differences',
  summary: 'What a compared load would change, by record and field; the look is journalled',
  params: IdParams,
  query: listQuery(['row'], {
    kind: z.enum(KINDS).optional(),
    file: z.string().max(300).optional(),
    /** A header among what changes. */
    field: z.string().max(200).optional(),
    /** Of who is gone from the file: those somebody has said something of, or nobody has. */
    decided: z.enum(['yes', 'no']).optional(),
    /** A part of the name, or the number of the row. */
    q: z.string().max(100).optional(),
  }),
  reply: listOf(Difference),
})

export const takeComparedLoad = endpoint({
  id: 'takeComparedLoad',
  method: 'post',
  path: '/api/loads/{id}/take',
  summary: 'Load the files of a compared load',
  params: IdParams,
  reply: Load,
})

export const compareLoad = endpoint({
  id: 'compareLoad',
  method: 'post',
  path: '/api/loads/{id}/compare',
  summary: 'Compare the files of a compared load once more',
  params: IdParams,
  reply: Load,
})

export const dropLoad = endpoint({
  id: 'dropLoad',
  method: 'post',
  path: '/api/loads/{id}/drop',
  summary: 'Let a compared load go: its files and what they would change are forgotten',
  params: IdParams,
  reply: Nothing,
})
