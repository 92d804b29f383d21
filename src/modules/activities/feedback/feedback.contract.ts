import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf } from '../../../platform/contract.ts'

/** Right after an event, and some three months later: what came of it. */
export const STAGES = ['end', 'later'] as const
export type Stage = (typeof STAGES)[number]

const QUESTION_KINDS = ['scale', 'text'] as const
export const MOST_QUESTIONS = 5
export const HIGHEST_MARK = 5

const Question = z.strictObject({ kind: z.enum(QUESTION_KINDS), text: z.string().trim().min(1).max(200) })
export type Question = z.infer<typeof Question>

const FeedbackForm = z.object({
  version: z.int(),
  stage: z.enum(STAGES),
  questions: z.array(Question),
  can: z.array(z.enum(['change'])),
})
export type FeedbackForm = z.infer<typeof FeedbackForm>

export const getFeedbackForm = endpoint({
  id: 'getFeedbackForm',
  method: 'get',
  path: '/api/feedback-form',
  summary: 'What whoever was at an event is asked of it, at its end or later',
  query: z.object({ stage: z.enum(STAGES) }),
  reply: FeedbackForm,
  versioned: true,
})

export const changeFeedbackForm = endpoint({
  id: 'changeFeedbackForm',
  method: 'put',
  path: '/api/feedback-form',
  summary: 'Ask other questions from the next event on, or none; what was answered keeps those it was given to',
  body: z.strictObject({ stage: z.enum(STAGES), questions: z.array(Question).max(MOST_QUESTIONS) }),
  reply: FeedbackForm,
  versioned: true,
})

const MyFeedback = z.object({
  id: Id,
  stage: z.enum(STAGES),
  event: z.object({ id: Id, title: z.string(), heldOn: z.iso.date() }),
  /** The last day on which an answer is taken. */
  closesOn: z.iso.date(),
  /** `closed`: it was neither answered nor dismissed in time. */
  state: z.enum(['asked', 'answered', 'dismissed', 'closed']),
  questions: z.array(Question),
})
export type MyFeedback = z.infer<typeof MyFeedback>

export const listMyFeedback = endpoint({
  id: 'listMyFeedback',
  method: 'get',
  path: '/api/my/feedback',
  summary: 'Of which events one is asked now; nothing obliges to answer',
  reply: listOf(MyFeedback),
})

export const getMyFeedback = endpoint({
  id: 'getMyFeedback',
  method: 'get',
  path: '/api/my/feedback/{id}',
  summary: 'What one is asked of an event',
  params: IdParams,
  reply: MyFeedback,
})

/** A mark for a scale, words for a text (none: an empty text); null: not answered. */
const Answer = z.union([z.int().min(1).max(HIGHEST_MARK), z.string().trim().max(1000)]).nullable()
export type Answer = z.infer<typeof Answer>

export const answerMyFeedback = endpoint({
  id: 'answerMyFeedback',
  method: 'post',
  path: '/api/my/feedback/{id}/answer',
  summary: 'Answer, question by question; what was said is kept apart from who said it',
  params: IdParams,
  body: z.strictObject({ answers: z.array(Answer).max(MOST_QUESTIONS) }),
  reply: MyFeedback,
})

export const dismissMyFeedback = endpoint({
  id: 'dismissMyFeedback',
  method: 'post',
  path: '/api/my/feedback/{id}/dismissal',
  summary: 'Not to answer, and not to be asked of this event again',
  params: IdParams,
  reply: MyFeedback,
})

const FeedbackResult = z.object({
  stage: z.enum(STAGES),
  /** Of how many events people were asked; those of how many stand below. */
  events: z.int(),
  shownEvents: z.int(),
  asked: z.int(),
  answered: z.int(),
  /** Of those who answered, so many are told below: fewer than five never are. */
  shown: z.int(),
  /** Answers still come, until this day; null: no more. */
  closesOn: z.iso.date().nullable(),
  questions: z.array(
    Question.extend({
      /** How many gave each mark, from 1 on; null for a text. */
      marks: z.array(z.int()).nullable(),
      words: z.array(z.string()),
    }),
  ),
})
export type FeedbackResult = z.infer<typeof FeedbackResult>

export const listEventFeedback = endpoint({
  id: 'listEventFeedback',
  method: 'get',
  path: '/api/events/{id}/feedback',
  summary: 'What was said of an event, without names: once no more answers come, and where five or more did',
  params: IdParams,
  reply: listOf(FeedbackResult),
})

export const exportEventFeedback = endpoint({
  id: 'exportEventFeedback',
  method: 'get',
  path: '/api/events/{id}/feedback.xlsx',
  summary: 'The same as a workbook; noted in the journal',
  params: IdParams,
  reply: FileReply,
})

export const listSeriesFeedback = endpoint({
  id: 'listSeriesFeedback',
  method: 'get',
  path: '/api/event-series/{id}/feedback',
  summary:
    'What was said of the events of a series together; of small ones where at least five answered in a row of them',
  params: IdParams,
  reply: listOf(FeedbackResult),
})

export const exportSeriesFeedback = endpoint({
  id: 'exportSeriesFeedback',
  method: 'get',
  path: '/api/event-series/{id}/feedback.xlsx',
  summary: 'The same as a workbook; noted in the journal',
  params: IdParams,
  reply: FileReply,
})
