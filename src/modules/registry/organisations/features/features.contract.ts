import { z } from 'zod'
import { Day, endpoint, Id, IdParams, Nothing } from '../../../../platform/contract.ts'

/** Something an organisation has introduced: a regulation, a model, a tutor. */
const Feature = z.object({
  id: Id,
  version: z.int(),
  kind: z.object({ id: Id, label: z.string() }),
  from: Day,
  /** The last day on which it was so. */
  until: Day.nullable(),
  /** By which it was introduced. */
  document: z.string(),
})
export type Feature = z.infer<typeof Feature>

const fields = { from: Day, until: Day.nullable(), document: z.string().trim().max(300) }
const FeatureParams = IdParams.extend({ featureId: Id })

export const listFeatures = endpoint({
  id: 'listFeatures',
  method: 'get',
  path: '/api/organisations/{id}/features',
  summary: 'What an organisation has introduced, and what there is to introduce',
  params: IdParams,
  reply: z.object({
    items: z.array(Feature),
    /** Values of the list, those offered no more left out. */
    kinds: z.array(z.object({ id: Id, label: z.string() })),
    can: z.array(z.enum(['add'])),
  }),
})

export const addFeature = endpoint({
  id: 'addFeature',
  method: 'post',
  path: '/api/organisations/{id}/features',
  summary: 'Say what an organisation has introduced',
  params: IdParams,
  body: z.strictObject({
    kindId: Id,
    ...fields,
    until: fields.until.default(null),
    document: fields.document.default(''),
  }),
  reply: Feature,
})

export const FeatureChange = z.strictObject(fields).partial()
export type FeatureChange = z.infer<typeof FeatureChange>

export const changeFeature = endpoint({
  id: 'changeFeature',
  method: 'patch',
  path: '/api/organisations/{id}/features/{featureId}',
  summary: 'Correct what an organisation has introduced, or say when it ended',
  params: FeatureParams,
  body: FeatureChange,
  reply: Feature,
  versioned: true,
})

export const removeFeature = endpoint({
  id: 'removeFeature',
  method: 'delete',
  path: '/api/organisations/{id}/features/{featureId}',
  summary: 'Take back what was said by mistake',
  params: FeatureParams,
  reply: Nothing,
  versioned: true,
})
