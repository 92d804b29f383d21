import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'

/**
 * How somebody stands with an event; `asked` waits for the organisation, `waiting` for a seat, `offered` for an answer;
 * `left` is who began a run and went on no longer.
 */
export const ENROLMENT_STATES = ['asked', 'waiting', 'offered', 'enrolled', 'declined', 'cancelled', 'left'] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

/** Why one cannot enrol (any more). */
export const HINDRANCES = ['not_announced', 'cancelled', 'held', 'closed', 'not_admitted'] as const

const Moment = z.iso.datetime()
const Words = z.string().trim().max(1000)
const State = z.enum(ENROLMENT_STATES)

/** Another event of somebody at the same hours. */
const Clash = z.object({ eventId: Id, title: z.string(), startsAt: Moment, endsAt: Moment })

const Standing = z.object({
  eventId: Id,
  /** Null: as many as come. */
  seats: z.int().nullable(),
  taken: z.int(),
  waiting: z.int(),
  /** Whom the event takes, in words of the reader; null: whoever wants to. */
  rule: z.string().nullable(),
  byApproval: z.boolean(),
  quota: z.int().nullable(),
  closesAt: Moment.nullable(),
  mine: z
    .object({
      id: Id,
      state: State,
      place: z.int(),
      /** Which in the waiting line; null: not in it. */
      inLine: z.int().nullable(),
      offeredUntil: Moment.nullable(),
      isNominated: z.boolean(),
      reason: z.string(),
      endedBy: z.enum(['person', 'organisation', 'offer']).nullable(),
      endedFor: z.string().nullable(),
    })
    .nullable(),
  clashes: z.array(Clash),
  hindrance: z.enum(HINDRANCES).nullable(),
  can: z.array(z.enum(['enrol', 'accept', 'leave'])),
})
export type Standing = z.infer<typeof Standing>

export const getMyEnrolment = endpoint({
  id: 'getMyEnrolment',
  method: 'get',
  path: '/api/events/{id}/my-enrolment',
  summary: 'How one stands with an event: seats, the place in line, what else one has at these hours, what one can do',
  params: IdParams,
  reply: Standing,
})

export const enrol = endpoint({
  id: 'enrol',
  method: 'post',
  path: '/api/events/{id}/my-enrolment',
  summary: 'Enrol: a seat at once, else a place in the waiting line; asked again it changes nothing',
  params: IdParams,
  reply: Standing,
})

export const acceptOffer = endpoint({
  id: 'acceptOffer',
  method: 'post',
  path: '/api/events/{id}/my-enrolment/acceptance',
  summary: 'Take the seat that became free, while it is kept',
  params: IdParams,
  reply: Standing,
})

export const leaveEvent = endpoint({
  id: 'leaveEvent',
  method: 'post',
  path: '/api/events/{id}/my-enrolment/leaving',
  summary: 'Not come after all: the seat is offered to the first in line',
  params: IdParams,
  reply: Standing,
})

const MyEnrolment = z.object({
  eventId: Id,
  title: z.string(),
  startsOn: z.iso.date(),
  startsAt: Moment.nullable(),
  state: State,
  inLine: z.int().nullable(),
  offeredUntil: Moment.nullable(),
  isCancelled: z.boolean(),
})
export type MyEnrolment = z.infer<typeof MyEnrolment>

export const listMyEnrolments = endpoint({
  id: 'listMyEnrolments',
  method: 'get',
  path: '/api/my/enrolments',
  summary: 'Events ahead that one is enrolled for, asked for or waits for, the next first',
  query: listQuery(['starts'], {}).omit({ sort: true }),
  reply: listOf(MyEnrolment),
})

const Enrolment = z.object({
  id: Id,
  event: z.object({ id: Id, title: z.string(), startsOn: z.iso.date() }),
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  state: State,
  place: z.int(),
  inLine: z.int().nullable(),
  askedAt: Moment,
  offeredUntil: Moment.nullable(),
  nominatedBy: z.string().nullable(),
  reason: z.string(),
  endedBy: z.enum(['person', 'organisation', 'offer']).nullable(),
  endedFor: z.string().nullable(),
  can: z.array(z.enum(['decide', 'withdraw'])),
})
export type Enrolment = z.infer<typeof Enrolment>

