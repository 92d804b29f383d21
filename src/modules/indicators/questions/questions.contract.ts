import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { IndicatorCode } from '../definitions/definitions.contract.ts'

const Text = z.string().trim().min(1).max(2_000)

/** Somebody of the district whom a question can be handed to, with what they are there. */
export const Addressee = z.object({
  id: Id,
  name: z.string(),
  role: z.string(),
  organisation: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
})
export type Addressee = z.infer<typeof Addressee>

export const Question = z.object({
  id: Id,
  version: z.int(),
  /** Null where it is about a record. */
  indicator: z.object({ code: z.string(), title: z.string() }).nullable(),
  date: Day.nullable(),
  slice: z.string().nullable(),
  key: z.string().nullable(),
  /** What is on record of whom, as their page showed it; null where it is about a figure. */
  record: z.object({ personId: Id, about: z.string() }).nullable(),
  text: z.string(),
  dueOn: Day,
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime(),
  addressee: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** The day has passed and there is no answer. */
  overdue: z.boolean(),
  can: z.array(z.enum(['answer', 'close', 'reopen'])),
})
export type Question = z.infer<typeof Question>

export const listQuestions = endpoint({
  id: 'listQuestions',
  method: 'get',
  path: '/api/questions',
  summary: 'Questions about figures that one was handed, or handed to others, the most urgent first',
  query: listQuery(['due'], {
    side: z.enum(['mine', 'asked']).default('mine'),
    state: z.enum(['open', 'answered', 'closed']).optional(),
  }),
  reply: listOf(Question).extend({
    /** Without an answer, whatever the filter. */
    open: z.int(),
    overdue: z.int(),
  }),
})

export const listAddressees = endpoint({
  id: 'listAddressees',
  method: 'get',
  path: '/api/questions/addressees',
  summary: 'Whom a question can be handed to',
  reply: z.object({ items: z.array(Addressee) }),
})

export const NewQuestion = z.strictObject({
  code: IndicatorCode,
  date: Day,
  slice: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable()
    .default(null),
  key: z.string().min(1).max(300).nullable().default(null),
  text: Text,
  dueOn: Day,
  addresseeId: Id,
})

export const askQuestion = endpoint({
  id: 'askQuestion',
  method: 'post',
  path: '/api/questions',
  summary: 'Hand a figure to somebody with a question and a day',
  body: NewQuestion,
  reply: Question,
})

export const askAboutRecord = endpoint({
  id: 'askAboutRecord',
  method: 'post',
  path: '/api/my/questions',
  summary: 'Say that something on record of oneself is not so; the methodical centre answers within a week',
  body: z.strictObject({
    /** The fact as the page showed it. */
    about: z.string().trim().min(1).max(300),
    text: Text,
  }),
  reply: Question,
})

export const answerQuestion = endpoint({
  id: 'answerQuestion',
  method: 'post',
  path: '/api/questions/{id}/answer',
  summary: 'Answer a question one was handed, or correct the answer',
  params: IdParams,
  body: z.strictObject({ answer: Text }),
  reply: Question,
  versioned: true,
})

export const closeQuestion = endpoint({
  id: 'closeQuestion',
  method: 'post',
  path: '/api/questions/{id}/close',
  summary: 'Be content with the answer, or no longer need one',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

export const reopenQuestion = endpoint({
  id: 'reopenQuestion',
  method: 'post',
  path: '/api/questions/{id}/reopen',
  summary: 'Ask for more: the question is open again',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})
