import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf } from '../../../platform/contract.ts'

const Words = z.string().trim().min(3).max(200)

const Body = z
  .strictObject({ name: Words, post: Words, fromOn: Day, toOn: Day.nullable() })
  .refine(({ fromOn, toOn }) => toOn === null || toOn >= fromOn, { message: 'ends_before_start', path: ['toOn'] })

const Signatory = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  post: z.string(),
  fromOn: z.iso.date(),
  toOn: z.iso.date().nullable(),
  /** Signs today. */
  signs: z.boolean(),
})
export type Signatory = z.infer<typeof Signatory>

export const listSignatories = endpoint({
  id: 'listSignatories',
  method: 'get',
  path: '/api/document-signatories',
  summary: 'Who signs documents of the district, from when until when',
  reply: listOf(Signatory),
})

export const addSignatory = endpoint({
  id: 'addSignatory',
  method: 'post',
  path: '/api/document-signatories',
  summary: 'Add somebody who signs documents',
  body: Body,
  reply: Signatory,
})

export const changeSignatory = endpoint({
  id: 'changeSignatory',
  method: 'put',
  path: '/api/document-signatories/{id}',
  summary: 'Change who signs, or until when; papers given before stay as they are',
  params: IdParams,
  body: Body,
  reply: Signatory,
  versioned: true,
})
