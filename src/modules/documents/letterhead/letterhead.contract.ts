import { z } from 'zod'
import { endpoint, FileReply, Id, Nothing } from '../../../platform/contract.ts'

const Body = z.strictObject({
  name: z.string().trim().min(3).max(500),
  /** Where papers are given: `г. Зареченск`. */
  place: z.string().trim().max(100),
  address: z.string().trim().max(300),
  requisites: z.string().trim().max(500),
})

const Letterhead = z.object({
  version: z.int(),
  name: z.string(),
  place: z.string(),
  address: z.string(),
  requisites: z.string(),
  /** The picture itself as an address `data:`; null: none. */
  emblem: z.string().nullable(),
  /** Whether the codes on papers lead to an address that others reach too: the server knows its own. */
  isSiteKnown: z.boolean(),
})
export type Letterhead = z.infer<typeof Letterhead>

/** Bytes and points of an emblem at most. */
export const EMBLEM_BYTES = 524_288
export const EMBLEM_POINTS = 4_000

export const getLetterhead = endpoint({
  id: 'getLetterhead',
  method: 'get',
  path: '/api/letterhead',
  summary: 'What stands at the head of documents of the district',
  reply: Letterhead,
  versioned: true,
})

export const writeLetterhead = endpoint({
  id: 'writeLetterhead',
  method: 'put',
  path: '/api/letterhead',
  summary: 'Write the letterhead; papers given before stay as they are',
  body: Body,
  reply: Letterhead,
  versioned: true,
})

export const putEmblem = endpoint({
  id: 'putEmblem',
  method: 'post',
  path: '/api/letterhead/emblem',
  summary: 'Put a picture on the letterhead: PNG or JPEG by its bytes, up to 512 kB and 4,000 points a side',
  takes: 'files',
  reply: Letterhead,
})

export const removeEmblem = endpoint({
  id: 'removeEmblem',
  method: 'delete',
  path: '/api/letterhead/emblem',
  summary: 'Take the picture off the letterhead',
  reply: Nothing,
})

export const previewDocument = endpoint({
  id: 'previewDocument',
  method: 'get',
  path: '/api/letterhead/preview',
  summary: 'A paper as it would look like, of nobody and without a number that counts (PDF)',
  query: z.object({ series: Id.optional(), signatory: Id.optional() }),
  reply: FileReply,
})
