import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery, manyOf, Nothing } from '../../../platform/contract.ts'
import { ENROLMENT_STATES } from '../enrolment/enrolment.contract.ts'
import { PROGRAMME_FORMS } from '../programmes/programmes.contract.ts'
import { FUNDINGS, Money, PlanYear } from './course-plans.contract.ts'

/** Why somebody is to learn: the term is over, the school sees a need, they want to, monitoring found something. */
export const COURSE_REASONS = ['expiry', 'deficit', 'wish', 'monitoring'] as const
export type CourseReason = (typeof COURSE_REASONS)[number]

/** What became of a planned course; `missed`: its month is over, and nothing is known of it. */
export const COURSE_STATES = ['planned', 'enrolled', 'completed', 'missed'] as const
export type CourseState = (typeof COURSE_STATES)[number]

/** How somebody stands with the term of learning as the year begins; `away`: on long leave to its end. */
export const DUE_STATES = ['never', 'overdue', 'due', 'later', 'away'] as const
export type DueState = (typeof DUE_STATES)[number]

export const COURSES_OF_A_PLAN_MOST = 1_000

const Value = z.object({ id: Id, label: z.string() })

const Course = z.object({
  id: Id,
  version: z.int(),
  planId: Id,
  organisation: z.object({ id: Id, name: z.string() }),
  person: z.object({ id: Id, name: z.string() }),
  position: z.string().nullable(),
  topic: Value.nullable(),
  reason: z.enum(COURSE_REASONS),
  note: z.string(),
  /** As learning names it; with its id where it is in the register of the district. */
  programme: z.object({ id: Id.nullable(), title: z.string() }).nullable(),
  provider: z.string().nullable(),
  month: z.int(),
  hours: z.number(),
  form: z.enum(PROGRAMME_FORMS),
  funding: z.enum(FUNDINGS),
  price: z.number().nullable(),
  state: z.enum(COURSE_STATES),
  enrolment: z
    .object({ eventId: Id, title: z.string(), heldOn: z.iso.date(), state: z.enum(ENROLMENT_STATES) })
    .nullable(),
  /** Learning of the year that stands for it. */
  learned: z.object({ title: z.string(), endsOn: z.iso.date(), hours: z.number(), isPlanned: z.boolean() }).nullable(),
})
export type Course = z.infer<typeof Course>

export const listPlannedCourses = endpoint({
  id: 'listPlannedCourses',
  method: 'get',
  path: '/api/planned-courses',
  summary: 'Whom schools plan to teach in a year, and what became of it: of agreed plans, and of one’s own school’s',
  query: listQuery(['month', 'person', 'organisation'], {
    year: PlanYear,
    plan: Id.optional(),
    topic: Id.optional(),
    /** Those without a topic. */
    bare: z.enum(['yes']).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
    state: manyOf(z.enum(COURSE_STATES)),
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(Course),
})

export const listMyPlannedCourses = endpoint({
  id: 'listMyPlannedCourses',
  method: 'get',
  path: '/api/my/planned-courses',
  summary: 'What one is to learn this year and later, by the agreed plans of one’s schools',
  query: listQuery(['month'], {}).omit({ sort: true }),
  reply: listOf(Course.extend({ year: z.int() })),
})

const Due = z.object({
  person: z.object({ id: Id, name: z.string() }),
  position: z.string().nullable(),
  /** The last learning that counts, ended before the year. */
  last: z.object({ title: z.string(), endsOn: z.iso.date(), hours: z.number() }).nullable(),
  /** By which day they have to learn again; null where they never did. */
  dueOn: z.iso.date().nullable(),
  state: z.enum(DUE_STATES),
  /** The long leave they are on today, or as the year begins; without a day where nobody knows when it ends. */
  leave: z.object({ kind: z.string(), until: z.iso.date().nullable() }).nullable(),
  /** When they learned within the year already. */
  learnedOn: z.iso.date().nullable(),
  /** Courses of theirs in the plan. */
  planned: z.int(),
})
export type Due = z.infer<typeof Due>

export const listCourseDue = endpoint({
  id: 'listCourseDue',
  method: 'get',
  path: '/api/course-plans/{id}/due',
  summary: 'Pedagogues of the organisation of a plan by when they have to learn again',
  params: IdParams,
  query: listQuery(['due', 'name'], {
    state: manyOf(z.enum(DUE_STATES)),
    /** Who is in the plan already, or not. */
    planned: z.enum(['yes', 'no']).optional(),
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(Due).extend({ months: z.int(), leastHours: z.int() }),
})

const fields = {
  topicId: Id.nullable(),
  reason: z.enum(COURSE_REASONS),
  note: z.string().trim().max(1000),
  /** In the register of the district. */
  programmeId: Id.nullable(),
  /** One from elsewhere, by name. */
  programme: z.string().trim().min(1).max(300).nullable(),
  provider: z.string().trim().min(1).max(300).nullable(),
  month: z.int().min(1).max(12),
  hours: z.number().positive().max(2000),
  form: z.enum(PROGRAMME_FORMS),
  funding: z.enum(FUNDINGS),
  price: Money.nullable(),
}
export type CourseTyped = z.infer<z.ZodObject<typeof fields>>

export const addCourses = endpoint({
  id: 'addCourses',
  method: 'post',
  path: '/api/course-plans/{id}/courses',
  summary: 'Plan a course for people of the organisation',
  params: IdParams,
  body: z.strictObject({
    ...fields,
    people: z.array(Id).min(1).max(200),
    topicId: fields.topicId.default(null),
    note: fields.note.default(''),
    programmeId: fields.programmeId.default(null),
    programme: fields.programme.default(null),
    provider: fields.provider.default(null),
    price: fields.price.default(null),
  }),
  reply: z.object({ added: z.int() }),
})

export const changeCourse = endpoint({
  id: 'changeCourse',
  method: 'put',
  path: '/api/planned-courses/{id}',
  summary: 'Change a planned course',
  params: IdParams,
  body: z.strictObject(fields),
  reply: Course,
  versioned: true,
})

export const removeCourse = endpoint({
  id: 'removeCourse',
  method: 'delete',
  path: '/api/planned-courses/{id}',
  summary: 'Take a course out of its plan',
  params: IdParams,
  reply: Nothing,
})

export const enrolPlanned = endpoint({
  id: 'enrolPlanned',
  method: 'post',
  path: '/api/course-plans/{id}/enrolments',
  summary: 'Send people of an agreed plan to an event for which enrolment is open',
  params: IdParams,
  body: z.strictObject({ eventId: Id, courses: z.array(Id).min(1).max(200) }),
  reply: z.object({ enrolled: z.int(), waiting: z.int(), asked: z.int(), already: z.int() }),
})
