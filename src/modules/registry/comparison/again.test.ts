import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { sheetXml, workbookParts, zipOf } from '../../../platform/spreadsheets/spreadsheet.samples.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from '../loads/loads.fixture.ts'

const house = await openTestHouse({ work: true })
const { at, begin, compare, ended, load, look } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const START = { 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + ANNA }
const rated = (rate: string): string => STAFF + ANNA.replace(';1;да;', `;${rate};да;`)
const press = async (id: number, what: string) => {
  const reply = await at.methodist.ask('POST', `/api/loads/${id}/${what}`)
  expect(reply.statusCode, reply.body).toBe(201)
}
const anna = async () => {
  const [{ id }] = (await at.methodist.ask('GET', '/api/people?q=орлова')).json().items
  return (await at.methodist.ask('GET', `/api/people/${id}`)).json().employments[0]
}

test('the same file once more is told by its content, with the load that took it', async () => {
  const first = await load(START)
  const again = await compare({ 'Кадры.csv': START['staff.xlsx'] })
  expect(again.files[0].loadedBefore).toMatchObject({ id: first.id, by: expect.any(String) })
  expect(again.comparison.files).toMatchObject([{ new: 0, changed: 0, unchanged: 1 }])
  expect((await compare({ 'staff.xlsx': rated('0,5') })).files[0].loadedBefore).toBeNull()
  // A load that was taken back left nothing of it.
  const undo = await at.methodist.ask('POST', `/api/loads/${first.id}/undo`)
  await ended(undo.json().id)
  expect((await look(again.id)).files[0].loadedBefore).toBeNull()
})

test('a file older than what is there says which values would go back, and to when', async () => {
  await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры 01.09.2025.csv': rated('1') })
  await load({ 'Кадры 01.10.2025.csv': rated('0,5') })
  const older = await compare({ 'Кадры 15.09.2025.csv': rated('0,75') })
  expect(older.comparison.files[0]).toMatchObject({
    day: '2025-09-15',
    older: [{ header: 'Ставка', count: 1, since: '2025-10-01' }],
  })
  const newer = await compare({ 'Кадры 15.10.2025.csv': rated('0,75') })
  expect(newer.comparison.files[0]).toMatchObject({ day: '2025-10-15', changed: 1, older: [] })
})

test('so does one older than what somebody corrected since', async () => {
  await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры 01.09.2025.csv': rated('1') })
  const { id, version } = await anna()
  const headers = { 'if-match': `"${version}"` }
  await at.methodist.ask('PATCH', `/api/employments/${id}`, { payload: { rate: 0.25 }, headers })
  const older = await compare({ 'Кадры 15.09.2025.csv': rated('0,75') })
  expect(older.comparison.files[0].older).toMatchObject([{ header: 'Ставка', count: 1 }])
})

test('a workbook that nobody named after a day is of the day it was saved', async () => {
  await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры 01.10.2025.csv': rated('1') })
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = rated('0,5')
    .trim()
    .split('\n')
    .map((line) => `<row>${line.split(';').map(cell).join('')}</row>`)
  const saved = '<cp:coreProperties><dcterms:modified>2025-09-20T08:00:00Z</dcterms:modified></cp:coreProperties>'
  const file = zipOf({
    ...workbookParts({ sheets: [{ name: 'Кадры', xml: sheetXml(rows.join('')) }] }),
    'docProps/core.xml': saved,
  })
  const compared = await compare({ 'staff.xlsx': file })
  expect(compared.comparison.files[0]).toMatchObject({ day: '2025-09-20', older: [{ header: 'Ставка' }] })
})

test('two load at once: one after the other, and who comes second sees what is so by then', {
  timeout: 120_000,
}, async () => {
  await load(START)
  const [one, other] = await Promise.all([
    begin({ 'staff.xlsx': rated('0,5') }, '?compare=yes'),
    begin({ 'staff.xlsx': rated('0,75') }, '?compare=yes'),
  ])
  await Promise.all([ended(one), ended(other)])
  await Promise.all([press(one, 'take'), press(other, 'take')])
  const states = [await ended(one), await ended(other)]
  expect(states.map(({ state }) => state).sort()).toEqual(['compared', 'done'])
  const [done, waits] = states.sort((left) => (left.state === 'done' ? -1 : 1))
  expect((await anna()).rate).toBe(done.id === one ? 0.5 : 0.75)
  expect(waits.comparison).toMatchObject({ again: true, isStale: false, files: [{ changed: 1 }] })
  const { items } = (await at.methodist.ask('GET', `/api/loads/${waits.id}/differences?kind=changed`)).json()
  const [before, after] = done.id === one ? ['0,5', '0,75'] : ['0,75', '0,5']
  expect(items[0].fields).toEqual([{ header: 'Ставка', before, after }])
  await press(waits.id, 'take')
  expect((await ended(waits.id)).state).toBe('done')
  expect((await anna()).rate).toBe(waits.id === one ? 0.5 : 0.75)
})
