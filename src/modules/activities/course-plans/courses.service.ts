import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { type FieldFault, invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { nominate } from '../enrolment/enrolment.service.ts'
import { countingOf, lockFor } from './course-plans.service.ts'
import { COURSES_OF_A_PLAN_MOST, type Course, type CourseTyped } from './courses.contract.ts'
import * as repo from './courses.repo.ts'

type Named = { readonly params: { readonly id: number } }

export async function scopeOfCourse({ db }: { readonly db: ReadDb }, { params }: Named): Promise<Scope | undefined> {
  const [found] = await repo.findPlaces(db, [params.id])
  return found && { organisations: [found.organisation] }
}

/** Faults: 404, 409; 422 for who does not work there, for what is not there, and for a plan that grew too long. */
export async function addCourses(
  context: CommandContext,
  plan: number,
  { people, ...typed }: CourseTyped & { readonly people: readonly number[] },
): Promise<number> {
  const { tx, note, today } = context
  const { organisation } = await lockFor(context, plan, 'change')
  const asked = [...new Set(people)]
  note({ kind: 'course_plan', id: plan, details: { people: asked } })
  const employed = await repo.findEmployed(tx, organisation.id, asked, today)
  if (employed.size < asked.length) throw invalidField('people', 'reference_unknown')
  await refuse(tx, typed)
  if ((await repo.countCourses(tx, plan)) + asked.length > COURSES_OF_A_PLAN_MOST) {
    throw invalidField('people', 'course_plan_long', { most: COURSES_OF_A_PLAN_MOST })
  }
  return await repo.insertCourses(tx, plan, asked, typed)
}

export async function changeCourse(context: CommandContext, id: number, typed: CourseTyped): Promise<Course> {
  const { tx, note, expectedVersion } = context
  const before = await lockCourse(context, id)
  note({ kind: 'course_plan', id: before.planId, details: { course: id } })
  await refuse(tx, typed, before)
  if (!(await repo.updateCourse(tx, id, expectedVersion, typed))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  return await getCourse(context, id)
}

export async function removeCourse(context: CommandContext, id: number): Promise<void> {
  const { planId, person } = await lockCourse(context, id)
  context.note({ kind: 'course_plan', id: planId, details: { course: id, person: person.id } })
  await repo.deleteCourse(context.tx, id)
}

async function lockCourse(context: CommandContext, id: number): Promise<Course> {
  const course = await getCourse(context, id)
  await lockFor(context, course.planId, 'change')
  return course
}

async function getCourse(context: CommandContext, id: number): Promise<Course> {
  const course = await repo.findCourse(context.tx, id, await countingOf(context, context.tx))
  if (course === undefined) throw new Refusal('not_found', 'not_found')
  return course
}

/** What stood there before may have been retired meanwhile. */
async function refuse(tx: CommandContext['tx'], typed: CourseTyped, before?: Course): Promise<void> {
  const { topicId, programmeId, programme, funding, price } = typed
  const faults: FieldFault[] = []
  const fault = (path: string, code: string): void => void faults.push({ in: 'body', path, code })
  if (topicId === null && programmeId === null && programme === null) fault('topicId', 'course_nothing')
  if (programmeId !== null && programme !== null) fault('programme', 'course_one_programme')
  if (funding === 'free' && price !== null) fault('price', 'course_free')
  if (topicId !== null && topicId !== before?.topic?.id) {
    const value = await repo.findTopic(tx, topicId)
    if (value === undefined) fault('topicId', 'reference_unknown')
    else if (value.isRetired) fault('topicId', 'value_retired')
  }
  if (programmeId !== null && programmeId !== before?.programme?.id) {
    const found = await repo.findProgramme(tx, programmeId)
    if (found?.isOffered !== true) fault('programmeId', 'reference_unknown')
  }
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults })
}

type Enrolling = { readonly eventId: number; readonly courses: readonly number[] }
type Outcome = Awaited<ReturnType<typeof nominate>>

/** Whom the plan says so are sent to the event, by its rule. Faults: 404, 409, 422 as when anybody is sent to an event. */
export async function enrolPlanned(
  context: CommandContext,
  plan: number,
  { eventId, courses }: Enrolling,
  admitted: ReadonlySet<number>,
): Promise<Outcome> {
  const { tx, note, services } = context
  const { year } = await lockFor(context, plan, 'enrol')
  const asked = [...new Set(courses)]
  const places = await repo.findPlaces(tx, asked, plan)
  if (places.length < asked.length) throw invalidField('courses', 'reference_unknown')
  const people = [...new Set(places.map(({ person }) => person))]
  // The order by which they are sent is a paper of a Russian school, and says why.
  const reason = services.translator.say('ru', 'activities:courses.sent', { year })
  const outcome = await nominate(context, eventId, { people, reason }, admitted)
  await repo.leadTo(tx, asked, eventId)
  note({ kind: 'course_plan', id: plan, details: { event: eventId, people } })
  return outcome
}
