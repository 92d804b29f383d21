import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf, Nothing } from '../../../platform/contract.ts'
import { WebLink } from '../../../platform/web-link.contract.ts'
import { Attesting } from '../in-house/states.contract.ts'
import { PROGRAMME_FORMS, PROGRAMME_KINDS } from '../programmes/programmes.contract.ts'
import { RunModule } from '../programmes/run-module.contract.ts'
import { Material } from './materials.contract.ts'
import { Meeting, NewMeeting } from './meetings.contract.ts'
import { Speaker } from './speakers.contract.ts'

export const EVENT_STATES = ['draft', 'announced', 'held', 'cancelled'] as const
export type EventState = (typeof EVENT_STATES)[number]

export const EVENT_FORMATS = ['in_person', 'online', 'hybrid'] as const
export const EVENT_LEVELS = ['district', 'organisation'] as const

/** What a draft still needs before it can be announced. */
export const EVENT_LACKS = ['format', 'meetings', 'place', 'day_past', 'whole'] as const

const State = z.enum(EVENT_STATES)
const Titled = z.object({ id: Id, title: z.string() })
const Value = z.object({ id: Id, label: z.string() })

const fields = {
  title: z.string().trim().min(1).max(300),
  /** A value of the list `event_kind`. */
  formId: Id,
  format: z.enum(EVENT_FORMATS).nullable(),
  /** Whose figures it counts in: an event of a school for its own people is of the level of the organisation. */
  level: z.enum(EVENT_LEVELS),
  organiserId: Id,
  topicId: Id.nullable(),
  audienceId: Id.nullable(),
  /** The first day, and the last one where there are several. */
  heldOn: Day,
  lastOn: Day.nullable(),
  about: z.string().trim().max(4000),
  /** Academic hours. */
  hours: z.number().positive().max(2000).nullable(),
  seats: z.int().min(1).max(100_000).nullable(),
  place: z.string().trim().min(1).max(300).nullable(),
  link: WebLink.nullable(),
  recording: WebLink.nullable(),
  /** What to do for who cannot be there, and until when. */
  instead: z.string().trim().min(1).max(1000).nullable(),
  insteadUntil: Day.nullable(),
  onRequest: z.boolean(),
  /** Whether those who were there are asked how it was. */
  asksFeedback: z.boolean(),
  /** Its title; made where the district has none of it yet. */
  series: z.string().trim().min(1).max(300).nullable(),
  /** The larger event it is a part of. */
  partOf: Id.nullable(),
  /** The programme in the register it runs; hours are those of the programme. */
  programmeId: Id.nullable(),
  /** Modules of the programme it carries out, where that is not all of it: everybody takes each. Hours are theirs. */
  moduleIds: z.array(Id).max(60),
}

const line = {
  id: Id,
  version: z.int(),
  /** As the house numbers them (`2026-0012`), or as a file calls it. */
  code: z.string(),
  title: z.string(),
  state: State,
  form: Value,
  format: fields.format,
  level: fields.level,
  organiser: z.object({ id: Id, code: z.string(), name: z.string() }),
  heldOn: z.iso.date(),
  lastOn: z.iso.date().nullable(),
  /** When the first meeting begins, in the district's time; null while there is none. */
  startsAt: z.string().nullable(),
  /** Where: the place agreed, or the room of the first meeting that has one. */
  where: z.string().nullable(),
  hours: z.number().nullable(),
  seats: z.int().nullable(),
  series: Titled.nullable(),
  /** Whose part it is. */
  whole: Titled.nullable(),
}

const Line = z.object(line)
export type EventLine = z.infer<typeof Line>

