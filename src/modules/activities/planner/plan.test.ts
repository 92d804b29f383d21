import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { wordsOf } from '../../../../test/harness/word.ts'
import { modules } from '../../../modules.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'
import { announced, planned } from '../events/events.fixture.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const centre = await addOrganisation(house, tenant)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])

const course = {
  ...{ title: 'Курс', heldOn: '2199-04-10', lastOn: '2199-05-02', hours: 36, level: 'district' },
  meetings: ['2199-04-10', '2199-04-17', '2199-05-02'].map((day) => ({ day, from: '15:00', until: '18:00' })),
}
const open = await announced(methodist, centre, course)
const draft = await planned(methodist, centre, { title: 'Замысел', heldOn: '2199-04-10' })
const own = await planned(head, school, { title: 'Свой', heldOn: '2199-04-12', hours: 2 })

const plan = async (query: string, who = methodist) => (await who.ask('GET', `/api/event-plan?${query}`)).json()
const APRIL = 'from=2199-04-01&to=2199-04-30'

test('the plan has each meeting on its day, an event without hours on its first, and the days off', async () => {
  const { items, events, daysOff } = await plan(APRIL)
  expect(items).toMatchObject([
    { day: '2199-04-10', from: null, eventId: draft.id, state: 'draft' },
    { day: '2199-04-10', from: '15:00', until: '18:00', eventId: open.id, state: 'announced' },
    { day: '2199-04-12', eventId: own.id },
    { day: '2199-04-17', from: '15:00', eventId: open.id },
  ])
  expect(events).toBe(3)
  expect(daysOff).toContain('2199-04-06')
  expect(daysOff).not.toContain('2199-04-10')
  const titles = async (query: string, who = methodist) =>
    (await plan(query, who)).items.map(({ title }: { title: string }) => title)
  expect(await titles(APRIL, head)).toEqual(['Курс', 'Свой', 'Курс'])
  expect(await titles(`${APRIL}&organiser=${school}`)).toEqual(['Свой'])
})

test('the year counts events, drafts, days and hours by month', async () => {
  const { months } = (await methodist.ask('GET', '/api/event-plan/months?year=2199')).json()
  expect(months).toHaveLength(12)
  expect(months[3]).toEqual({ month: 4, events: 3, drafts: 2, days: 3, hours: 38 })
  expect(months[4]).toEqual({ month: 5, events: 1, drafts: 0, days: 1, hours: 0 })
  expect(months[0]).toEqual({ month: 1, events: 0, drafts: 0, days: 0, hours: 0 })
})

test('a span that is turned round or too long is refused at its field', async () => {
  const ask = (query: string) => methodist.ask('GET', `/api/event-plan?${query}`)
  expect((await ask('from=2199-04-02&to=2199-04-01')).json().errors).toMatchObject([{ path: 'to' }])
  expect((await ask('from=2199-01-01&to=2199-12-31')).json().errors).toMatchObject([{ code: 'span_long' }])
  expect(faultsOf(await methodist.ask('GET', '/api/event-plan/document?year=2199&month=13'))).toEqual(['month too_big'])
})

test('the plan of a month is a paper in Word, and who took it stands in the journal', async () => {
  const paper = await methodist.ask('GET', '/api/event-plan/document?year=2199&month=4')
  expect(paper.statusCode, paper.body).toBe(200)
  expect(paper.headers['content-disposition']).toContain('plan-2199-04.docx')
  const text = wordsOf(paper.rawPayload)
  expect(text).toContain('План мероприятий на апрель 2199 года')
  expect(text).toMatch(/ср, 10\.04, 15:00–18:00.*Курс/)
  expect(text).toMatch(/Замысел.*Проект/)
  const ofSchool = await head.ask('GET', `/api/event-plan/document?year=2199&month=4&organiser=${school}`)
  const own = wordsOf(ofSchool.rawPayload)
  expect(own).toContain('Свой')
  expect(own).not.toContain('Замысел')
  const journal = await house.services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['object_kind', 'object_id', 'details'])
    .where('action', '=', 'getPlanDocument')
    .orderBy('id')
    .execute()
  expect(journal).toMatchObject([
    { object_kind: 'district', details: { month: '2199-04', rows: 4 } },
    { object_kind: 'organisation', object_id: school },
  ])
})
