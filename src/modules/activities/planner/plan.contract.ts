import { z } from 'zod'
import { Day, endpoint, FileReply, Id } from '../../../platform/contract.ts'
import { EVENT_STATES } from '../events/events.contract.ts'

/** The longest span of a plan in days: a month with the rest of its weeks, and some. */
export const PLAN_DAYS_MOST = 62

/** A meeting in the plan; without hours, an event of which only the day is known. */
const Entry = z.object({
  day: z.iso.date(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  eventId: Id,
  title: z.string(),
  state: z.enum(EVENT_STATES),
  form: z.string(),
  organiser: z.string(),
  where: z.string().nullable(),
})
export type PlanEntry = z.infer<typeof Entry>

export const listPlan = endpoint({
  id: 'listPlan',
  method: 'get',
  path: '/api/event-plan',
  summary: 'What is planned day by day, and which of the days are off',
  query: z
    .object({ from: Day, to: Day, organiser: Id.optional() })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'ends_before_start' })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < PLAN_DAYS_MOST * 86_400_000, {
      path: ['to'],
      message: 'span_long',
    }),
  reply: z.object({
    items: z.array(Entry),
    /** How many events they are of. */
    events: z.int(),
    daysOff: z.array(z.iso.date()),
  }),
})

const Year = z.coerce.number().int().min(1990).max(2199)

const Month = z.object({
  /** 1 is January. */
  month: z.int(),
  events: z.int(),
  drafts: z.int(),
  days: z.int(),
  hours: z.number(),
})
export type PlanMonth = z.infer<typeof Month>

export const countPlan = endpoint({
  id: 'countPlan',
  method: 'get',
  path: '/api/event-plan/months',
  summary: 'How much is planned in each month of a year',
  query: z.object({ year: Year, organiser: Id.optional() }),
  reply: z.object({ months: z.array(Month) }),
})

export const getPlanDocument = endpoint({
  id: 'getPlanDocument',
  method: 'get',
  path: '/api/event-plan/document',
  summary: 'The plan of a month as a paper in Word, in Russian: of an organisation, or of the district',
  query: z.object({ year: Year, month: z.coerce.number().int().min(1).max(12), organiser: Id.optional() }),
  reply: FileReply,
})
