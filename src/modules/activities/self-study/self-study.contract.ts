import { z } from 'zod'
import {
  Day,
  endpoint,
  FileReply,
  Id,
  IdParams,
  listOf,
  listQuery,
  manyOf,
  Nothing,
} from '../../../platform/contract.ts'
import { PAPER_KINDS } from '../../documents/papers/kinds.contract.ts'
import { PROGRAMME_KINDS } from '../programmes/programmes.contract.ts'
import { Documents } from '../runs/closing/closing.contract.ts'
import type { RunOrder } from '../runs/orders/orders.contract.ts'

export const SELF_STUDY_STATES = ['asked', 'going', 'finished', 'declined', 'cancelled'] as const
export type SelfStudyState = (typeof SELF_STUDY_STATES)[number]

/** `keep`: to say which modules are passed. */
export const SELF_STUDY_STEPS = [
  ...(['withdraw', 'approve', 'decline', 'keep', 'change', 'finish', 'cancel', 'reopen', 'order'] as const),
] as const
export type SelfStudyStep = (typeof SELF_STUDY_STEPS)[number]

const State = z.enum(SELF_STUDY_STATES)
const Named = z.object({ id: Id, name: z.string() })

const line = {
  id: Id,
  version: z.int(),
  person: Named,
  programme: z.object({ id: Id, title: z.string(), kind: z.enum(PROGRAMME_KINDS) }),
  /** Of the programme, or of those modules of it. */
  hours: z.number(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  state: State,
  passed: z.int(),
  /** So many modules have to be passed. */
  needed: z.int(),
}
const Line = z.object(line)
export type SelfStudyLine = z.infer<typeof Line>

const Module = z.object({
  id: Id,
  title: z.string(),
  hours: z.number(),
  elective: z.boolean(),
  passedOn: z.iso.date().nullable(),
  /** What shows that it is passed. */
  evidence: z.string(),
})
export type SelfStudyModule = z.infer<typeof Module>

export const SelfStudy = z.object({
  ...line,
  /** Some modules of the programme: learning comes once all of them are there. */
  isPart: z.boolean(),
  /** Of the elective modules so many. */
  electives: z.int(),
  modules: z.array(Module),
  tutor: Named.nullable(),
  /** Why it was declined or called off, and when. */
  endedFor: z.string().nullable(),
  endedOn: z.iso.date().nullable(),
  finishedOn: z.iso.date().nullable(),
  examiner: z.string().nullable(),
  /** What the law gives for it. */
  paper: z.enum(PAPER_KINDS),
  /** Where its document is printed, for who gives documents. */
  batch: Id.nullable(),
  can: z.array(z.enum(SELF_STUDY_STEPS)),
})
export type SelfStudy = z.infer<typeof SelfStudy>

export const listSelfStudies = endpoint({
  id: 'listSelfStudies',
  method: 'get',
  path: '/api/self-studies',
  summary: 'Who within one’s reach takes a programme without a group: one’s people, oneself and those one helps',
  query: listQuery(['endsOn', 'startsOn', 'person', 'programme'], {
    q: z.string().trim().max(200).optional(),
    state: manyOf(State),
    programme: Id.optional(),
  }),
  reply: listOf(Line).extend({ can: z.array(z.enum(['arrange', 'ask'])) }),
})

export const getSelfStudy = endpoint({
  id: 'getSelfStudy',
  method: 'get',
  path: '/api/self-studies/{id}',
  summary: 'A programme somebody takes without a group, module by module',
  params: IdParams,
  reply: SelfStudy,
  versioned: true,
})

const wanted = {
  programmeId: Id,
  /** Those taken, where that is not all of the programme. */
  moduleIds: z.array(Id).max(60).default([]),
  startsOn: Day,
  endsOn: Day,
}

export const arrangeSelfStudy = endpoint({
  id: 'arrangeSelfStudy',
  method: 'post',
  path: '/api/self-studies',
  summary: 'Enter somebody within reach as who takes a programme without a group',
  body: z.strictObject({ personId: Id, ...wanted, tutorId: Id.nullable().default(null) }),
  reply: SelfStudy,
})

export const askSelfStudy = endpoint({
  id: 'askSelfStudy',
  method: 'post',
  path: '/api/my/self-studies',
  summary: 'Ask to take a programme without a group; the organisation or the centre agrees',
  body: z.strictObject(wanted),
  reply: SelfStudy,
})

export const withdrawSelfStudy = endpoint({
  id: 'withdrawSelfStudy',
  method: 'delete',
  path: '/api/my/self-studies/{id}',
  summary: 'Take back what one asked for, before anybody agreed',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

export const approveSelfStudy = endpoint({
  id: 'approveSelfStudy',
  method: 'post',
  path: '/api/self-studies/{id}/approval',
  summary: 'Agree that somebody takes a programme without a group, and say who helps',
  params: IdParams,
  body: z.strictObject({ tutorId: Id.nullable().default(null) }),
  reply: SelfStudy,
  versioned: true,
})

const reason = z.string().trim().min(3).max(1000)

export const declineSelfStudy = endpoint({
  id: 'declineSelfStudy',
  method: 'post',
  path: '/api/self-studies/{id}/refusal',
  summary: 'Decline what somebody asked for, for a reason they read',
  params: IdParams,
  body: z.strictObject({ reason }),
  reply: SelfStudy,
  versioned: true,
})

export const changeSelfStudy = endpoint({
  id: 'changeSelfStudy',
  method: 'patch',
  path: '/api/self-studies/{id}',
  summary: 'Change until when somebody studies, or who helps them',
  params: IdParams,
  body: z.strictObject({ endsOn: Day, tutorId: Id.nullable() }).partial(),
  reply: SelfStudy,
  versioned: true,
})

export const passSelfStudyModule = endpoint({
  id: 'passSelfStudyModule',
  method: 'put',
  path: '/api/self-studies/{id}/modules/{moduleId}',
  summary: 'Say on which day a module was passed and what shows it, or take that back',
  params: IdParams.extend({ moduleId: Id }),
  body: z.strictObject({ passedOn: Day.nullable(), evidence: z.string().trim().max(1000).default('') }),
  reply: SelfStudy,
  versioned: true,
})

export const finishSelfStudy = endpoint({
  id: 'finishSelfStudy',
  method: 'post',
  path: '/api/self-studies/{id}/finish',
  summary: 'Say that the attestation at the end is credited: learning, modules and the document, all at once',
  params: IdParams,
  body: z.strictObject({
    finishedOn: Day,
    /** Who took the attestation. */
    examiner: z.string().trim().min(3).max(200),
    /** Null: no document is given. */
    documents: Documents.nullable().default(null),
  }),
  reply: SelfStudy,
  versioned: true,
})

export const reopenSelfStudy = endpoint({
  id: 'reopenSelfStudy',
  method: 'post',
  path: '/api/self-studies/{id}/reopening',
  summary: 'Take back that it is finished, where no document was given: its learning goes',
  params: IdParams,
  reply: SelfStudy,
  versioned: true,
})

export const cancelSelfStudy = endpoint({
  id: 'cancelSelfStudy',
  method: 'post',
  path: '/api/self-studies/{id}/cancellation',
  summary: 'Call it off, for a reason the learner reads',
  params: IdParams,
  body: z.strictObject({ reason }),
  reply: SelfStudy,
  versioned: true,
})

/** Nobody joins what somebody takes alone. */
const SELF_STUDY_ORDERS = ['enrolment', 'leaving', 'completion'] as const satisfies readonly RunOrder[]

export const getSelfStudyDocument = endpoint({
  id: 'getSelfStudyDocument',
  method: 'get',
  path: '/api/self-studies/{id}/order',
  summary: 'Draft of the order by which the learner is enrolled or leaves, as a Word file in Russian',
  params: IdParams,
  query: z.object({ order: z.enum(SELF_STUDY_ORDERS) }),
  reply: FileReply,
})

/** The orders that can be written in a state. */
export const ORDERS_IN: Readonly<Record<SelfStudyState, readonly (typeof SELF_STUDY_ORDERS)[number][]>> = {
  asked: [],
  declined: [],
  going: ['enrolment'],
  finished: ['enrolment', 'completion'],
  cancelled: ['enrolment', 'leaving'],
}
