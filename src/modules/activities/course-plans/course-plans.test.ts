import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { wordsOf } from '../../../../test/harness/word.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { modules } from '../../../modules.ts'
import { findOrAddValue } from '../../registry/index.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'
import { addEvent } from '../enrolment/event.fixture.ts'
import { addTopic, asked, course, learned } from './course-plans.fixture.ts'
import type { Course, Due } from './courses.contract.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const school = await addOrganisation(house, tenant)
const other = await addOrganisation(house, tenant)
const deputy = await addActor(house, [{ tenant, role: 'school_methodist', organisation: school }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const neighbour = await addActor(house, [{ tenant, role: 'head', organisation: other }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const department = await addActor(house, [{ tenant, role: 'department' }])
const topic = await addTopic(house, tenant, 'Читательская грамотность')

const THIS_YEAR = new Date().getFullYear()

/** Somebody who teaches at an organisation since 2020. */
async function teacher(surname: string, organisation = school): Promise<number> {
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation })
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return person
}

const open = async (year: number, actor = deputy, organisationId = school): Promise<number> =>
  (await asked(actor, 'POST', 'course-plans', { payload: { organisationId, year } })).id
const add = (plan: number, payload: object) => asked(deputy, 'POST', `course-plans/${plan}/courses`, { payload })
const courses = async (plan: number, year: number) =>
  (await asked(deputy, 'GET', `planned-courses?plan=${plan}&year=${year}&sort=person`)).items
const tasksOf = async (who: typeof head): Promise<string[]> =>
  (await asked(who, 'GET', 'tasks')).items.map(({ code }: { code: string }) => code)
const agree = async (plan: number) => {
  const { version } = await asked(deputy, 'GET', `course-plans/${plan}`)
  return await asked(head, 'POST', `course-plans/${plan}/agreement`, { version })
}

test('who falls due follows from learning before the year and the rule of the district', async () => {
  const never = await teacher('Абрикосова')
  const overdue = await teacher('Бузинова')
  const due = await teacher('Вишнёва')
  const later = await teacher('Грушева')
  await learned(house, tenant, overdue, { programme: 'Старое', endsOn: '2020-03-01' })
  await learned(house, tenant, due, { programme: 'Чтение', endsOn: '2022-06-01' })
  await learned(house, tenant, later, { programme: 'Чтение', endsOn: '2024-06-01' })
  // Too short, or of another kind: neither moves the term.
  await learned(house, tenant, overdue, { programme: 'Коротко', endsOn: '2024-03-01', hours: 8 })
  await learned(house, tenant, overdue, { programme: 'Стажировка', endsOn: '2024-04-01', kind: 'internship' })
  // Within the year: they were due as it began, and have learned since.
  await learned(house, tenant, due, { programme: 'Письмо', endsOn: '2025-05-01' })
  await teacher('Чужакова', other)
  const plan = await open(2025)
  const list = async (rest = '') => {
    const { items } = await asked(deputy, 'GET', `course-plans/${plan}/due?${rest}`)
    return items.map((one: Due) => [one.person.id, one.state, one.dueOn, one.learnedOn, one.planned])
  }
  expect(await list()).toEqual([
    [never, 'never', null, null, 0],
    [overdue, 'overdue', '2023-03-01', null, 0],
    [due, 'due', '2025-06-01', '2025-05-01', 0],
    [later, 'later', '2027-06-01', null, 0],
  ])
  expect((await asked(deputy, 'GET', `course-plans/${plan}`)).due).toEqual({ people: 3, met: 1 })
  await add(plan, course(topic, [never]))
  expect((await asked(deputy, 'GET', `course-plans/${plan}`)).due).toEqual({ people: 3, met: 2 })
  expect(await list('planned=no&state=never&state=overdue')).toHaveLength(1)

  const rule = { payload: { months: 60, leastHours: 8 }, version: 1 }
  expect(await asked(methodist, 'GET', 'district/training-rule')).toMatchObject({
    months: 36,
    leastHours: 16,
    version: 1,
  })
  await asked(methodist, 'PUT', 'district/training-rule', rule)
  expect(await list('state=later')).toHaveLength(3)
  const again = await methodist.ask('PUT', '/api/district/training-rule', {
    payload: rule.payload,
    headers: { 'if-match': '"1"' },
  })
  expect(again.statusCode).toBe(412)
  await asked(methodist, 'PUT', 'district/training-rule', { payload: { months: 36, leastHours: 16 }, version: 2 })
})

test('who is on long leave to the end of the year is told apart, with the leave; who is back before it is due', async () => {
  const [away, back, here] = [await teacher('Ёлкина'), await teacher('Жукова'), await teacher('Зимина')]
  const year = 2031
  const onLeave = async (person: number, until: string | null) =>
    await house.services.database.write(tenant, async (tx) => {
      const kind = await findOrAddValue(tx, 'leave_kind', 'Отпуск по уходу за ребёнком')
      await tx
        .updateTable('registry.employment')
        .set({ leave_kind_id: kind, leave_on: '2020-01-01', leave_until: until })
        .where('person_id', '=', person)
        .execute()
    })
  await onLeave(away, null)
  await onLeave(back, `${year}-03-31`)
  const plan = await open(year)
  const list = async (rest: string): Promise<Due[]> =>
    (await asked(deputy, 'GET', `course-plans/${plan}/due?size=200&${rest}`)).items
  const idsOf = (items: readonly Due[]): number[] => items.map(({ person }) => person.id)
  const pressing = await list('state=never&state=overdue&state=due')
  expect(idsOf(pressing)).toEqual(expect.arrayContaining([back, here]))
  expect(idsOf(pressing)).not.toContain(away)
  expect(pressing.find(({ person }) => person.id === back)).toMatchObject({
    leave: { kind: 'отпуск по уходу за ребёнком', until: `${year}-03-31` },
  })
  expect(await list('state=away')).toMatchObject([
    { person: { id: away }, leave: { kind: 'отпуск по уходу за ребёнком', until: null } },
  ])
  expect((await asked(deputy, 'GET', `course-plans/${plan}`)).due.people).toBe(pressing.length)
})

test('a school plans, its head sends back and agrees, and only then the district counts on it', async () => {
  const person = await teacher('Дубова')
  const year = 2041
  const plan = await open(year)
  const path = `course-plans/${plan}`
  const twice = await deputy.ask('POST', '/api/course-plans', { payload: { organisationId: school, year } })
  expect(faultsOf(twice)).toEqual(['year course_plan_there'])
  const outside = await deputy.ask('POST', '/api/course-plans', { payload: { organisationId: other, year } })
  expect(faultsOf(outside)).toEqual(['organisationId outside_reach'])
  const early = await deputy.ask('POST', `/api/${path}/proposal`, { headers: { 'if-match': '"1"' } })
  expect(early.json()).toMatchObject({ status: 409, code: 'course_plan_empty' })

  const said = {
    month: 3,
    hours: 36,
    funding: 'budget',
    price: 4500.5,
    programme: 'Читаем вместе',
    provider: 'Академия',
  }
  await add(plan, course(topic, [person], said))
  await add(plan, course(topic, [person], { month: 9, hours: 18, funding: 'extra', reason: 'wish' }))
  await asked(deputy, 'PATCH', path, { payload: { budgetMoney: 4000, extraMoney: null }, version: 1 })
  const teaching = await addActor(house, [{ tenant, role: 'teacher', person }])
  const own = async () => (await asked(teaching, 'GET', 'my/planned-courses')).items
  const draft = await asked(deputy, 'GET', path)
  expect(draft).toMatchObject({
    ...{ state: 'draft', budgetMoney: 4000, extraMoney: null, can: ['change', 'propose'] },
    sums: [
      { month: 3, funding: 'budget', courses: 1, hours: 36, money: 4500.5, unpriced: 0 },
      { month: 9, funding: 'extra', courses: 1, hours: 18, money: 0, unpriced: 1 },
    ],
  })
  expect((await methodist.ask('GET', `/api/${path}`)).statusCode).toBe(404)
  expect(await own()).toEqual([])
  expect((await neighbour.ask('GET', `/api/${path}`)).statusCode).toBe(404)
  expect((await department.ask('GET', `/api/${path}`)).statusCode).toBe(403)

  await asked(deputy, 'POST', `${path}/proposal`, { version: 2 })
  expect(await tasksOf(head)).toContain('activities.course_plans_agree')
  const late = await deputy.ask('POST', `/api/${path}/courses`, { payload: course(topic, [person]) })
  expect(late.json()).toMatchObject({ status: 409, code: 'course_plan_state' })
  await asked(head, 'POST', `${path}/return`, { payload: { reason: 'Дорого: поищите бесплатное' }, version: 3 })
  expect(await tasksOf(deputy)).toContain('activities.course_plans_mend')
  const [first] = await courses(plan, year)
  expect(first).toMatchObject({ programme: { id: null, title: 'Читаем вместе' }, provider: 'Академия', price: 4500.5 })
  const { people: _, ...typed } = course(topic, [], { month: 3, note: 'для молодых' })
  const rest = { programmeId: null, programme: null, provider: null, price: null }
  const changed = await asked(deputy, 'PUT', `planned-courses/${first.id}`, {
    payload: { ...typed, ...rest },
    version: first.version,
  })
  expect(changed).toMatchObject({ programme: null, funding: 'free', price: null, note: 'для молодых' })

  const totals = () => asked(department, 'GET', `course-plans/sums?year=${year}`)
  expect(await totals()).toMatchObject({ states: { draft: 1, agreed: 0 }, sums: [], progress: { courses: 0 } })
  const agreed = await asked(head, 'POST', `${path}/agreement`, { version: 4 })
  expect(agreed).toMatchObject({ state: 'agreed', returnedFor: null, can: ['enrol', 'reopen'] })
  expect(await totals()).toMatchObject({
    ...{ states: { draft: 0, agreed: 1 }, progress: { courses: 2, completed: 0 }, budgetMoney: 4000, extraMoney: null },
    sums: [
      { month: 3, funding: 'free' },
      { month: 9, unpriced: 1 },
    ],
  })
  expect(await own()).toMatchObject([
    { year, month: 3, note: 'для молодых' },
    { month: 9, reason: 'wish' },
  ])
  const needs = await asked(department, 'GET', `course-plans/needs?year=${year}`)
  const months = [0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]
  expect(needs.items).toMatchObject([{ topic: { id: topic }, months, courses: 2, organisations: 1, hours: 54 }])
  const listed = await asked(department, 'GET', `course-plans?year=${year}&state=agreed`)
  expect(listed.items).toMatchObject([{ organisation: { id: school }, plan: { id: plan, courses: 2, hours: 54 } }])
  expect((await asked(methodist, 'GET', `planned-courses?year=${year}&topic=${topic}&month=3`)).items).toHaveLength(1)
  expect((await asked(neighbour, 'GET', `planned-courses?year=${year}`)).items).toEqual([])
  expect((await department.ask('GET', `/api/planned-courses?year=${year}`)).statusCode).toBe(403)
  await asked(head, 'POST', `${path}/reopening`, { version: agreed.version })
  await asked(deputy, 'DELETE', `planned-courses/${first.id}`)
  expect(await courses(plan, year)).toHaveLength(1)
})

test('what was learned stands for a planned course: the same programme first, and no learning for two', async () => {
  const [same, any, none, twice] = [
    await teacher('Ежова'),
    await teacher('Жукова'),
    await teacher('Зимина'),
    await teacher('Исаева'),
  ]
  const plan = await open(2024)
  const named = course(topic, [same, any, none, twice], { programme: 'Оценивание' })
  await add(plan, named)
  await add(plan, course(topic, [same, twice], { month: 6 }))
  await learned(house, tenant, same, { programme: 'Другое', endsOn: '2024-02-01' })
  await learned(house, tenant, same, { programme: 'оценивание', endsOn: '2024-11-01', hours: 8 })
  await learned(house, tenant, any, { programme: 'Другое', endsOn: '2024-04-01' })
  await learned(house, tenant, none, { programme: 'Коротко', endsOn: '2024-04-01', hours: 8 })
  await learned(house, tenant, none, { programme: 'Другое', endsOn: '2023-12-31' })
  await learned(house, tenant, twice, { programme: 'Другое', endsOn: '2024-04-01' })
  const facts = (await courses(plan, 2024)).map(({ person, month, state, learned: fact }: Course) => [
    ...[person.id, month, state, fact?.title ?? null, fact?.isPlanned ?? null],
  ])
  expect(facts).toEqual([
    [same, 3, 'completed', 'Оценивание', true],
    [same, 6, 'completed', 'Другое', false],
    [any, 3, 'completed', 'Другое', false],
    [none, 3, 'missed', null, null],
    [twice, 3, 'completed', 'Другое', false],
    [twice, 6, 'missed', null, null],
  ])
  expect((await asked(deputy, 'GET', `course-plans/${plan}`)).progress).toEqual({
    ...{ courses: 6, enrolled: 0, completed: 4, missed: 2 },
  })
})

test('people of an agreed plan are sent to an event, and the plan shows where they stand', async () => {
  const [one, two] = [await teacher('Колосова'), await teacher('Лугова')]
  const plan = await open(THIS_YEAR + 1)
  await add(plan, course(topic, [one, two], { month: 12 }))
  const event = await addEvent(house, tenant, { organiser: other, seats: 1, title: 'Читаем: поток' })
  const [first, second] = await courses(plan, THIS_YEAR + 1)
  const enrol = (ids: number[], who = deputy) =>
    who.ask('POST', `/api/course-plans/${plan}/enrolments`, { payload: { eventId: event, courses: ids } })
  expect((await enrol([first.id])).json()).toMatchObject({ status: 409, code: 'course_plan_state' })
  await agree(plan)
  expect((await enrol([first.id], neighbour)).statusCode).toBe(404)
  const foreign = await add(await open(THIS_YEAR + 2), course(topic, [one])).then(() => courses(plan, THIS_YEAR + 2))
  expect(foreign).toEqual([])
  expect((await enrol([first.id, second.id])).json()).toEqual({ enrolled: 1, waiting: 1, asked: 0, already: 0 })
  const [after, waiting] = await courses(plan, THIS_YEAR + 1)
  expect(after).toMatchObject({ state: 'enrolled', enrolment: { eventId: event, state: 'enrolled' } })
  expect(waiting).toMatchObject({ state: 'enrolled', enrolment: { title: 'Читаем: поток', state: 'waiting' } })
  const list = await asked(deputy, 'GET', `events/${event}/enrolments`)
  expect(list.items[0].reason).toBe(`План повышения квалификации на ${THIS_YEAR + 1} год`)
  expect((await enrol([first.id])).json()).toEqual({ enrolled: 0, waiting: 0, asked: 0, already: 1 })
})

test('what cannot be planned is refused at its field', async () => {
  const plan = await open(2042)
  const person = await teacher('Маслова')
  const stranger = await teacher('Норкина', other)
  const refused = async (said: object) =>
    faultsOf(await deputy.ask('POST', `/api/course-plans/${plan}/courses`, { payload: course(topic, [person], said) }))
  expect(await refused({ people: [person, stranger] })).toEqual(['people reference_unknown'])
  expect(await refused({ topicId: null })).toEqual(['topicId course_nothing'])
  expect(await refused({ topicId: 999_999_999 })).toEqual(['topicId reference_unknown'])
  expect(await refused({ programmeId: 999_999_999 })).toEqual(['programmeId reference_unknown'])
  expect(await refused({ funding: 'free', price: 10 })).toEqual(['price course_free'])
  expect(await refused({ funding: 'budget', price: 10.001 })).toEqual(['price kopecks'])
  expect(await refused({ month: 13 })).toHaveLength(1)
})

test('the plan leaves the house as Word and as a workbook, and the journal says of whom', async () => {
  const plan = await open(2043)
  const person = await teacher('Озерова')
  await add(plan, course(topic, [person], { programme: 'Читаем', funding: 'budget', price: 1200 }))
  const word = await deputy.ask('GET', `/api/course-plans/${plan}/document`)
  const text = wordsOf(word.rawPayload)
  for (const said of ['Озерова Анна', 'Читаем', 'март', 'Проект', 'не указано']) expect(text).toContain(said)
  const book = await deputy.ask('GET', `/api/course-plans/${plan}/workbook`)
  expect(book.headers['content-disposition']).toContain(`course-plan-${plan}.xlsx`)
  const [header, row] = await rowsOfWorkbook(book.rawPayload)
  expect(header?.slice(0, 3)).toEqual(['Фамилия, имя, отчество', 'Должность', 'Программа'])
  expect(row).toEqual(expect.arrayContaining(['Озерова Анна', 'Читаем', '1200']))
  const { rows } = await sql<{ action: string; people: number }>`
    select action, (details ->> 'people')::int as people from platform.journal
    where object_kind = 'course_plan' and object_id = ${plan} and action like '%CoursePlan%' order by id`.execute(
    house.services.database.reader(tenant),
  )
  expect(rows).toEqual([
    { action: 'openCoursePlan', people: null },
    { action: 'getCoursePlanDocument', people: 1 },
    { action: 'exportCoursePlan', people: 1 },
  ])
  expect((await neighbour.ask('GET', `/api/course-plans/${plan}/document`)).statusCode).toBe(404)
})
