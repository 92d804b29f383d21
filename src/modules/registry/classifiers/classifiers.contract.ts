import { z } from 'zod'
import { endpoint, Id, listOf, listQuery } from '../../../platform/contract.ts'

const Kind = z.string().regex(/^[a-z][a-z_]{0,39}$/)

/** A value of an open list of the district: a subject, a provider, a topic … */
export const ClassifierValue = z.object({
  id: Id,
  version: z.int(),
  label: z.string(),
  /** Stands where it stands, but is offered and given no more. */
  retired: z.boolean(),
  can: z.array(z.enum(['change'])),
})
export type ClassifierValue = z.infer<typeof ClassifierValue>

const Label = z.string().trim().min(1).max(300)

export const ValueChange = z.strictObject({ label: Label, retired: z.boolean() }).partial()
export type ValueChange = z.infer<typeof ValueChange>

export const listClassifiers = endpoint({
  id: 'listClassifiers',
  method: 'get',
  path: '/api/classifiers',
  summary: 'The open lists of the district, and how many values they have',
  reply: listOf(z.object({ kind: z.string(), values: z.int(), retired: z.int() })),
})

export const listClassifierValues = endpoint({
  id: 'listClassifierValues',
  method: 'get',
  path: '/api/classifiers/{kind}',
  summary: 'Values of an open list',
  params: z.object({ kind: Kind }),
  query: listQuery(['label'], {
    q: z.string().trim().max(200).optional(),
    retired: z.enum(['yes', 'no']).optional(),
  }),
  reply: listOf(ClassifierValue),
})

export const addClassifierValue = endpoint({
  id: 'addClassifierValue',
  method: 'post',
  path: '/api/classifiers/{kind}',
  summary: 'Add a value to an open list',
  params: z.object({ kind: Kind }),
  body: z.strictObject({ label: Label }),
  reply: ClassifierValue,
})

export const changeClassifierValue = endpoint({
  id: 'changeClassifierValue',
  method: 'patch',
  path: '/api/classifiers/{kind}/{id}',
  summary: 'Write a value of a list in another way, or retire it',
  params: z.object({ kind: Kind, id: Id }),
  body: ValueChange,
  reply: ClassifierValue,
  versioned: true,
})
