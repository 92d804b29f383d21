import type { Ask, Asked, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { announcedEvent, employee, name } from './things.ts'

const YEARS = { first: 2000, count: 200 }
let made = 0

/** A year for which the organisation of the place has no plan. */
async function freeYear(world: World, place: Place): Promise<number> {
  const { district, organisation: where } = at(world, place)
  const year = YEARS.first + (made++ % YEARS.count)
  await world.house.services.database.write(district.tenant, (tx) =>
    tx.deleteFrom('activities.course_plan').where('organisation_id', '=', where.id).where('year', '=', year).execute(),
  )
  return year
}

type Made = { readonly plan: number; readonly course: number; readonly topic: number; readonly person: number }

/** A plan of the place's organisation with a course of its person. */
async function plan(world: World, place: Place, state: 'draft' | 'proposed' | 'agreed' = 'draft'): Promise<Made> {
  const { district, organisation: where } = at(world, place)
  const year = await freeYear(world, place)
  return await world.house.services.database.write(district.tenant, async (tx) => {
    const topics = { kind: 'topic', key: name(), label: name() }
    const topic = await tx
      .insertInto('registry.classifier_value')
      .values(topics)
      .returning('id')
      .executeTakeFirstOrThrow()
    const standing = { state, agreed_on: state === 'agreed' ? '2026-01-12' : null }
    const added = await tx
      .insertInto('activities.course_plan')
      .values({ organisation_id: where.id, year, ...standing })
      .returning('id')
      .executeTakeFirstOrThrow()
    const course = await tx
      .insertInto('activities.course_plan_line')
      .values({
        ...{ plan_id: added.id, person_id: where.person, topic_id: topic.id, reason: 'expiry', month: 3, hours: '36' },
        ...{ form: 'distance', funding: 'free' },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { plan: added.id, course: course.id, topic: topic.id, person: where.person }
  })
}

const planIn =
  (state: Parameters<typeof plan>[2], payload?: object): Ask =>
  async (world, place): Promise<Asked> => ({
    params: { id: (await plan(world, place, state)).plan },
    version: 1,
    ...(payload && { payload }),
  })

const fields = (topicId: number) => ({
  ...{ topicId, reason: 'wish', month: 4, hours: 18, form: 'distance', funding: 'budget', price: 100, note: '' },
})
const NO_PROGRAMME = { programmeId: null, programme: null, provider: null }

/** The version it has by now. */
const trainingRule: Ask = async ({ house, here }) => {
  const row = await house.services.database
    .reader(here.tenant)
    .selectFrom('activities.training_rule')
    .select('version')
    .executeTakeFirst()
  return { payload: { months: 36, leastHours: 16 }, version: row?.version ?? 1 }
}

const ofYear = () => ({ query: { year: '2026' } })

export const coursePlans: Readonly<Record<string, Expectation>> = {
  listCoursePlans: { may: 'course_plan.sums', belongs: 'nothing', shows: true, asks: ofYear },
  sumCoursePlans: { may: 'course_plan.sums', belongs: 'nothing', asks: ofYear },
  listCourseNeeds: { may: 'course_plan.sums', belongs: 'nothing', asks: ofYear },
  openCoursePlan: {
    may: 'course_plan.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ payload: { organisationId: at(w, p).organisation.id, year: await freeYear(w, p) } }),
  },
  getCoursePlan: { may: 'course_plan.read', belongs: 'organisation', asks: planIn('agreed') },
  changeCoursePlan: {
    may: 'course_plan.manage',
    belongs: 'organisation',
    asks: planIn('draft', { budgetMoney: 10_000.5 }),
  },
  proposeCoursePlan: { may: 'course_plan.manage', belongs: 'organisation', asks: planIn('draft') },
  agreeCoursePlan: { may: 'course_plan.agree', belongs: 'organisation', asks: planIn('proposed') },
  returnCoursePlan: {
    may: 'course_plan.agree',
    belongs: 'organisation',
    asks: planIn('proposed', { reason: 'Дорого' }),
  },
  reopenCoursePlan: { may: 'course_plan.agree', belongs: 'organisation', asks: planIn('agreed') },
  getCoursePlanDocument: { may: 'course_plan.read', belongs: 'organisation', asks: planIn('agreed') },
  exportCoursePlan: { may: 'course_plan.read', belongs: 'organisation', asks: planIn('agreed') },
  listPlannedCourses: { may: 'course_plan.read', belongs: 'nothing', asks: ofYear },
  listMyPlannedCourses: { may: 'course_plan.own', belongs: 'nothing' },
  listCourseDue: { may: 'course_plan.read', belongs: 'organisation', asks: planIn('agreed') },
  addCourses: {
    may: 'course_plan.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { plan: id, topic } = await plan(w, p)
      return { params: { id }, payload: { ...fields(topic), people: [(await employee(w, p)).person] } }
    },
  },
  changeCourse: {
    may: 'course_plan.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { course, topic } = await plan(w, p)
      return { params: { id: course }, version: 1, payload: { ...fields(topic), ...NO_PROGRAMME } }
    },
  },
  removeCourse: {
    may: 'course_plan.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await plan(w, p)).course } }),
  },
  enrolPlanned: {
    may: 'enrolment.nominate',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { plan: id, course } = await plan(w, p, 'agreed')
      const { params } = await announcedEvent(w, p)
      return { params: { id }, payload: { eventId: params.id, courses: [course] } }
    },
  },
  getTrainingRule: { may: 'course_plan.sums', belongs: 'nothing' },
  changeTrainingRule: { may: 'course_plan.rule', belongs: 'district', asks: trainingRule },
}
