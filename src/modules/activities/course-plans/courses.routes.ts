import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { type Vocabulary, within } from '../../population/index.ts'
import { findGate } from '../enrolment/admission.repo.ts'
import { findAdmitted } from '../enrolment/admission.service.ts'
import { seenBy } from './course-plans.repo.ts'
import { countingOf, getPlan, scopeOfPlan } from './course-plans.service.ts'
import * as contract from './courses.contract.ts'
import { findCourses, findDue, findOwnCourses, findPlaces } from './courses.repo.ts'
import * as service from './courses.service.ts'

export const courseRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(contract.listPlannedCourses, {
    may: 'course_plan.read',
    run: async (context, { query: asked }) => {
      const { db, reach, reachAlso } = context
      const seen = seenBy(reach, reachAlso('course_plan.manage'))
      return await findCourses(db, asked, seen, await countingOf(context, db))
    },
  }),
  query(contract.listMyPlannedCourses, {
    may: 'course_plan.own',
    run: async (context, { query: page }) =>
      findOwnCourses(context.db, context.reach.people, page, await countingOf(context, context.db)),
  }),
  query(contract.listCourseDue, {
    may: 'course_plan.read',
    over: scopeOfPlan,
    run: async (context, { params, query: asked }) => {
      const { db } = context
      const plan = await getPlan(context, db, params.id)
      const counting = await countingOf(context, db)
      const { months, leastHours } = counting.rule
      return { ...(await findDue(db, plan, asked, counting)), months, leastHours }
    },
  }),
  command(contract.addCourses, {
    may: 'course_plan.manage',
    over: scopeOfPlan,
    run: async (context, { params, body }) => ({ added: await service.addCourses(context, params.id, body) }),
  }),
  command(contract.changeCourse, {
    may: 'course_plan.manage',
    over: service.scopeOfCourse,
    run: (context, { params, body }) => service.changeCourse(context, params.id, body),
  }),
  command(contract.removeCourse, {
    may: 'course_plan.manage',
    over: service.scopeOfCourse,
    run: async (context, { params }) => {
      await service.removeCourse(context, params.id)
      return undefined
    },
  }),
  command(contract.enrolPlanned, {
    may: 'enrolment.nominate',
    over: scopeOfPlan,
    prepare: async ({ services, tenant, today, reach }, { params, body: { eventId, courses } }) => {
      const db = services.database.reader(tenant)
      const gate = await findGate(db, eventId)
      if (gate === undefined) throw new Refusal('not_found', 'not_found')
      const people = (await findPlaces(db, courses, params.id)).map(({ person }) => person)
      return new Set(await findAdmitted(db, vocabulary, gate, { tenant, today, people, within: within(reach) }))
    },
    run: (context, { params, body }, admitted) => service.enrolPlanned(context, params.id, body, admitted),
  }),
]
