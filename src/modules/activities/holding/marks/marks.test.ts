import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding.fixture.ts'

const house = await openTestHouse()
const { sister, methodist, head, addTeacher, heldToday, twoMeetings, card, roll, step } =
  await makeHoldingDistrict(house)

type Mark = { personId: number; here: boolean; came?: string | null; left?: string | null; minutes?: number | null }
type Line = { person: { id: number }; presumed: boolean; minutes: number | null; came: boolean | null }

const marksOf = async (event: number, meeting: number) =>
  (await methodist.ask('GET', `/api/events/${event}/meetings/${meeting}/marks`)).json()
const mark = (event: number, meeting: number, marks: Mark[], who = methodist, key?: string) =>
  who.ask('POST', `/api/events/${event}/meetings/${meeting}/marks`, {
    payload: { marks },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })
const meetingsOf = async (event: number): Promise<{ id: number; from: string; until: string }[]> =>
  (await card(event)).meetings
const lineOf = async (event: number, person: number): Promise<Line | undefined> =>
  (await roll(event)).items.find((line: Line) => line.person.id === person)

test('minutes of all meetings make attendance: half of them, or what the event says', async () => {
  const [whole, half, brief, away] = [await addTeacher(), await addTeacher(), await addTeacher(), await addTeacher()]
  const event = await heldToday([whole, half, brief, away])
  await twoMeetings(event)
  const [first, second] = await meetingsOf(event)
  if (first === undefined || second === undefined) throw new Error('two meetings')

  const marked = await mark(event, first.id, [
    { personId: whole.person, here: true },
    { personId: half.person, here: true },
    { personId: brief.person, here: true, came: '12:30', left: '13:15' },
  ])
  expect(marked.json()).toEqual({ marked: 3 })
  // A meeting at which nobody was marked says nothing.
  expect(await roll(event)).toMatchObject({ total: 4, presumed: 2, minutes: 120 })
  const again = await mark(event, second.id, [
    { personId: whole.person, here: true, minutes: 110 },
    { personId: brief.person, here: true, minutes: 30 },
    { personId: away.person, here: true },
    { personId: away.person, here: false },
  ])
  expect(again.json()).toEqual({ marked: 2 })
  expect(await roll(event)).toMatchObject({ presumed: 2, minutes: 240 })
  expect(await lineOf(event, half.person)).toMatchObject({ minutes: 120, presumed: true })
  expect(await lineOf(event, brief.person)).toMatchObject({ minutes: 75, presumed: false })
  expect((await marksOf(event, first.id)).items.find((line: Line) => line.person.id === brief.person)).toMatchObject({
    mark: { came: '12:30', left: '13:15', minutes: null, stayed: 45, toldBy: 'list' },
  })

  const { version } = await card(event)
  const rule = await methodist.ask('PUT', `/api/events/${event}/least-share`, {
    payload: { leastShare: 80 },
    headers: { 'if-match': `"${version}"` },
  })
  expect(rule.json()).toMatchObject({ leastShare: 80 })
  expect(await roll(event)).toMatchObject({ presumed: 1 })
  // Who holds the event has the last word.
  const held = await step(event, '/holding', { others: [half.person] }, head)
  expect(held.statusCode, held.body).toBe(201)
  expect(await lineOf(event, half.person)).toMatchObject({ came: true })
  expect(await lineOf(event, brief.person)).toMatchObject({ came: false })
  expect((await mark(event, first.id, [{ personId: away.person, here: true }])).json()).toMatchObject({
    ...{ status: 409, code: 'event_state' },
  })
})

test('sent twice is once; what cannot be is refused at its place', async () => {
  const [teacher, other] = [await addTeacher(), await addTeacher(sister)]
  const event = await heldToday([teacher])
  const [meeting] = await meetingsOf(event)
  if (meeting === undefined) throw new Error('a meeting')
  const key = 'marks-of-a-phone-in-a-cellar'
  const first = await mark(event, meeting.id, [{ personId: teacher.person, here: true }], methodist, key)
  expect(first.statusCode, first.body).toBe(201)
  await mark(event, meeting.id, [{ personId: teacher.person, here: false }])
  // The line was lost before the answer came: the same again is not done again.
  const late = await mark(event, meeting.id, [{ personId: teacher.person, here: true }], methodist, key)
  expect(late.json()).toEqual(first.json())
  expect(await marksOf(event, meeting.id)).toMatchObject({ marked: 0 })

  const refused = async (marks: Mark[], who = methodist) => (await mark(event, meeting.id, marks, who)).json()
  const { person: personId } = teacher
  expect(await refused([{ personId, here: true, minutes: 121 }])).toMatchObject({
    errors: [{ path: 'marks.0.minutes', code: 'minutes_long' }],
  })
  expect(await refused([{ personId, here: true, minutes: 10, came: '12:00' }])).toMatchObject({
    errors: [{ path: 'marks.0.minutes', code: 'minutes_or_times' }],
  })
  expect(await refused([{ personId, here: true, came: '13:00', left: '12:00' }])).toMatchObject({
    errors: [{ path: 'marks.0.left', code: 'ends_before_start' }],
  })
  expect(await refused([{ personId: other.person, here: true }], head)).toMatchObject({
    errors: [{ path: 'marks', code: 'reference_unknown' }],
  })
  expect(await refused([{ personId: other.person, here: true }])).toEqual({ marked: 1 })
  expect((await marksOf(event, meeting.id)).items).toHaveLength(2)
  const elsewhere = await heldToday([])
  expect((await mark(elsewhere, meeting.id, [{ personId, here: true }])).statusCode).toBe(404)
})
