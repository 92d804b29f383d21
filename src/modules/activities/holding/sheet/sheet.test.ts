import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding.fixture.ts'

const house = await openTestHouse()
const { methodist, addTeacher, heldToday, card } = await makeHoldingDistrict(house)

test('the sheet has a line to sign for each with a seat, in Word and in PDF, and leaves a trace', async () => {
  const [teacher, other] = [await addTeacher(), await addTeacher()]
  const event = await heldToday([teacher])
  const { title, meetings } = await card(event)
  const sheet = (format: string, of = meetings[0].id) =>
    methodist.ask('GET', `/api/events/${event}/meetings/${of}/sheet?format=${format}`)
  const word = await sheet('docx')
  expect(word.statusCode, word.body).toBe(200)
  const text = strFromU8(unzipSync(word.rawPayload)['word/document.xml'] ?? new Uint8Array())
  const nameOf = async (person: number) => (await methodist.ask('GET', `/api/people/${person}`)).json().surname
  expect(text).toContain(await nameOf(teacher.person))
  expect(text).not.toContain(await nameOf(other.person))
  const pdf = await sheet('pdf')
  const printed = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), { mergePages: true })
  expect(printed.text).toContain('Лист регистрации участников')
  expect(printed.text).toContain(title)
  expect(printed.text).toContain('Подпись')
  const sights = (await teacher.ask('GET', '/api/me/sights')).json()
  expect(sights.total).toBe(2)
  const elsewhere = await heldToday([])
  expect(
    (await methodist.ask('GET', `/api/events/${elsewhere}/meetings/${meetings[0].id}/sheet?format=pdf`)).statusCode,
  ).toBe(404)
})
