import type { CommandContext } from '../../../platform/http/route.ts'
import { takeAway } from '../../registry/index.ts'
import { coursePlanDocument } from './course-plan.document.ts'
import { coursePlanWorkbook } from './course-plan.workbook.ts'
import type { CoursePlan } from './course-plans.contract.ts'
import { countingOf, getPlan } from './course-plans.service.ts'
import type { Course } from './courses.contract.ts'
import { findAllCourses } from './courses.repo.ts'

type Taken = { readonly plan: CoursePlan; readonly courses: readonly Course[] }

/** The plan with all its courses, as it leaves the house. */
async function take(context: CommandContext, id: number, action: string): Promise<Taken> {
  const { tx } = context
  const plan = await getPlan(context, tx, id)
  const courses = await findAllCourses(tx, id, await countingOf(context, tx))
  const people = [...new Set(courses.map(({ person }) => person.id))]
  await takeAway(context, { action, kind: 'course_plan', id, people, rows: courses.length })
  return { plan, courses }
}

/** In Russian: it is a paper of a Russian school, whoever prints it. */
export async function printPlan(context: CommandContext, id: number, action: string): Promise<Uint8Array> {
  const { plan, courses } = await take(context, id, action)
  const { translator } = context.services
  const say = (key: string): string => translator.say('ru', `activities:courses.${key}`)
  // The printers are large, and few commands need them.
  const { printDocx } = await import('../../../platform/documents/index.ts')
  return await printDocx(coursePlanDocument({ plan, courses, today: context.today, say }))
}

/** In the language of who asks for it. */
export async function writePlan(context: CommandContext, id: number, action: string): Promise<Uint8Array> {
  const { plan, courses } = await take(context, id, action)
  const { language, services } = context
  return await coursePlanWorkbook({
    ...{ plan, courses },
    say: (key) => services.translator.say(language, `activities:courses.${key}`),
  })
}
