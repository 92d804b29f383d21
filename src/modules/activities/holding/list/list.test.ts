import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { writeWorkbook } from '../../../../platform/spreadsheets/index.ts'
import { makeHoldingDistrict } from '../holding.fixture.ts'

const house = await openTestHouse()
const { methodist, addTeacher, heldToday, card } = await makeHoldingDistrict(house)

const recognised = (event: number, file: File) => {
  const payload = new FormData()
  payload.append('file', file)
  return methodist.ask('POST', `/api/events/${event}/recognised-list`, { payload })
}
const nameOf = async (person: number): Promise<string> => {
  const { surname, givenName } = (await methodist.ask('GET', `/api/people/${person}`)).json()
  return `${surname} ${givenName}`
}

test('a list that was brought is held against the roll, and whoever is on it is marked', async () => {
  const [first, second, stranger] = [await addTeacher(), await addTeacher(), await addTeacher()]
  const event = await heldToday([first, second])
  const names = await Promise.all([first, second, stranger].map(({ person }) => nameOf(person)))
  const text = ['ФИО;Школа', `${names[0]};`, `${names[1]?.split(' ')[0]};`, `${names[2]};`].join('\n')
  const reply = await recognised(event, new File([text], 'list.csv'))
  expect(reply.statusCode, reply.body).toBe(201)
  expect(reply.json().lines).toMatchObject([
    { row: 2, text: names[0], person: { id: first.person } },
    { row: 3, person: null, candidates: [{ id: second.person }] },
    { row: 4, person: null, candidates: [] },
  ])
  const [meeting] = (await card(event)).meetings
  const at = `/api/events/${event}/meetings/${meeting.id}/marks`
  const mark = (toldBy: string, marks: object[]) => methodist.ask('POST', at, { payload: { marks, toldBy } })
  await mark('list', [{ personId: second.person, here: true, minutes: 30 }])
  await mark('file', [
    { personId: first.person, here: true },
    { personId: second.person, here: true },
  ])
  const marked: { items: { person: { id: number }; mark: object | null }[] } = (await methodist.ask('GET', at)).json()
  const markOf = (person: number) => marked.items.find((line) => line.person.id === person)?.mark
  expect(markOf(first.person)).toMatchObject({ toldBy: 'file', stayed: 120 })
  expect(markOf(second.person)).toMatchObject({ toldBy: 'list', stayed: 30 })
})

test('a workbook is read as well; what is no list is refused with what to do', async () => {
  const teacher = await addTeacher()
  const event = await heldToday([teacher])
  const name = await nameOf(teacher.person)
  const book = await writeWorkbook({ sheets: [{ name: 'Список', columns: [{ header: 'ФИО' }], rows: [[name]] }] })
  const reply = await recognised(event, new File([new Uint8Array(book)], 'список.xlsx'))
  expect(reply.json().lines, reply.body).toMatchObject([{ person: { id: teacher.person } }])
  const fault = async (file: File) => (await recognised(event, file)).json()
  expect(await fault(new File(['%PDF-1.7'], 'list.pdf'))).toMatchObject({ status: 422 })
  expect(await fault(new File([`${name}\n`.repeat(1_001)], 'long.csv'))).toMatchObject({
    errors: [{ path: 'file', code: 'list_long' }],
  })
  expect(await fault(new File(['я'.repeat(1_100_000)], 'large.csv'))).toMatchObject({ status: 413 })
})
