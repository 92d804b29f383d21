import { addDays, type Day } from './days.ts'
import {
  announce,
  idOf,
  meetingDays,
  type Named,
  organisationOf,
  ownOrganisation,
  type Place,
  type Planned,
  planOnce,
  programmeCalled,
  type Registered,
} from './planning.ts'
import type { Visitor } from './visitor.ts'

type Present = {
  readonly methodist: Visitor
  readonly head: Visitor
  readonly school: Visitor
  readonly today: Day
}
type Due = { readonly person: { readonly id: number }; readonly learnedOn: Day | null }

const PLANNED = 6
const MEETINGS = 6
const AHEAD = 12

/**
 * The centre announces a run of its programme, a school plans whom it teaches in that year and sends the first of them, another has
 * handed its plan to its head.
 */
export async function planCourses({ methodist, head, school: other, today }: Present): Promise<void> {
  const programme = await programmeCalled(methodist, 'Формирующее оценивание на уроке')
  const run = await announceRun(methodist, programme, today)
  const [year = 0, month = 0] = run.heldOn.split('-').map(Number)
  const school = await ownOrganisation(head)
  const { items: plans } = await head.get(`/api/course-plans?year=${year}&size=5`)
  if (plans.some(({ plan }: { plan: object | null }) => plan !== null)) return

  const { id } = await draftPlan(head, { school, year, month }, { budgetMoney: 60_000, extraMoney: 20_000 }, programme)
  let plan = await head.get(`/api/course-plans/${id}`)
  plan = await head.send('POST', `/api/course-plans/${plan.id}/agreement`, undefined, plan.version)
  const { items: courses } = await head.get(`/api/planned-courses?year=${year}&plan=${plan.id}&size=3`)
  await head.send('POST', `/api/course-plans/${plan.id}/enrolments`, {
    ...{ eventId: run.id, courses: (courses as readonly { id: number }[]).map((course) => course.id) },
  })
  // From September on schools plan the next year.
  const planned = Number(addDays(today, 122).slice(0, 4))
  const another = { school: await ownOrganisation(other), year: planned, month: 3 }
  const proposed = await draftPlan(other, another, { budgetMoney: 30_000, extraMoney: null }, programme)
  await other.send('POST', `/api/course-plans/${proposed.id}/proposal`, undefined, proposed.version)
}

type Drafting = { readonly school: Place; readonly year: number; readonly month: number }
type Budget = { readonly budgetMoney: number; readonly extraMoney: number | null }

/** A plan of courses of a school for those who have not learned for longest: most by the programme, some elsewhere for money. */
async function draftPlan(
  visitor: Visitor,
  { school, year, month }: Drafting,
  budget: Budget,
  programme: Registered,
): Promise<{ readonly id: number; readonly version: number }> {
  const { id, version } = await visitor.send('POST', '/api/course-plans', { organisationId: school.id, year })
  await visitor.send('PATCH', `/api/course-plans/${id}`, budget, version)
  const { items: due } = await visitor.get(`/api/course-plans/${id}/due?size=100&sort=due&planned=no`)
  const people = (due as readonly Due[])
    .filter(({ learnedOn }) => learnedOn === null)
    .slice(0, PLANNED)
    .map(({ person }) => person.id)
  const course = { month, hours: 36, form: 'in_person', funding: 'free' }
  await visitor.send('POST', `/api/course-plans/${id}/courses`, {
    ...{ ...course, people: people.slice(0, 4), reason: 'expiry', programmeId: programme.id },
  })
  await visitor.send('POST', `/api/course-plans/${id}/courses`, {
    ...{ ...course, form: 'distance', hours: 72, funding: 'budget', price: 7_500 },
    ...{ people: people.slice(4), reason: 'deficit', note: 'По итогам посещения уроков' },
    ...{ programme: 'Инклюзивное образование в классе', provider: 'Институт развития образования' },
  })
  return await visitor.get(`/api/course-plans/${id}`)
}

/** A course of thirty-six hours. */
async function announceRun(methodist: Visitor, programme: Registered, today: Day): Promise<Planned> {
  const days = meetingDays(addDays(today, AHEAD), MEETINGS)
  const { items: forms } = (await methodist.get('/api/event-forms')) as { items: readonly Named[] }
  const run = await planOnce(methodist, await organisationOf(methodist, 'methodical_centre'), {
    title: `${programme.title}: курсы`,
    ...{ formId: idOf(forms, 'курсы повышения квалификации'), programmeId: programme.id },
    ...{ level: 'district', format: 'in_person', heldOn: days[0], lastOn: days.at(-1), seats: 25, place: 'Кабинет 3' },
    meetings: days.map((day) => ({ day, from: '14:30', until: '19:00' })),
  })
  await announce(methodist, run)
  return run
}