export const listEnrolments = endpoint({
  id: 'listEnrolments',
  method: 'get',
  path: '/api/events/{id}/enrolments',
  summary: 'Who comes to an event: all to its organiser, their own people to the others; in the order of asking',
  params: IdParams,
  query: listQuery(['place', 'name', 'organisation'], { state: State.optional() }),
  reply: listOf(Enrolment).extend({
    seats: z.int().nullable(),
    taken: z.int(),
    waiting: z.int(),
    asked: z.int(),
    /** Organisations one may print the order of. */
    senders: z.array(z.object({ id: Id, name: z.string() })),
    can: z.array(z.enum(['nominate', 'admit', 'approve'])),
  }),
})

export const listQueue = endpoint({
  id: 'listQueue',
  method: 'get',
  path: '/api/events/{id}/queue',
  summary: 'The order of asking without names, for anybody to check that the seats were given by it',
  params: IdParams,
  query: listQuery(['place'], {}).omit({ sort: true }),
  reply: listOf(z.object({ place: z.int(), state: State, askedAt: Moment, changedAt: Moment, isMine: z.boolean() })),
})

const Candidate = z.object({
  id: Id,
  name: z.string(),
  organisation: z.object({ id: Id, name: z.string() }),
  /** When their last learning on record ended. */
  learnedOn: z.iso.date().nullable(),
  /** Events they took part in within a year. */
  attended: z.int(),
  state: State.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

export const listCandidates = endpoint({
  id: 'listCandidates',
  method: 'get',
  path: '/api/events/{id}/candidates',
  summary: 'Whom one may send to an event: those its rule takes, with when they last learned',
  params: IdParams,
  query: listQuery(['name', 'learned', 'attended'], { q: z.string().trim().max(200).optional() }),
  reply: listOf(Candidate).extend({ rule: z.string().nullable(), quota: z.int().nullable() }),
})

export const nominate = endpoint({
  id: 'nominate',
  method: 'post',
  path: '/api/events/{id}/nominations',
  summary: 'Send people to an event with the reason; who is in already stays as they are',
  params: IdParams,
  body: z.strictObject({ people: z.array(Id).min(1).max(200), reason: Words.min(3) }),
  reply: z.object({ enrolled: z.int(), waiting: z.int(), asked: z.int(), already: z.int() }),
})

export const withdrawNominee = endpoint({
  id: 'withdrawNominee',
  method: 'post',
  path: '/api/enrolments/{id}/withdrawal',
  summary: 'Take somebody of the own organisation off the list of an event, with the reason',
  params: IdParams,
  body: z.strictObject({ reason: Words.min(3) }),
  reply: Enrolment,
})

export const listApprovals = endpoint({
  id: 'listApprovals',
  method: 'get',
  path: '/api/enrolments/approvals',
  summary: 'Who of one’s own asks to go where, the next event first',
  query: listQuery(['starts'], {}).omit({ sort: true }),
  reply: listOf(Enrolment),
})

export const decideEnrolments = endpoint({
  id: 'decideEnrolments',
  method: 'post',
  path: '/api/enrolments/decisions',
  summary: 'Agree that people go, or decline with the reason; what was decided meanwhile stays so',
  body: z.strictObject({
    ids: z.array(Id).min(1).max(200),
    outcome: z.enum(['approve', 'decline']),
    reason: Words.default(''),
  }),
  reply: z.object({ decided: z.int(), enrolled: z.int(), waiting: z.int() }),
})

export const getEnrolmentDocument = endpoint({
  id: 'getEnrolmentDocument',
  method: 'get',
  path: '/api/events/{id}/order',
  summary: 'Draft of the order by which an organisation sends its people to an event, as a Word file in Russian',
  params: IdParams,
  query: z.object({ organisationId: Id }),
  reply: FileReply,
})
