import { expect, test } from 'vitest'
import { addActor } from '../../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeCourseDistrict } from '../runs.fixture.ts'

const house = await openTestHouse()
const { tenant, sister, methodist, head, addTeacher, begunRun, mark, close } = await makeCourseDistrict(house)

const daysOf = async (event: number): Promise<string[]> =>
  (await methodist.ask('GET', `/api/events/${event}/run`)).json().meetings.map(({ day }: { day: string }) => day)
const post = (path: string, payload: object, who = methodist) => who.ask('POST', `/api/${path}`, { payload })
const enter = (id: number, on: string, results: [number, string | null][]) =>
  post(`examinations/${id}/results`, {
    on,
    results: results.map(([personId, outcome]) => ({ personId, outcome })),
  })
const opened = async (id: number) => {
  const reply = await methodist.ask('POST', `/api/examinations/${id}/results/open`)
  expect(reply.statusCode, reply.body).toBe(201)
  return Object.fromEntries(
    reply
      .json()
      .items.map((one: { person: { id: number }; attempts: { outcome: string }[] }) => [
        one.person.id,
        one.attempts.map(({ outcome }) => outcome),
      ]),
  )
}

test('results are entered, corrected on their day and taken again later; only who holds the course and the learner see them', async () => {
  const [first, second, away] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const { event } = await begunRun([first, second])
  const [yesterday = '', today = ''] = await daysOf(event)
  const examiners = [{ personId: away.person }, { outside: 'Пётр Гостев', organisation: 'Педагогический университет' }]
  const added = await post(`events/${event}/examinations`, {
    ...{ title: 'Зачёт по текстам', kind: 'credit', heldOn: yesterday, examiners },
  })
  expect(added.statusCode, added.body).toBe(201)
  expect(added.json()).toMatchObject({
    examiners: [{ personId: away.person }, { name: 'Пётр Гостев', organisation: 'Педагогический университет' }],
    ...{ entered: 0, can: ['change', 'remove', 'enter'] },
  })
  const { id } = added.json()
  const told = await enter(id, yesterday, [
    [first.person, 'not_credited'],
    [second.person, 'not_credited'],
  ])
  expect(told.json()).toEqual({ entered: 2 })
  // A slip of the pen, set right on the same day; then one takes it again.
  expect((await enter(id, yesterday, [[second.person, 'credited']])).statusCode).toBe(201)
  expect((await enter(id, today, [[first.person, 'credited']])).statusCode).toBe(201)
  expect(await opened(id)).toEqual({ [first.person]: ['not_credited', 'credited'], [second.person]: ['credited'] })
  expect((await enter(id, today, [[second.person, 'absent']])).json()).toMatchObject({
    errors: [{ path: 'results.0.outcome', code: 'result_credited' }],
  })
  expect((await enter(id, yesterday, [[first.person, 'credited']])).json()).toMatchObject({
    errors: [{ path: 'results.0.outcome', code: 'result_older' }],
  })
  expect((await enter(id, today, [[away.person, 'credited']])).json()).toMatchObject({
    errors: [{ path: 'results.0.personId', code: 'reference_unknown' }],
  })

  const list = await methodist.ask('GET', `/api/events/${event}/examinations`)
  expect(list.json()).toMatchObject({ total: 1, items: [{ entered: 2, can: ['change', 'enter'] }] })
  expect(list.body).not.toContain('credited"')
  const others = await addActor(house, [
    { tenant, role: 'department' },
    { tenant, role: 'head', organisation: sister },
  ])
  expect((await others.ask('POST', `/api/examinations/${id}/results/open`)).statusCode).toBe(404)
  expect((await second.ask('POST', `/api/examinations/${id}/results/open`)).statusCode).toBe(403)
  expect((await head.ask('POST', `/api/examinations/${id}/results/open`)).statusCode).toBe(201)

  const mine = (await first.ask('GET', '/api/my/runs')).json()
  expect(mine).toMatchObject({
    total: 1,
    items: [
      { eventId: event, examinations: [{ id, attempts: [{ outcome: 'not_credited' }, { outcome: 'credited' }] }] },
    ],
  })
  const sights = (await first.ask('GET', '/api/me/sights')).json()
  expect(sights.items[0]).toMatchObject({ action: 'openResults', island: 'examinations', purpose: 'course' })

  expect((await enter(id, today, [[first.person, null]])).statusCode).toBe(201)
  expect(await opened(id)).toMatchObject({ [first.person]: ['not_credited'] })
})

test('an examination is changed and removed as long as nobody has a result, and closed once the run was held', async () => {
  const teacher = await addTeacher()
  const { event } = await begunRun([teacher])
  const [yesterday = '', today = ''] = await daysOf(event)
  const quiz = { title: 'Тест', kind: 'test', heldOn: today, examiners: [] }
  expect((await post(`events/${event}/examinations`, { ...quiz, heldOn: '2020-01-01' })).json()).toMatchObject({
    errors: [{ path: 'heldOn', code: 'examination_before_run' }],
  })
  const twice = [{ personId: teacher.person }, { personId: teacher.person }]
  expect((await post(`events/${event}/examinations`, { ...quiz, examiners: twice })).json()).toMatchObject({
    errors: [{ path: 'examiners', code: 'examiner_twice' }],
  })
  const stranger = await addTeacher(sister)
  expect(
    (await post(`events/${event}/examinations`, { ...quiz, examiners: [{ personId: stranger.person }] }, head)).json(),
  ).toMatchObject({ errors: [{ path: 'examiners.0.personId', code: 'reference_unknown' }] })

  const { id } = (await post(`events/${event}/examinations`, quiz)).json()
  const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const changed = await methodist.ask('PUT', `/api/examinations/${id}`, {
    payload: { ...quiz, title: 'Итоговый тест', heldOn: yesterday },
    ...match(1),
  })
  expect(changed.json()).toMatchObject({ title: 'Итоговый тест', heldOn: yesterday, version: 2 })
  expect((await enter(id, yesterday, [[teacher.person, 'absent']])).statusCode).toBe(201)
  expect((await methodist.ask('DELETE', `/api/examinations/${id}`, match(2))).json()).toMatchObject({
    code: 'examination_entered',
  })
  expect((await enter(id, yesterday, [[teacher.person, null]])).json()).toEqual({ entered: 0 })
  expect((await methodist.ask('DELETE', `/api/examinations/${id}`, match(1))).statusCode).toBe(412)
  expect((await methodist.ask('DELETE', `/api/examinations/${id}`, match(2))).statusCode).toBe(204)

  await mark(event, 0, [{ person: teacher.person, minutes: 60 }])
  expect((await teacher.ask('GET', '/api/my/runs')).json().items[0]).toMatchObject({
    ...{ eventId: event, standing: 'learning', minutes: 60, share: 50, lacking: 0, examinations: [] },
    meetings: [{ minutes: 60 }, { minutes: null }],
  })
  expect((await close(event)).statusCode).toBe(201)
  expect((await post(`events/${event}/examinations`, quiz)).json()).toMatchObject({ status: 409, code: 'event_state' })
})
