import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding.fixture.ts'
import { codeOf, stepAt } from './presence.code.ts'

const house = await openTestHouse()
const { tenant, school, methodist, head, addTeacher, heldToday, card, roll, step } = await makeHoldingDistrict(house)

const screen = async (event: number, who = methodist) =>
  (await who.ask('GET', `/api/events/${event}/presence-code`)).json()
const mark = (who: typeof methodist, meeting: number, code: string) =>
  who.ask('POST', `/api/meetings/${meeting}/my-presence`, { payload: { code } })
const typed = (who: typeof methodist, code: string) => who.ask('POST', '/api/my/presence', { payload: { code } })
const codeBack = (meeting: number, steps: number): string =>
  codeOf(house.services.master, { tenant, id: meeting }, stepAt(Date.now()) - steps)
const walkIn = async (event: number) => {
  const given = { rule: null, byApproval: false, quota: null, closesAt: null, offerHours: 24, walkIn: true }
  const reply = await methodist.ask('PUT', `/api/events/${event}/admission`, {
    payload: given,
    headers: { 'if-match': '"1"' },
  })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.json()).toMatchObject({ walkIn: true })
}

test('who sees the screen is marked, twice is once, and the roll presumes who was marked', async () => {
  const [here, typing, away] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const event = await heldToday([here, typing, away])
  expect(await roll(event)).toMatchObject({ total: 3, presumed: 3 })
  const shown = await screen(event, head)
  const { id } = shown.meeting
  expect(shown).toMatchObject({ marked: 0, enrolled: 3, meetings: [{ id }] })
  expect(shown.address).toBe(`${shown.typedAt}/${id}/${shown.code}`)

  expect((await here.ask('GET', `/api/meetings/${id}/my-presence`)).json()).toMatchObject({
    ...{ event: { id: event }, markedAt: null, hasSeat: true },
  })
  const first = await mark(here, id, shown.code)
  expect(first.statusCode, first.body).toBe(201)
  expect(first.json()).toMatchObject({ markedAt: expect.any(String), hasSeat: true })
  // Sent again after a lost line, by when the code is another one.
  expect((await mark(here, id, codeBack(id, 9))).json()).toEqual(first.json())
  const { code } = await screen(event)
  expect((await typed(typing, `${code.slice(0, 3)} ${code.slice(3)}`)).json()).toMatchObject({ event: { id: event } })
  expect(await screen(event)).toMatchObject({ marked: 2, enrolled: 3 })

  const lines = (await roll(event)).items
  expect(lines.find((line: { person: { id: number } }) => line.person.id === away.person)).toMatchObject({
    ...{ presumed: false, minutes: null, hasSeat: true },
  })
  const held = await step(event, '/holding', {})
  expect(held.statusCode, held.body).toBe(201)
  const came = (await roll(event)).items.filter((line: { came: boolean }) => line.came)
  expect(came.map((line: { person: { id: number } }) => line.person.id).sort()).toEqual(
    [here.person, typing.person].sort(),
  )
  expect((await mark(away, id, code)).json()).toMatchObject({ status: 409, code: 'presence_closed' })
})

test('a code that is over, of another event, mistyped or of another day is answered clearly', async () => {
  const teacher = await addTeacher()
  const event = await heldToday([teacher])
  const other = await heldToday([teacher])
  const { meeting } = await screen(event)
  const elsewhere = await screen(other)
  expect((await mark(teacher, meeting.id, codeBack(meeting.id, 3))).json()).toMatchObject({
    ...{ status: 409, code: 'presence_code_over' },
  })
  expect((await typed(teacher, codeBack(meeting.id, 3))).json()).toMatchObject({ code: 'presence_code_over' })
  expect((await mark(teacher, meeting.id, elsewhere.code)).json()).toMatchObject({ code: 'presence_code_wrong' })
  expect((await mark(teacher, meeting.id, '12345')).json()).toMatchObject({
    ...{ status: 422, errors: [{ path: 'code', code: 'six_digits' }] },
  })
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.meeting set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day'
      where id = ${meeting.id}`.execute(tx),
  )
  expect((await mark(teacher, meeting.id, codeBack(meeting.id, 0))).json()).toMatchObject({
    code: 'presence_other_day',
  })
  expect((await methodist.ask('GET', `/api/events/${event}/presence-code`)).json()).toMatchObject({
    ...{ status: 409, code: 'presence_no_meeting' },
  })
})

test('who got the code without a seat is refused, unless the event says that one may come so', async () => {
  const [guest, stranger] = [await addTeacher(), await addTeacher()]
  const event = await heldToday([])
  const { meeting } = await screen(event)
  const refused = await mark(guest, meeting.id, codeBack(meeting.id, 0))
  expect(refused.json()).toMatchObject({ status: 409, code: 'presence_without_seat' })
  await walkIn(event)
  expect((await mark(guest, meeting.id, codeBack(meeting.id, 0))).json()).toMatchObject({
    ...{ hasSeat: false, markedAt: expect.any(String) },
  })
  expect((await roll(event)).items).toMatchObject([{ person: { id: guest.person }, hasSeat: false, presumed: true }])
  // Nobody else sees the code, and a meeting with marks stays.
  expect((await stranger.ask('GET', `/api/events/${event}/presence-code`)).statusCode).toBe(403)
  const removed = await methodist.ask('DELETE', `/api/events/${event}/meetings/${meeting.id}`, {
    headers: { 'if-match': '"1"' },
  })
  expect(removed.json()).toMatchObject({ status: 409, code: 'meeting_marked' })
  expect((await card(event)).organiser.id).toBe(school)
})

test('guessing is stopped, of one account and not of its neighbours', async () => {
  const [guesser, neighbour] = [await addTeacher(), await addTeacher()]
  const event = await heldToday([guesser, neighbour])
  const { meeting } = await screen(event)
  const answers: number[] = []
  for (let guess = 0; guess < 11; guess++) {
    answers.push((await mark(guesser, meeting.id, codeBack(meeting.id, 200 + guess))).statusCode)
  }
  expect(answers.slice(0, 10)).toEqual(new Array(10).fill(409))
  expect(answers[10]).toBe(429)
  expect((await mark(neighbour, meeting.id, codeBack(meeting.id, 0))).statusCode).toBe(201)
})

test('a hall marks itself at once', async () => {
  const teachers = await Promise.all(Array.from({ length: 10 }, () => addTeacher()))
  const event = await heldToday(teachers)
  const { meeting } = await screen(event)
  const code = codeBack(meeting.id, 0)
  const replies = await Promise.all(
    teachers.flatMap((one) => [mark(one, meeting.id, code), mark(one, meeting.id, code)]),
  )
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(new Array(20).fill(201))
  expect(await screen(event)).toMatchObject({ marked: 10, enrolled: 10 })
})
