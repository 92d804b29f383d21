import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'
import { EVENT_STATES } from '../events/events.contract.ts'

/** `planned` and `held` follow from the event that answers it; where that is cancelled, it is asked again. */
export const EVENT_REQUEST_STATES = ['asked', 'returned', 'planned', 'held', 'declined', 'withdrawn'] as const
export type EventRequestState = (typeof EVENT_REQUEST_STATES)[number]

export const EVENT_REQUEST_STEPS = ['correct', 'withdraw', 'plan', 'name', 'return', 'decline', 'detach'] as const
export type EventRequestStep = (typeof EVENT_REQUEST_STEPS)[number]

/** Where it is wished for: wherever, at the organisation itself, at the centre, on the line. */
export const REQUEST_PLACES = ['any', 'own', 'centre', 'online'] as const

export const REQUESTS_AT_ONCE = 100

const Named = z.object({ id: Id, name: z.string() })
const State = z.enum(EVENT_REQUEST_STATES)

const fields = {
  title: z.string().trim().min(3).max(300),
  /** A value of the list `event_kind`; null: whatever suits. */
  formId: Id.nullable(),
  /** For whom, and what it shall help with. */
  about: z.string().trim().max(2000),
  /** About how many would come. */
  people: z.int().min(1).max(100_000).nullable(),
  /** When it is wished for; null: an open end. */
  from: Day.nullable(),
  until: Day.nullable(),
  place: z.enum(REQUEST_PLACES),
}

export const EventRequest = z.object({
  id: Id,
  version: z.int(),
  organisation: Named,
  ...{ title: z.string(), about: z.string(), people: z.int().nullable(), place: z.enum(REQUEST_PLACES) },
  form: z.object({ id: Id, label: z.string() }).nullable(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  state: State,
  /** The event that answers it, also one that was cancelled since. */
  event: z
    .object({
      id: Id,
      title: z.string(),
      state: z.enum(EVENT_STATES),
      heldOn: z.iso.date(),
      /** Whether the reader may open it: others see a draft when it is announced. */
      isOpen: z.boolean(),
    })
    .nullable(),
  /** Why it was sent back or declined. */
  word: z.string().nullable(),
  askedOn: z.iso.date(),
  askedBy: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
  can: z.array(z.enum(EVENT_REQUEST_STEPS)),
})
export type EventRequest = z.infer<typeof EventRequest>

export const listEventRequests = endpoint({
  id: 'listEventRequests',
  method: 'get',
  path: '/api/event-requests',
  summary: 'Events that organisations within reach have asked the centre for, and what came of it',
  query: listQuery(['asked', 'wished', 'organisation', 'title'], {
    state: manyOf(State),
    organisation: manyOf(Id),
    /** Asked in this year. */
    year: z.coerce.number().int().min(2000).max(2199).optional(),
    /** Answered by this event. */
    event: Id.optional(),
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(EventRequest).extend({
    /** Of those asked for, the withdrawn left out, how many were held; under the same filters but that of the state. */
    satisfied: z.object({ asked: z.int(), held: z.int() }),
    can: z.array(z.enum(['ask'])),
  }),
})

export const getEventRequest = endpoint({
  id: 'getEventRequest',
  method: 'get',
  path: '/api/event-requests/{id}',
  summary: 'An event an organisation has asked for, and what may be done with the request',
  params: IdParams,
  reply: EventRequest,
  versioned: true,
})

export const NewEventRequest = z.strictObject({
  ...fields,
  organisationId: Id,
  formId: fields.formId.default(null),
  about: fields.about.default(''),
  people: fields.people.default(null),
  from: fields.from.default(null),
  until: fields.until.default(null),
  place: fields.place.default('any'),
})
export type NewEventRequest = z.infer<typeof NewEventRequest>

export const askForEvent = endpoint({
  id: 'askForEvent',
  method: 'post',
  path: '/api/event-requests',
  summary: 'Ask the centre to hold an event on a topic of one’s own',
  body: NewEventRequest,
  reply: EventRequest,
})

export const EventRequestChange = z.strictObject(fields)
export type EventRequestChange = z.infer<typeof EventRequestChange>

export const correctEventRequest = endpoint({
  id: 'correctEventRequest',
  method: 'put',
  path: '/api/event-requests/{id}',
  summary: 'Say otherwise what was asked for, as long as no event answers it; what was sent back is asked anew',
  params: IdParams,
  body: EventRequestChange,
  reply: EventRequest,
  versioned: true,
})

export const withdrawEventRequest = endpoint({
  id: 'withdrawEventRequest',
  method: 'post',
  path: '/api/event-requests/{id}/withdraw',
  summary: 'Take back what was asked for, as long as no event answers it',
  params: IdParams,
  reply: EventRequest,
  versioned: true,
})

export const planRequestedEvent = endpoint({
  id: 'planRequestedEvent',
  method: 'post',
  path: '/api/event-requests/{id}/event',
  summary: 'Answer a request by an event: a draft on this day with what was asked for, to be planned on',
  params: IdParams,
  body: z.strictObject({ heldOn: Day, organiserId: Id, formId: Id }),
  reply: EventRequest,
  versioned: true,
})

export const answerEventRequests = endpoint({
  id: 'answerEventRequests',
  method: 'post',
  path: '/api/event-requests/answers',
  summary:
    'Answer requests, of several organisations, by one event that is planned; what was changed meanwhile is left',
  body: z.strictObject({
    eventId: Id,
    /** As they were read. */
    requests: z
      .array(z.strictObject({ id: Id, version: z.int() }))
      .min(1)
      .max(REQUESTS_AT_ONCE),
  }),
  reply: z.object({ done: z.int(), left: z.int() }),
})

export const decideEventRequest = endpoint({
  id: 'decideEventRequest',
  method: 'post',
  path: '/api/event-requests/{id}/decision',
  summary: 'Send a request back with a question, decline it with the reason, or detach the event that answered it',
  params: IdParams,
  body: z.strictObject({
    step: z.enum(['return', 'decline', 'detach']),
    word: z.string().trim().max(500).default(''),
  }),
  reply: EventRequest,
  versioned: true,
})
