import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeCourseDistrict } from '../runs.fixture.ts'

const house = await openTestHouse()
const { tenant, methodist, head, sister, addTeacher, begunRun, close } = await makeCourseDistrict(house)

const MODULES = [
  { title: 'Общий', hours: 12, form: 'in_person' },
  { title: 'Сценарии', hours: 6, form: 'distance', elective: true },
  { title: 'Оценивание', hours: 6, form: 'in_person', elective: true },
  { title: 'Проекты', hours: 6, form: 'self', elective: true },
]
type Teacher = Awaited<ReturnType<typeof addTeacher>>

/** A run that begins today, of which learners choose one module of three. */
async function runOfElectives(teachers: readonly Teacher[]) {
  const { event, programme } = await begunRun(teachers, { modules: MODULES, electives: 1 })
  await setDays(event, 0)
  const [, scripts, marks, projects]: number[] = programme.modules.map(({ id }: { id: number }) => id)
  return { event, scripts, marks, projects }
}

/** It began, or begins, so many days from today. */
const setDays = (event: number, days: number) =>
  house.services.database.write(tenant, (tx) =>
    sql`update activities.event e set held_on = (now() at time zone d.time_zone)::date + ${days}::int,
        last_on = (now() at time zone d.time_zone)::date + ${Math.max(days, 0)}::int
      from registry.district d where d.id = e.tenant_id and e.id = ${event}`.execute(tx),
  )
const choose = (who: Teacher, event: number, moduleIds: readonly unknown[]) =>
  who.ask('POST', `/api/my/runs/${event}/electives`, { payload: { moduleIds } })
const chooseFor = (
  event: number,
  personIds: readonly number[] | null,
  moduleIds: readonly unknown[],
  who = methodist,
) => who.ask('POST', `/api/events/${event}/run/electives/choices`, { payload: { personIds, moduleIds } })
const electives = async (event: number) => (await methodist.ask('GET', `/api/events/${event}/run/electives`)).json()
const ownOf = async (who: Teacher, event: number) => {
  const { items } = (await who.ask('GET', '/api/my/runs')).json()
  return items.find((one: { eventId: number }) => one.eventId === event).electives
}
const tasksOf = async (who: Pick<Teacher, 'ask'>) => JSON.stringify((await who.ask('GET', '/api/tasks')).json())

test('a learner chooses with one press, may change their mind until the day is over, and the group shows it', async () => {
  const [first, second] = [await addTeacher(), await addTeacher()]
  const { event, scripts, marks, projects } = await runOfElectives([first, second])
  expect(await ownOf(first, event)).toMatchObject({ take: 1, can: ['choose'], isChosenByHolder: false })
  expect(await tasksOf(first)).toContain('/my/courses')

  const chosen = await choose(first, event, [scripts])
  expect(chosen.statusCode, chosen.body).toBe(201)
  expect(chosen.json().modules.map(({ isChosen }: { isChosen: boolean }) => isChosen)).toEqual([true, false, false])
  expect((await choose(first, event, [marks])).statusCode).toBe(201)
  expect((await choose(first, event, [marks, projects])).json()).toMatchObject({
    errors: [{ path: 'moduleIds', code: 'electives_many' }],
  })
  expect((await choose(first, event, [1])).json()).toMatchObject({ errors: [{ path: 'moduleIds.0' }] })
  expect(await tasksOf(first)).not.toContain('/my/courses')

  expect(await electives(event)).toMatchObject({
    ...{ take: 1, unchosen: 1, isDaySet: false, can: ['choose', 'remind'] },
    modules: [{ takers: 0 }, { title: 'Оценивание', takers: 1 }, { takers: 0 }],
  })
  const { items, total } = (
    await methodist.ask('GET', `/api/events/${event}/learners`, { query: { unchosen: 'yes' } })
  ).json()
  expect([total, items[0].person.id, items[0].chosen]).toEqual([1, second.person, []])

  const told = await methodist.ask('POST', `/api/events/${event}/run/electives/reminder`)
  expect(told.json()).toEqual({ told: 1 })
  expect((await second.ask('GET', '/api/notifications')).body).toContain('Выберите модули')
  expect((await first.ask('GET', '/api/notifications')).body).not.toContain('Выберите модули')

  const stranger = await addTeacher(sister)
  expect((await choose(stranger, event, [marks])).json()).toMatchObject({ status: 409, code: 'no_learner' })
})

test('once the day is over whoever holds the course chooses for who did not; without it nobody completes the course', async () => {
  const [chose, late] = [await addTeacher(), await addTeacher()]
  const { event, scripts, marks } = await runOfElectives([chose, late])
  await choose(chose, event, [scripts])
  await setDays(event, -1)
  expect((await choose(late, event, [scripts])).json()).toMatchObject({ status: 409, code: 'choosing_over' })
  expect((await ownOf(late, event)).can).toEqual([])
  expect(await tasksOf(methodist)).toContain(`/events/${event}/run?unchosen=yes`)
  const reminded = await methodist.ask('POST', `/api/events/${event}/run/electives/reminder`)
  expect(reminded.json()).toMatchObject({ code: 'choosing_over' })

  const day = (chooseBy: string | null) =>
    head.ask('POST', `/api/events/${event}/run/electives/day`, { payload: { chooseBy } })
  expect((await day('2199-01-01')).json()).toMatchObject({ errors: [{ code: 'choosing_after_run' }] })
  const { items: runs } = (await late.ask('GET', '/api/my/runs')).json()
  const lastDay = runs[0].meetings.at(-1).day
  expect((await day(lastDay)).json()).toMatchObject({ chooseBy: lastDay, isDaySet: true })
  expect((await ownOf(late, event)).can).toEqual(['choose'])
  expect((await day(null)).json()).toMatchObject({ isDaySet: false })

  const shown = (await methodist.ask('POST', `/api/events/${event}/run/closing/open`)).json()
  const lacksOf = (person: number) =>
    shown.items.find((one: { person: { id: number } }) => one.person.id === person).lacks
  expect([lacksOf(chose.person), lacksOf(late.person)]).toEqual([[], ['electives']])

  const stranger = await addTeacher(sister)
  expect((await chooseFor(event, [stranger.person], [marks])).json()).toMatchObject({
    errors: [{ path: 'personIds.0', code: 'reference_unknown' }],
  })
  expect((await chooseFor(event, null, [marks], head)).json()).toMatchObject({ unchosen: 0 })
  expect(await ownOf(late, event)).toMatchObject({ isChosenByHolder: true })
  expect(await ownOf(chose, event)).toMatchObject({ isChosenByHolder: false })
  expect((await late.ask('GET', '/api/notifications')).body).toContain('За вас выбрали модули')

  expect((await close(event)).json()).toMatchObject({ completed: 2 })
  expect((await chooseFor(event, [late.person], [scripts])).json()).toMatchObject({ code: 'event_state' })
})

test('where the programme leaves nothing to choose there is nothing to see', async () => {
  const teacher = await addTeacher()
  const { event } = await begunRun([teacher])
  expect((await methodist.ask('GET', `/api/events/${event}/run/electives`)).statusCode).toBe(404)
  expect((await choose(teacher, event, [])).statusCode).toBe(404)
  expect(await ownOf(teacher, event)).toBeNull()
})
