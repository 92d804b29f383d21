import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { About, KeptAbout, PAPER_KINDS } from '../papers/kinds.contract.ts'

/** `printing`: registered, and the paper itself is being made. */
export const DOCUMENT_STATES = ['printing', 'issued', 'replaced', 'revoked'] as const

const Kind = z.enum(PAPER_KINDS)
const State = z.enum(DOCUMENT_STATES)
const Reason = z.string().trim().min(5).max(500)

/** Papers given at one time. */
export const PEOPLE_AT_ONCE = 1_000

const line = {
  id: Id,
  kind: Kind,
  number: z.string(),
  /** 1, and one more for each that took the place of the one before. */
  edition: z.int(),
  issuedOn: z.iso.date(),
  state: State,
  title: z.string(),
}

const Line = z.object({
  ...line,
  /** As they were called then. */
  holder: z.string(),
  /** Null: of whom nothing is on record any more. */
  personId: Id.nullable(),
})
export type DocumentLine = z.infer<typeof Line>

const Mine = z.object({
  ...line,
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  hours: z.number().nullable(),
})
export type MyDocument = z.infer<typeof Mine>

const Document = Line.omit({ title: true }).extend({
  version: z.int(),
  about: KeptAbout,
  series: z.string(),
  signatory: z.string(),
  batchId: Id,
  /** Where anybody sees whether it is good. */
  check: z.string(),
  /** SHA-256 of the paper, in hexadecimal digits; null while it is being made. */
  hash: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedFor: z.string().nullable(),
  endedBy: z.string().nullable(),
  /** All papers under the number, the latest first. */
  editions: z.array(z.object({ id: Id, edition: z.int(), issuedOn: z.iso.date(), state: State })),
  can: z.array(z.enum(['take', 'reissue', 'revoke'])),
})
export type IssuedDocument = z.infer<typeof Document>

const filters = {
  /** Beginnings of the name, or a part of the number. */
  q: z.string().trim().max(200).optional(),
  kind: Kind.optional(),
  state: State.optional(),
  series: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
}
const ListQuery = listQuery(['issued', 'number', 'holder'], filters)

export const listDocuments = endpoint({
  id: 'listDocuments',
  method: 'get',
  path: '/api/documents',
  summary: 'Documents given to people within one’s reach, the latest first',
  query: ListQuery,
  reply: listOf(Line).extend({ can: z.array(z.enum(['issue'])) }),
})

/** Who wants more narrows the list first. */
export const DOCUMENTS_IN_WORKBOOK = 20_000

export const exportDocuments = endpoint({
  id: 'exportDocuments',
  method: 'get',
  path: '/api/documents.xlsx',
  summary: 'The register of documents as a workbook, at most 20,000 of them',
  query: ListQuery.omit({ page: true, size: true }),
  reply: FileReply,
})

export const listMyDocuments = endpoint({
  id: 'listMyDocuments',
  method: 'get',
  path: '/api/me/documents',
  summary: 'One’s own documents, the latest first',
  reply: listOf(Mine),
})

export const getDocument = endpoint({
  id: 'getDocument',
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'A document with all its editions, and what became of it',
  params: IdParams,
  reply: Document,
  versioned: true,
})

export const getDocumentPaper = endpoint({
  id: 'getDocumentPaper',
  method: 'get',
  path: '/api/documents/{id}/paper',
  summary: 'The paper as it was issued, byte by byte (PDF)',
  params: IdParams,
  reply: FileReply,
})

/** Papers that were given together. */
export const Batch = z.object({
  id: Id,
  kind: Kind,
  /** Null: they are given for different things. */
  title: z.string().nullable(),
  createdAt: z.iso.datetime(),
  total: z.int(),
  printed: z.int(),
  /** Why the rest cannot be printed; null: nothing hinders it. */
  fault: z.enum(['picture', 'printing']).nullable(),
  first: z.string(),
  last: z.string(),
})
export type Batch = z.infer<typeof Batch>

export const issueDocuments = endpoint({
  id: 'issueDocuments',
  method: 'post',
  path: '/api/documents',
  summary: 'Give these people a document each: registered at once under the next numbers, printed within a minute',
  body: z.strictObject({
    about: About,
    seriesId: Id,
    signatoryId: Id,
    issuedOn: Day,
    personIds: z.array(Id).min(1).max(PEOPLE_AT_ONCE),
  }),
  reply: Batch,
})

export const getDocumentBatch = endpoint({
  id: 'getDocumentBatch',
  method: 'get',
  path: '/api/document-batches/{id}',
  summary: 'How far documents that were given together are printed',
  params: IdParams,
  reply: Batch,
})

export const reissueDocument = endpoint({
  id: 'reissueDocument',
  method: 'post',
  path: '/api/documents/{id}/reissue',
  summary: 'Give another paper under the same number, with the name as it is on the card now; the one before ends',
  params: IdParams,
  body: z.strictObject({ reason: Reason, about: About.optional(), signatoryId: Id, issuedOn: Day }),
  reply: Document,
  versioned: true,
})

export const revokeDocument = endpoint({
  id: 'revokeDocument',
  method: 'post',
  path: '/api/documents/{id}/revoke',
  summary: 'Revoke a document for a reason; its number is not given again',
  params: IdParams,
  body: z.strictObject({ reason: Reason }),
  reply: Document,
  versioned: true,
})
