import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'

export const PLAN_STATES = ['draft', 'proposed', 'agreed'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** A change of lines, of the budget; then who looks through it, and sending people where it says. */
export const PLAN_STEPS = ['change', 'propose', 'agree', 'return', 'reopen', 'enrol'] as const
export type PlanStep = (typeof PLAN_STEPS)[number]

/** What pays: money of the state task, what the school earns itself, nobody. */
export const FUNDINGS = ['budget', 'extra', 'free'] as const
export type Funding = (typeof FUNDINGS)[number]

/** A calendar year: money is given by it. */
export const PlanYear = z.coerce.number().int().min(2000).max(2199)

/** Roubles with kopecks. */
export const Money = z
  .number()
  .min(0)
  .max(999_999_999)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'kopecks')

const State = z.enum(PLAN_STATES)
const Named = z.object({ id: Id, name: z.string() })

/** What there is for courses; null: nobody has said. */
const budget = { budgetMoney: Money.nullable(), extraMoney: Money.nullable() }

/** Of the courses planned for one month and paid from one source. */
const Sum = z.object({
  /** 1 is January. */
  month: z.int(),
  funding: z.enum(FUNDINGS),
  courses: z.int(),
  hours: z.number(),
  money: z.number(),
  /** Courses whose price nobody knows yet. */
  unpriced: z.int(),
})
export type Sum = z.infer<typeof Sum>

/** What became of planned courses. */
const progress = { courses: z.int(), enrolled: z.int(), completed: z.int(), missed: z.int() }
const Progress = z.object(progress)
export type Progress = z.infer<typeof Progress>

export const CoursePlan = z.object({
  id: Id,
  version: z.int(),
  organisation: Named,
  year: z.int(),
  state: State,
  ...budget,
  returnedFor: z.string().nullable(),
  agreedOn: z.iso.date().nullable(),
  agreedBy: z.string().nullable(),
  sums: z.array(Sum),
  progress: Progress,
  /** Of the pedagogues of the school: who falls due in the year, and who of them is in the plan or has learned. */
  due: z.object({ people: z.int(), met: z.int() }),
  can: z.array(z.enum(PLAN_STEPS)),
})
export type CoursePlan = z.infer<typeof CoursePlan>

const Line = z.object({
  organisation: Named,
  /** Null where there is none; of others than agreed plans only their own school sees more than the state. */
  plan: z.object({ id: Id, state: State, ...progress, hours: z.number(), money: z.number() }).nullable(),
  state: State.nullable(),
  due: z.object({ people: z.int(), met: z.int() }),
})
export type CoursePlanLine = z.infer<typeof Line>

export const listCoursePlans = endpoint({
  id: 'listCoursePlans',
  method: 'get',
  path: '/api/course-plans',
  summary: 'Organisations within reach with their plans of courses for a year, and who falls due in it',
  query: listQuery(['organisation', 'state'], {
    year: PlanYear,
    q: z.string().trim().max(200).optional(),
    state: manyOf(z.enum([...PLAN_STATES, 'none'])),
  }),
  reply: listOf(Line).extend({
    /** Organisations one may begin a plan for. */
    can: z.array(z.enum(['open', 'totals', 'names', 'rule'])),
  }),
})

const Totals = z.object({
  /** How many organisations stand where. */
  states: z.object({ none: z.int(), draft: z.int(), proposed: z.int(), agreed: z.int() }),
  /** Of agreed plans. */
  sums: z.array(Sum),
  progress: Progress,
  ...budget,
})
export type PlanTotals = z.infer<typeof Totals>

export const sumCoursePlans = endpoint({
  id: 'sumCoursePlans',
  method: 'get',
  path: '/api/course-plans/sums',
  summary: 'What all agreed plans of a year come to by month and source of money',
  query: z.object({ year: PlanYear }),
  reply: Totals,
})

const Need = z.object({
  /** Null: no topic was chosen. */
  topic: z.object({ id: Id, label: z.string() }).nullable(),
  /** Courses by month, January first. */
  months: z.array(z.int()).length(12),
  courses: z.int(),
  organisations: z.int(),
  hours: z.number(),
  money: z.number(),
})
export type CourseNeed = z.infer<typeof Need>

export const listCourseNeeds = endpoint({
  id: 'listCourseNeeds',
  method: 'get',
  path: '/api/course-plans/needs',
  summary: 'What schools want to be taught in a year, by topic and month: of all agreed plans',
  query: listQuery(['courses', 'topic'], { year: PlanYear }),
  reply: listOf(Need),
})

export const openCoursePlan = endpoint({
  id: 'openCoursePlan',
  method: 'post',
  path: '/api/course-plans',
  summary: 'Begin the plan of courses of an organisation for a year',
  body: z.strictObject({ organisationId: Id, year: PlanYear }),
  reply: CoursePlan,
})

export const getCoursePlan = endpoint({
  id: 'getCoursePlan',
  method: 'get',
  path: '/api/course-plans/{id}',
  summary: 'A plan of courses: its money by month and source, and what became of it',
  params: IdParams,
  reply: CoursePlan,
  versioned: true,
})

export const changeCoursePlan = endpoint({
  id: 'changeCoursePlan',
  method: 'patch',
  path: '/api/course-plans/{id}',
  summary: 'Say what there is for courses in the year',
  params: IdParams,
  body: z.strictObject(budget).partial(),
  reply: CoursePlan,
  versioned: true,
})

const step = { method: 'post', params: IdParams, reply: CoursePlan, versioned: true } as const

export const proposeCoursePlan = endpoint({
  ...step,
  id: 'proposeCoursePlan',
  path: '/api/course-plans/{id}/proposal',
  summary: 'Hand a plan of courses to the head of the school',
})

export const agreeCoursePlan = endpoint({
  ...step,
  id: 'agreeCoursePlan',
  path: '/api/course-plans/{id}/agreement',
  summary: 'Agree to a plan of courses: from now on the district counts on it',
})

export const returnCoursePlan = endpoint({
  ...step,
  id: 'returnCoursePlan',
  path: '/api/course-plans/{id}/return',
  summary: 'Send a plan of courses back to be changed, for a reason',
  body: z.strictObject({ reason: z.string().trim().min(3).max(1000) }),
})

export const reopenCoursePlan = endpoint({
  ...step,
  id: 'reopenCoursePlan',
  path: '/api/course-plans/{id}/reopening',
  summary: 'Make an agreed plan of courses a draft again, so that it can be changed',
})

const print = { method: 'get', params: IdParams, reply: FileReply } as const

export const getCoursePlanDocument = endpoint({
  ...print,
  id: 'getCoursePlanDocument',
  path: '/api/course-plans/{id}/document',
  summary: 'A plan of courses as a paper in Word, in Russian',
})

export const exportCoursePlan = endpoint({
  ...print,
  id: 'exportCoursePlan',
  path: '/api/course-plans/{id}/workbook',
  summary: 'A plan of courses as a workbook',
})
