import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'

/** What somebody may ask about their own data. */
export const REQUEST_KINDS = ['copy', 'correction', 'withdrawal', 'erasure'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_STATES = ['open', 'done', 'refused'] as const

const Kind = z.enum(REQUEST_KINDS)
const State = z.enum(REQUEST_STATES)
const Words = z.string().trim().max(2000)
const Who = z.object({ id: Id, name: z.string() })

const Facts = z.object({
  id: Id,
  version: z.int(),
  kind: Kind,
  state: State,
  words: z.string(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  overdue: z.boolean(),
  /** Why it takes longer; null: it does not. */
  extension: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
})

const Mine = Facts
export type MyRequest = z.infer<typeof Mine>

const Request = Facts.extend({
  /** Who asked, as they were called then. */
  applicant: z.string(),
  /** Null: of whom nothing is on record any more. */
  personId: Id.nullable(),
  onPaper: z.boolean(),
  responsible: Who.nullable(),
  answeredBy: z.string().nullable(),
  can: z.array(z.enum(['take', 'extend', 'answer', 'copy', 'erase', 'lift', 'print'])),
})
export type PersonRequest = z.infer<typeof Request>

export const listMyRequests = endpoint({
  id: 'listMyRequests',
  method: 'get',
  path: '/api/me/personal-data-requests',
  summary: 'What one asked about the own data, and what was answered',
  reply: listOf(Mine),
})

export const makeMyRequest = endpoint({
  id: 'makeMyRequest',
  method: 'post',
  path: '/api/me/personal-data-requests',
  summary:
    'Ask about the own data: what is held, a correction, a withdrawal of consents, erasure; the clock begins today',
  body: z.strictObject({ kind: Kind, words: Words.default('') }),
  reply: Mine,
})

const Line = Request.omit({ words: true, answer: true, extension: true, can: true })
export type RequestLine = z.infer<typeof Line>

export const listRequests = endpoint({
  id: 'listRequests',
  method: 'get',
  path: '/api/personal-data/requests',
  summary: 'Requests of people about their data with their days; open ones first, the most urgent before the others',
  query: listQuery(['due'], { state: State.optional() }).omit({ sort: true }),
  reply: listOf(Line).extend({
    overdue: z.int(),
    can: z.array(z.enum(['enter'])),
  }),
})

export const getRequest = endpoint({
  id: 'getRequest',
  method: 'get',
  path: '/api/personal-data/requests/{id}',
  summary: 'A request about personal data with its answer',
  params: IdParams,
  reply: Request,
  versioned: true,
})

export const enterRequest = endpoint({
  id: 'enterRequest',
  method: 'post',
  path: '/api/personal-data/requests',
  summary: 'Enter a request that came on paper; the clock begins on the day it came',
  body: z.strictObject({ personId: Id, kind: Kind, receivedOn: Day, words: Words.default('') }),
  reply: Request,
})

export const takeRequest = endpoint({
  id: 'takeRequest',
  method: 'post',
  path: '/api/personal-data/requests/{id}/responsible',
  summary: 'Take it upon oneself to answer a request',
  params: IdParams,
  reply: Request,
  versioned: true,
})

export const extendRequest = endpoint({
  id: 'extendRequest',
  method: 'post',
  path: '/api/personal-data/requests/{id}/extension',
  summary: 'Five working days more, once, for a reason that is told to who asked',
  params: IdParams,
  body: z.strictObject({ reason: z.string().trim().min(5).max(1000) }),
  reply: Request,
  versioned: true,
})

export const answerRequest = endpoint({
  id: 'answerRequest',
  method: 'post',
  path: '/api/personal-data/requests/{id}/answer',
  summary: 'Answer a request; of a withdrawal that is done all consents of the person end with it',
  params: IdParams,
  body: z.strictObject({ outcome: z.enum(['done', 'refused']), answer: z.string().trim().min(5).max(4000) }),
  reply: Request,
  versioned: true,
})

export const getRequestDocument = endpoint({
  id: 'getRequestDocument',
  method: 'get',
  path: '/api/personal-data/requests/{id}/document',
  summary: 'The answer to a request as a letter: Word or PDF, in Russian',
  params: IdParams,
  query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
  reply: FileReply,
})

export const exportRequested = endpoint({
  id: 'exportRequested',
  method: 'get',
  path: '/api/personal-data/requests/{id}/copy',
  summary:
    'Everything on record of who asked what is held: for machines (json) or to print (html); they see that it was taken',
  params: IdParams,
  query: z.object({ format: z.enum(['json', 'html']).default('html') }),
  reply: FileReply,
})
