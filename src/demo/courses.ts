import { addDays, type Day } from './days.ts'
import {
  announce,
  idOf,
  type Named,
  organisationOf,
  ownOrganisation,
  type Planned,
  planOnce,
  workDay,
} from './planning.ts'
import type { Visitor } from './visitor.ts'

type Present = { readonly methodist: Visitor; readonly head: Visitor; readonly today: Day }
type Line = { readonly id: number; readonly version: number; readonly title: string }
type Due = { readonly person: { readonly id: number }; readonly learnedOn: Day | null }

const PLANNED = 6
const MEETINGS = 6
const AHEAD = 12

/** The centre announces a run of its programme, a school plans whom it teaches in that year, and sends the first of them. */
export async function planCourses({ methodist, head, today }: Present): Promise<void> {
  const { items } = await methodist.get('/api/programmes?state=registered&size=1')
  const programme = items[0] as Line
  const run = await announceRun(methodist, programme, today)
  const [year, month] = run.heldOn.split('-').map(Number)
  const school = await ownOrganisation(head)
  const { items: plans } = await head.get(`/api/course-plans?year=${year}&size=5`)
  if (plans.some(({ plan }: { plan: object | null }) => plan !== null)) return

  let plan = await head.send('POST', '/api/course-plans', { organisationId: school.id, year })
  plan = await head.send(
    'PATCH',
    `/api/course-plans/${plan.id}`,
    { budgetMoney: 60_000, extraMoney: 20_000 },
    plan.version,
  )
  const { items: due } = await head.get(`/api/course-plans/${plan.id}/due?size=100&sort=due&planned=no`)
  const people = (due as readonly Due[])
    .filter(({ learnedOn }) => learnedOn === null)
    .slice(0, PLANNED)
    .map(({ person }) => person.id)
  const course = { month, hours: 36, form: 'in_person', funding: 'free' }
  await head.send('POST', `/api/course-plans/${plan.id}/courses`, {
    ...{ ...course, people: people.slice(0, 4), reason: 'expiry', programmeId: programme.id },
  })
  await head.send('POST', `/api/course-plans/${plan.id}/courses`, {
    ...{ ...course, form: 'distance', hours: 72, funding: 'budget', price: 7_500 },
    ...{ people: people.slice(4), reason: 'deficit', note: 'По итогам посещения уроков' },
    ...{ programme: 'Инклюзивное образование в классе', provider: 'Институт развития образования' },
  })
  plan = await head.get(`/api/course-plans/${plan.id}`)
  plan = await head.send('POST', `/api/course-plans/${plan.id}/agreement`, undefined, plan.version)
  const { items: courses } = await head.get(`/api/planned-courses?year=${year}&plan=${plan.id}&size=3`)
  await head.send('POST', `/api/course-plans/${plan.id}/enrolments`, {
    ...{ eventId: run.id, courses: (courses as readonly Line[]).map(({ id }) => id) },
  })
}

/** Six afternoons in two weeks. */
function daysOfRun(today: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = addDays(today, AHEAD); days.length < MEETINGS; day = addDays(day, 2)) {
    day = workDay(day)
    days.push(day)
  }
  return days
}

/** A course of thirty-six hours. */
async function announceRun(methodist: Visitor, programme: Line, today: Day): Promise<Planned> {
  const days = daysOfRun(today)
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
