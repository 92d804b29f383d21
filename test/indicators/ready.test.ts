import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import { addActor, addDistrict, addOrganisation, addPerson, employ } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'

/** Two schools, three teachers, two events: small enough to count the ready indicators by hand. */
const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const [north, south] = [await addOrganisation(house, tenant), await addOrganisation(house, tenant)]
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: north }])
const teachers: number[] = []
for (const organisation of [north, north, south]) {
  const person = await addPerson(house, tenant)
  await employ(house, tenant, { person, organisation })
  teachers.push(person)
}
const [speaker, listener] = teachers

await house.services.database.write(tenant, async (tx) => {
  await sql`
    with event as (
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level, on_request)
      select v.code, v.code, v.code, f.id, v.day::date, ${north}, v.level, v.code = 'м2'
      from (values ('м1', 'мастер-класс', '2025-03-03', 'organisation'), ('м2', 'вебинар', '2025-04-04', 'district'))
        as v (code, form, day, level)
      join registry.classifier_value f on f.kind = 'event_kind' and f.label = v.form
      returning id, code),
    spoke as (insert into activities.speaker (event_id, person_id, topic) select id, ${speaker}, '' from event where code = 'м1'),
    attested as (insert into activities.attesting (event_id, state, asked_on, people, decided_on)
      select id, 'attested', '2025-03-05', 1, '2025-03-06' from event where code = 'м1')
    insert into activities.attendance (event_id, person_id) select id, ${listener} from event`.execute(tx)
  for (const [person, day] of [
    [speaker, '2025-05-05'],
    [listener, '2023-05-05'],
  ])
    await sql`
      with named as (
        insert into registry.classifier_value (kind, key, label)
        values ('provider', ${`п${day}`}, 'Центр'), ('programme', ${`к${day}`}, 'Курс') returning id, kind)
      insert into activities.learning (person_id, kind, form, hours, starts_on, ends_on, provider_id, programme_id)
      select ${person}, 'upskilling', 'in_person', 36, ${day}::date, ${day}::date,
        (select id from named where kind = 'provider'), (select id from named where kind = 'programme')`.execute(tx)
  await sql`select registry.rebuild_spans(null)`.execute(tx)
})

const introduce = async (kind: string, said: object = {}) => {
  const { kinds } = (await head.ask('GET', `/api/organisations/${north}/features`)).json()
  const kindId = kinds.find(({ label }: { label: string }) => label === kind).id
  return await head.ask('POST', `/api/organisations/${north}/features`, {
    payload: { kindId, from: '2025-01-15', ...said },
  })
}

/** Recorded by the school: a publication of one, an event elsewhere of the other, long ago the third webinar. */
const valuesOf = async (): Promise<{ id: number; list: string; label: string }[]> =>
  (await head.ask('GET', '/api/deeds/values')).json().items
const recordWorks = async () => {
  const values = await valuesOf()
  const idOf = (list: string) => values.find((one) => one.list === list)?.id
  const said = (personId: number | undefined, kind: string, day: string) => ({
    ...{ personId, kind, title: `Работа ${kind}`, place: 'Журнал', startsOn: day, endsOn: day },
    ...{
      typeId: idOf(`deed_${kind}`),
      ...(kind === 'event' && { levelId: idOf('deed_level'), roleId: idOf('deed_role') }),
    },
  })
  const deeds = [
    said(speaker, 'publication', '2025-02-01'),
    said(listener, 'event', '2025-06-01'),
    said(listener, 'nonformal', '2024-06-01'),
  ]
  return await head.ask('POST', '/api/deeds', { payload: { deeds } })
}

