import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'
import { WebLink } from '../../../platform/web-link.contract.ts'
import { Event } from '../events/events.contract.ts'
import { Material } from '../events/materials.contract.ts'
import { ATTESTING_STATES } from './states.contract.ts'

/** What an event still lacks to be asked for: how long, who was there, what was done, what came of it; or it is too late. */
export const IN_HOUSE_LACKS = ['hours', 'people', 'about', 'evidence', 'late'] as const
export type InHouseLack = (typeof IN_HOUSE_LACKS)[number]

export const IN_HOUSE_STEPS = ['correct', 'ask', 'withdraw', 'attest', 'return', 'revoke'] as const
export type InHouseStep = (typeof IN_HOUSE_STEPS)[number]

export const IN_HOUSE_AT_ONCE = 200
const PEOPLE_MOST = 1_000

const Named = z.object({ id: Id, name: z.string() })
const Value = z.object({ id: Id, label: z.string() })

export const InHouse = z.object({
  /** That of the event. */
  id: Id,
  /** That of the asking; 1 where nobody has asked. */
  version: z.int(),
  title: z.string(),
  form: Value,
  organiser: Named,
  heldOn: z.iso.date(),
  hours: z.number().nullable(),
  topic: Value.nullable(),
  about: z.string(),
  /** How many were there. */
  people: z.int(),
  /** What came of it. */
  evidence: z.array(Material),
  state: z.enum(ATTESTING_STATES),
  askedOn: z.iso.date().nullable(),
  /** How many were there when it was asked. */
  askedOf: z.int().nullable(),
  /** Until when it may be asked; null: at any time. */
  dueOn: z.iso.date().nullable(),
  /** Why it was sent back or revoked. */
  word: z.string().nullable(),
  decidedOn: z.iso.date().nullable(),
  decidedBy: z.string().nullable(),
  lacks: z.array(z.enum(IN_HOUSE_LACKS)),
  can: z.array(z.enum(IN_HOUSE_STEPS)),
})
export type InHouse = z.infer<typeof InHouse>

const ListQuery = listQuery(['held', 'asked', 'organisation', 'title'], {
  state: manyOf(z.enum(ATTESTING_STATES)),
  organisation: manyOf(Id),
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  q: z.string().trim().max(200).optional(),
})

export const listInHouse = endpoint({
  id: 'listInHouse',
  method: 'get',
  path: '/api/in-house-events',
  summary: 'What organisations within reach held for their own people, and whether the centre has attested it',
  query: ListQuery,
  reply: listOf(InHouse).extend({
    /** Whether only what is attested counts in the district. */
    required: z.boolean(),
    can: z.array(z.enum(['record', 'attest'])),
  }),
})

export const IN_HOUSE_IN_WORKBOOK = 5_000

export const exportInHouse = endpoint({
  id: 'exportInHouse',
  method: 'get',
  path: '/api/in-house-events.xlsx',
  summary: 'The same list as a workbook, at most 5,000 events',
  query: ListQuery.omit({ page: true, size: true }),
  reply: FileReply,
})

export const getInHouse = endpoint({
  id: 'getInHouse',
  method: 'get',
  path: '/api/in-house-events/{id}',
  summary: 'An in-house event that was held: whether the centre has attested it, and what it lacks for that',
  params: IdParams,
  reply: InHouse,
})

const fields = {
  title: z.string().trim().min(1).max(300),
  /** A value of the list `event_kind`. */
  formId: Id,
  heldOn: Day,
  /** Academic hours. */
  hours: z.number().positive().max(2000),
  topicId: Id.nullable(),
  /** What was done. */
  about: z.string().trim().max(4000),
  /** Who was there. */
  people: z.array(Id).min(1).max(PEOPLE_MOST),
}

export const Recorded = z.strictObject({
  ...fields,
  topicId: fields.topicId.default(null),
  about: fields.about.default(''),
  organiserId: Id,
  /** Where what came of it is kept. */
  evidence: WebLink.nullable().default(null),
  /** Whether the centre is asked at once, where nothing lacks. */
  ask: z.boolean().default(false),
})
export type Recorded = z.infer<typeof Recorded>

export const recordInHouse = endpoint({
  id: 'recordInHouse',
  method: 'post',
  path: '/api/in-house-events',
  summary: 'Note an event an organisation held for its own people, with who was there, after the fact',
  body: Recorded,
  reply: InHouse,
})

export const Corrected = z.strictObject(fields)
export type Corrected = z.infer<typeof Corrected>

export const correctInHouse = endpoint({
  id: 'correctInHouse',
  method: 'put',
  path: '/api/in-house-events/{id}',
  summary: 'Correct an in-house event that was held, as long as it is neither asked for nor attested',
  params: IdParams,
  body: Corrected,
  reply: Event,
  versioned: true,
})

/** As they were read: what was changed meanwhile is left as it is. */
const Read = z
  .array(z.strictObject({ id: Id, version: z.int() }))
  .min(1)
  .max(IN_HOUSE_AT_ONCE)

const Done = z.object({ done: z.int(), left: z.int() })

export const askForInHouse = endpoint({
  id: 'askForInHouse',
  method: 'post',
  path: '/api/in-house-events/askings',
  summary: 'Ask the centre to attest in-house events, or take that back; what lacks something is left as it is',
  body: z.strictObject({ events: Read, step: z.enum(['ask', 'withdraw']) }),
  reply: Done,
})

export const decideInHouse = endpoint({
  id: 'decideInHouse',
  method: 'post',
  path: '/api/in-house-events/decisions',
  summary:
    'Attest in-house events, send them back or revoke it with a word; what was changed meanwhile is left as it is',
  body: z.strictObject({
    events: Read,
    step: z.enum(['attest', 'return', 'revoke']),
    word: z.string().trim().max(500).default(''),
  }),
  reply: Done,
})
