import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { Named } from '../people/provenance.contract.ts'

export const REVISED = ['person', 'employment', 'organisation'] as const

/** A field before and after, in words; null where it was empty. */
const FieldRevision = z.object({
  /** As the card calls it. */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** One change, by hand or by a load. */
export const Revision = z.object({
  id: Id,
  kind: z.enum(REVISED),
  /** The employer, of an employment. */
  organisation: Named.nullable(),
  action: z.enum(['added', 'changed', 'removed']),
  fields: z.array(FieldRevision),
  at: z.iso.datetime(),
  /** The name of the account; null: the operator of the machine. */
  by: z.string().nullable(),
  /** Taken back, or itself taking back another. */
  undone: z.boolean(),
  undoes: Id.nullable(),
  /** The load whose taking back made it. */
  load: Id.nullable(),
  /** Decided about a file that does not name the place of work any more: why, and the load. */
  decision: z.object({ load: Id, reason: z.string().nullable() }).nullable(),
  /** The file of the load that made it, as long as the load can be taken back; null: by hand. */
  file: z.object({ load: Id, name: z.string(), sheet: z.string().nullable(), row: z.int().nullable() }).nullable(),
  can: z.array(z.enum(['undo'])),
})
export type Revision = z.infer<typeof Revision>

const UndoParams = IdParams.extend({ revision: Id })

export const listPersonRevisions = endpoint({
  id: 'listPersonRevisions',
  method: 'get',
  path: '/api/people/{id}/revisions',
  summary: 'What was changed, by hand or by a load, about a person and their places of work, the latest first',
  params: IdParams,
  query: listQuery(['id'], {}),
  reply: listOf(Revision),
})

export const undoPersonRevision = endpoint({
  id: 'undoPersonRevision',
  method: 'post',
  path: '/api/people/{id}/revisions/{revision}/undo',
  summary: 'Take back a change by hand about a person, unless somebody changed the same since',
  params: UndoParams,
  reply: Nothing,
})

export const listOrganisationRevisions = endpoint({
  id: 'listOrganisationRevisions',
  method: 'get',
  path: '/api/organisations/{id}/revisions',
  summary: 'What was changed, by hand or by a load, about an organisation, the latest first',
  params: IdParams,
  query: listQuery(['id'], {}),
  reply: listOf(Revision),
})

export const undoOrganisationRevision = endpoint({
  id: 'undoOrganisationRevision',
  method: 'post',
  path: '/api/organisations/{id}/revisions/{revision}/undo',
  summary: 'Take back a change by hand about an organisation, unless somebody changed the same since',
  params: UndoParams,
  reply: Nothing,
})