test('each ready indicator is said in words, can be taken, and counts', async () => {
  expect((await introduce('положение о ВСОКО', { document: 'Приказ № 7' })).statusCode).toBe(201)
  expect((await introduce('тьютор профессионального развития', { until: '2025-06-30' })).statusCode).toBe(201)
  expect((await recordWorks()).json()).toEqual({ recorded: 3, known: [] })
  const ready = (await methodist.ask('GET', '/api/ready-indicators')).json().items
  for (const { code, titleRu, titleEn, shortRu, shortEn, body, sentence, taken } of ready) {
    expect({ code, taken, said: sentence.length > 10 }).toEqual({ code, taken: false, said: true })
    const payload = { code, titleRu, titleEn, shortRu, shortEn, body, validFrom: '2020-01-01' }
    const reply = await methodist.ask('POST', '/api/indicator-definitions', { payload })
    expect(reply.statusCode, reply.body).toBe(201)
  }
  const codes = ready.map(({ code }: { code: string }) => `code=${code}`).join('&')
  const told = (await methodist.ask('GET', `/api/indicators?date=2025-12-31&${codes}`)).json().indicators
  const figures = told.map((one: { code: string; numerator: number; denominator: number }) => [
    one.code,
    `${one.numerator} of ${one.denominator}`,
  ])
  expect(Object.fromEntries(figures)).toEqual({
    'IND-17': '1 of 3',
    'IND-17-36': '2 of 3',
    'IND-24-VSOKO': '1 of 2',
    'IND-24-SHMS': '0 of 2',
    'IND-24-POS': '0 of 2',
    // It was there until June.
    'IND-24-TUTOR': '0 of 2',
    'IND-24-MENTOR': '0 of 2',
    'IND-25-EVENTS': '1 of 2',
    'IND-26': '0 of 3',
    'IND-28': '1 of 2',
    'IND-28-TALKS': '1 of 3',
    'IND-35': '1 of 3',
    'IND-35-ATTESTED': '1 of 3',
    'CAP-082': '1 of 2',
    'CAP-165': '1 of 3',
    'CAP-086': '1 of 3',
    'CAP-073': '0 of 3',
  })
  expect((await methodist.ask('GET', '/api/ready-indicators')).json().items[0]).toMatchObject({ taken: true })
})

test('of an event a file told of nobody knows whether it was on request; of one that was marked here it is known', async () => {
  const partsOf = async (): Promise<object> =>
    (await methodist.ask('GET', '/api/indicators/CAP-082/members?date=2025-12-31')).json().parts
  expect(await partsOf()).toMatchObject({ counted: 1, unsure: 1 })
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('activities.event').set({ closed_at: new Date() }).where('code', '=', 'м1').execute(),
  )
  expect(await partsOf()).toMatchObject({ counted: 1, rest: 1, unsure: 0 })
  const life = (await methodist.ask('GET', `/api/people/${listener}/life`)).json().items
  const saidOf = (label: string) => life.find((one: { label: string }) => one.label === label).details
  expect(saidOf('м1')).toContainEqual({ name: 'по запросу', value: 'нет' })
  expect(saidOf('м2')).toContainEqual({ name: 'по запросу', value: 'да' })
})

test('who has introduced something is told with the document behind it', async () => {
  const reply = await methodist.ask('GET', '/api/indicators/IND-24-VSOKO/members?date=2025-12-31')
  expect(reply.json()).toMatchObject({ total: 1 })
  expect(reply.body).toContain('Приказ № 7')
})

test('what is said of an organisation is corrected, ended and taken back; the same day twice is refused', async () => {
  const at = (rest = '') => `/api/organisations/${south}/features${rest}`
  const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const { kinds } = (await methodist.ask('GET', at())).json()
  const payload = { kindId: kinds[0].id, from: '2024-09-01' }
  const { id } = (await methodist.ask('POST', at(), { payload })).json()
  const twice = await methodist.ask('POST', at(), { payload })
  expect(twice.json()).toMatchObject({ errors: [{ path: 'from', code: 'feature_there' }] })
  const early = await methodist.ask('PATCH', at(`/${id}`), { payload: { until: '2024-08-31' }, ...match(1) })
  expect(early.json()).toMatchObject({ errors: [{ path: 'until', code: 'ends_before_start' }] })
  const ended = await methodist.ask('PATCH', at(`/${id}`), { payload: { until: '2025-05-31' }, ...match(1) })
  expect(ended.json()).toMatchObject({ until: '2025-05-31', version: 2 })
  expect((await methodist.ask('DELETE', at(`/${id}`), match(1))).statusCode).toBe(412)
  expect((await head.ask('DELETE', at(`/${id}`), match(2))).statusCode).toBe(404)
  expect((await methodist.ask('DELETE', at(`/${id}`), match(2))).statusCode).toBe(204)
  expect((await methodist.ask('GET', at())).json().items).toEqual([])
})
