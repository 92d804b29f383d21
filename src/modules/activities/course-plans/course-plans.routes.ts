import { command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import * as contract from './course-plans.contract.ts'
import { printPlan, writePlan } from './course-plans.printing.ts'
import * as service from './course-plans.service.ts'
import { findNeeds, findPlans, findTotals } from './totals.repo.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const coursePlanRoutes: readonly Route[] = [
  query(contract.listCoursePlans, {
    may: 'course_plan.sums',
    run: async (context, { query: asked }) => {
      const { db, reach, reachAlso, mayAlso } = context
      const planner = reachAlso('course_plan.manage')
      const names = reachAlso('course_plan.read')
      return {
        ...(await findPlans(db, asked, { reach, planner }, await service.countingOf(context, db))),
        can: [
          ...(planner === undefined ? [] : (['open'] as const)),
          ...(reach.district ? (['totals'] as const) : []),
          ...(names === undefined ? [] : (['names'] as const)),
          ...(mayAlso('course_plan.rule') ? (['rule'] as const) : []),
        ],
      }
    },
  }),
  query(contract.sumCoursePlans, {
    may: 'course_plan.sums',
    run: async (context, { query: { year } }) =>
      findTotals(context.db, year, context.reach, await service.countingOf(context, context.db)),
  }),
  query(contract.listCourseNeeds, {
    may: 'course_plan.sums',
    run: ({ db, reach }, { query: asked }) => findNeeds(db, asked, reach),
  }),
  command(contract.openCoursePlan, {
    may: 'course_plan.manage',
    run: async (context, { body: { organisationId, year } }) =>
      service.getPlan(context, context.tx, await service.openPlan(context, organisationId, year)),
  }),
  query(contract.getCoursePlan, {
    may: 'course_plan.read',
    over: service.scopeOfPlan,
    run: (context, { params }) => service.getPlan(context, context.db, params.id),
  }),
  command(contract.changeCoursePlan, {
    may: 'course_plan.manage',
    over: service.scopeOfPlan,
    run: (context, { params, body }) => service.changeBudget(context, params.id, body),
  }),
  command(contract.proposeCoursePlan, {
    may: 'course_plan.manage',
    over: service.scopeOfPlan,
    run: (context, { params }) => service.move(context, params.id, 'propose'),
  }),
  command(contract.agreeCoursePlan, {
    may: 'course_plan.agree',
    over: service.scopeOfPlan,
    run: (context, { params }) => service.move(context, params.id, 'agree'),
  }),
  command(contract.returnCoursePlan, {
    may: 'course_plan.agree',
    over: service.scopeOfPlan,
    run: (context, { params, body }) => service.move(context, params.id, 'return', body.reason),
  }),
  command(contract.reopenCoursePlan, {
    may: 'course_plan.agree',
    over: service.scopeOfPlan,
    run: (context, { params }) => service.move(context, params.id, 'reopen'),
  }),
  // Commands, for whoever takes names away in a file leaves a trace.
  command(contract.getCoursePlanDocument, {
    may: 'course_plan.read',
    over: service.scopeOfPlan,
    run: async (context, { params: { id } }) => ({
      ...{ fileName: `course-plan-${id}.docx`, mediaType: WORD },
      content: await printPlan(context, id, contract.getCoursePlanDocument.id),
    }),
  }),
  command(contract.exportCoursePlan, {
    may: 'course_plan.read',
    over: service.scopeOfPlan,
    run: async (context, { params: { id } }) => ({
      ...{ fileName: `course-plan-${id}.xlsx`, mediaType: WORKBOOK_TYPE },
      content: await writePlan(context, id, contract.exportCoursePlan.id),
    }),
  }),
]