export const Event = z.object({
  ...line,
  interactive: z.boolean().nullable(),
  topic: Value.nullable(),
  audience: Value.nullable(),
  about: z.string(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  recording: z.string().nullable(),
  instead: z.string().nullable(),
  insteadUntil: z.iso.date().nullable(),
  onRequest: z.boolean(),
  asksFeedback: z.boolean(),
  /** Whose event it is at the centre. */
  responsible: z.object({ id: Id, name: z.string() }).nullable(),
  /** The programme it runs. */
  programme: Titled.extend({ kind: z.enum(PROGRAMME_KINDS), form: z.enum(PROGRAMME_FORMS) }).nullable(),
  /** Those of its modules it carries out; none: all of the programme. */
  modules: z.array(RunModule),
  announcedAt: z.iso.datetime().nullable(),
  cancelledFor: z.string().nullable(),
  /** Of the minutes of its meetings, so many hundredths make attendance. */
  leastShare: z.int(),
  /** Whether the centre said that it counts, of what an organisation held for its own people. */
  attesting: Attesting,
  /** When who was there was marked, or it was called off; null of what a file told. */
  closedAt: z.iso.datetime().nullable(),
  meetings: z.array(Meeting),
  speakers: z.array(Speaker),
  materials: z.array(Material),
  parts: z.array(z.object({ ...Titled.shape, state: State, heldOn: z.iso.date() })),
  /** Of a draft. */
  lacks: z.array(z.enum(EVENT_LACKS)),
  can: z.array(z.enum(['change', 'announce', 'cancel', 'remove', 'hold', 'reopen'])),
})
export type Event = z.infer<typeof Event>

export const NewEvent = z.strictObject({
  ...fields,
  format: fields.format.default(null),
  topicId: fields.topicId.default(null),
  audienceId: fields.audienceId.default(null),
  lastOn: fields.lastOn.default(null),
  about: fields.about.default(''),
  hours: fields.hours.default(null),
  seats: fields.seats.default(null),
  place: fields.place.default(null),
  link: fields.link.default(null),
  recording: fields.recording.default(null),
  instead: fields.instead.default(null),
  insteadUntil: fields.insteadUntil.default(null),
  onRequest: fields.onRequest.default(false),
  asksFeedback: fields.asksFeedback.default(true),
  series: fields.series.default(null),
  partOf: fields.partOf.default(null),
  programmeId: fields.programmeId.default(null),
  moduleIds: fields.moduleIds.default([]),
})
export type NewEvent = z.infer<typeof NewEvent>

export const EventChange = z.strictObject(fields).partial()
export type EventChange = z.infer<typeof EventChange>

export const listEvents = endpoint({
  id: 'listEvents',
  method: 'get',
  path: '/api/events',
  summary: 'Events of the district; drafts only for who may change them',
  query: listQuery(['heldOn', 'title', 'code', 'organiser'], {
    q: z.string().trim().max(200).optional(),
    state: manyOf(State),
    /** Those with a day in this span. */
    from: Day.optional(),
    to: Day.optional(),
    form: manyOf(Id),
    organiser: manyOf(Id),
    series: Id.optional(),
    /** Runs of this programme. */
    programme: Id.optional(),
    /** Those somebody had asked for. */
    onRequest: z.literal('yes').optional(),
  }),
  reply: listOf(Line).extend({ can: z.array(z.enum(['plan'])) }),
})

export const getEvent = endpoint({
  id: 'getEvent',
  method: 'get',
  path: '/api/events/{id}',
  summary: 'An event with its meetings, speakers and materials',
  params: IdParams,
  reply: Event,
  versioned: true,
})

export const planEvent = endpoint({
  id: 'planEvent',
  method: 'post',
  path: '/api/events',
  summary: 'Plan an event: a draft that nobody else sees until it is announced',
  body: NewEvent.extend({ meetings: z.array(NewMeeting).max(100).default([]) }),
  reply: Event,
})

export const changeEvent = endpoint({
  id: 'changeEvent',
  method: 'patch',
  path: '/api/events/{id}',
  summary: 'Change an event; with another first day its meetings move along',
  params: IdParams,
  body: EventChange,
  reply: Event,
  versioned: true,
})

export const removeEvent = endpoint({
  id: 'removeEvent',
  method: 'delete',
  path: '/api/events/{id}',
  summary: 'Remove a draft',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

export const announceEvent = endpoint({
  id: 'announceEvent',
  method: 'post',
  path: '/api/events/{id}/announcement',
  summary: 'Announce an event: from now on everybody in the district sees it',
  params: IdParams,
  reply: Event,
  versioned: true,
})

export const cancelEvent = endpoint({
  id: 'cancelEvent',
  method: 'post',
  path: '/api/events/{id}/cancellation',
  summary: 'Call an announced event off, for a reason everybody reads',
  params: IdParams,
  body: z.strictObject({ reason: z.string().trim().min(5).max(1000) }),
  reply: Event,
  versioned: true,
})
