import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'
import { announced, planned } from '../events/events.fixture.ts'
import { did, registered, whole } from './programmes.fixture.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const centre = await addOrganisation(house, tenant)
const school = await addOrganisation(house, tenant)
const other = await addOrganisation(house, tenant)
const expert = await addPerson(house, tenant, 'Рассудова')
await employ(house, tenant, { person: expert, organisation: school })
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const neighbour = await addActor(house, [{ tenant, role: 'head', organisation: other }])
const reviewer = await addActor(house, [{ tenant, role: 'teacher', person: expert }])
const teacher = await addActor(house, [{ tenant, role: 'teacher', person: await addPerson(house, tenant) }])

const at = (id: number, rest = ''): string => `/api/programmes/${id}${rest}`
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const seen = async (who: typeof head, id: number) => (await who.ask('GET', at(id))).json()
const status = async (who: typeof head, id: number) => (await who.ask('GET', at(id))).statusCode
const tasksOf = async (who: typeof head): Promise<{ code: string; link: string }[]> =>
  (await who.ask('GET', '/api/tasks')).json().items

test('a school asks, the centre develops, an expert judges twice, and it comes to the register', async () => {
  const title = unique('Чтение на каждом уроке')
  const request = { organisationId: school, title, kind: 'upskilling', form: 'distance', reason: 'Половина не читает' }
  const outside = await head.ask('POST', '/api/programme-requests', { payload: { ...request, organisationId: other } })
  expect(faultsOf(outside)).toEqual(['organisationId outside_reach'])
  const { id } = await did(head, 'programme-requests', request)
  expect(await seen(head, id)).toMatchObject({ state: 'requested', requestedBy: { id: school }, can: [], lacks: [] })
  expect([await status(neighbour, id), await status(reviewer, id)]).toEqual([404, 404])
  expect((await head.ask('POST', at(id, '/development'), match(1))).statusCode).toBe(403)
  expect((await tasksOf(methodist)).map(({ code }) => code)).toContain('activities.programmes_requested')

  const draft = await did(methodist, `programmes/${id}/development`, {}, 1)
  expect(draft).toMatchObject({ state: 'draft', lacks: ['about', 'hours', 'providers', 'modules'] })
  const ask = { reviewers: [expert], dueOn: '2199-01-01' }
  const early = await methodist.ask('POST', at(id, '/review'), { payload: ask, ...match(2) })
  expect(early.json()).toMatchObject({ status: 409, code: 'programme_unready' })
  const { title: _, reason: __, ...content } = whole(centre)
  const filled = await methodist.ask('PATCH', at(id), { payload: content, ...match(2) })
  expect(filled.json()).toMatchObject({ lacks: [], networked: true, providers: [{}, { name: 'Институт развития' }] })

  const sent = await did(methodist, `programmes/${id}/review`, ask, 3)
  expect(sent).toMatchObject({ state: 'review', reviews: [{ round: 1, verdict: null, onPaper: false }] })
  expect(sent.can).toEqual(['judge', 'return', 'decline'])
  const task = (await tasksOf(reviewer)).find(({ code }) => code === 'activities.programmes_judge')
  expect(task).toMatchObject({ link: `/programmes/${id}`, dueOn: '2199-01-01' })
  const review = sent.reviews[0].id
  expect(await seen(reviewer, id)).toMatchObject({ can: ['judge'], reviews: [{ id: review, can: ['judge'] }] })
  expect((await seen(head, id)).reviews).toEqual([])
  const verdict = (who: typeof head, payload: object, of = review) =>
    who.ask('POST', `/api/programme-reviews/${of}/verdict`, { payload, ...match(1) })
  expect((await verdict(teacher, { verdict: 'recommended' })).statusCode).toBe(404)
  expect(faultsOf(await verdict(reviewer, { verdict: 'remarks' }))).toEqual(['remarks remarks_missing'])
  expect((await verdict(reviewer, { verdict: 'remarks', remarks: 'Мало практики' })).json().can).toEqual([])
  expect((await verdict(reviewer, { verdict: 'recommended' })).json()).toMatchObject({ code: 'programme_state' })
  const order = { orderNumber: '12-о', orderOn: '2026-01-12' }
  const approve = (version: number) => methodist.ask('POST', at(id, '/approval'), { payload: order, ...match(version) })
  expect((await approve(4)).json()).toMatchObject({ code: 'programme_unreviewed' })

  await did(methodist, `programmes/${id}/return`, { reason: 'Добавить практику' }, 4)
  const again = await did(methodist, `programmes/${id}/review`, ask, 5)
  expect(again.reviews).toMatchObject([
    { round: 2, verdict: null },
    { round: 1, remarks: 'Мало практики' },
  ])
  const onPaper = await verdict(methodist, { verdict: 'recommended' }, again.reviews[0].id)
  expect(onPaper.json().reviews[0]).toMatchObject({ verdict: 'recommended', onPaper: true })
  expect((await approve(6)).json()).toMatchObject({ state: 'approved', order: { number: '12-о', on: '2026-01-12' } })
  const number = unique('ДПП')
  const entry = { number, registeredOn: '2026-01-13', validUntil: '2026-01-12' }
  const wrong = await methodist.ask('POST', at(id, '/registration'), { payload: entry, ...match(7) })
  expect(faultsOf(wrong)).toEqual(['validUntil ends_before_start'])
  const done = await did(methodist, `programmes/${id}/registration`, { ...entry, validUntil: '2198-12-31' }, 7)
  expect(done).toMatchObject({ state: 'registered', number, can: ['run', 'renew', 'retire'] })
  expect(done.steps.map(({ state }: { state: string }) => state)).toEqual([
    ...['requested', 'draft', 'review', 'draft', 'review', 'approved', 'registered'],
  ])
  const told = (await head.ask('GET', '/api/notifications')).json().items
  expect(told.map(({ text, link }: { text: string; link: string }) => [text, link])).toEqual([
    ['Программа, которую вы запросили, в реестре: на неё можно записывать', `/programmes/${id}`],
    ['Программу, которую вы запросили, начали разрабатывать', `/programmes/${id}`],
  ])
  const public_ = await seen(teacher, id)
  expect(public_).toMatchObject({
    can: [],
    reviews: [],
    steps: [{ state: 'approved', by: null }, { state: 'registered' }],
  })
})

test('hours below those of the law are refused at the field, with the law', async () => {
  const draft = (said: object, language = 'ru') =>
    methodist.ask('POST', '/api/programmes', {
      payload: { ...whole(centre), ...said },
      headers: { 'accept-language': language },
    })
  const short = await draft({ hours: 15 })
  expect(short.statusCode).toBe(422)
  expect(short.json().errors).toMatchObject([{ path: 'hours', code: 'hours_below_upskilling' }])
  expect(short.json().errors[0].message ?? short.body).toMatch(/16 часов.*№ 266/)
  expect(faultsOf(await draft({ kind: 'retraining', hours: 249 }))).toEqual(['hours hours_below_retraining'])
  const { id } = (await draft({})).json()
  const change = (payload: object) => methodist.ask('PATCH', at(id), { payload, ...match(1) })
  expect(faultsOf(await change({ kind: 'retraining' }))).toEqual(['hours hours_below_retraining'])
  expect((await change({ hours: 24 })).json()).toMatchObject({ version: 2, lacks: ['sum'] })
})

test('electives count as many times as a learner takes them', async () => {
  const elective = { hours: 6, form: 'distance', elective: true }
  const modules = [
    { title: 'Общий', hours: 12, form: 'in_person' },
    ...['А', 'Б', 'В'].map((title) => ({ title, ...elective })),
  ]
  const made = await did(methodist, 'programmes', {
    ...whole(centre),
    modules,
    electives: 2,
    hours: 24,
    selfStudy: true,
  })
  expect(made).toMatchObject({ lacks: [], selfStudy: true, electives: 2 })
  const uneven = { modules: [...modules, { title: 'Г', ...elective, hours: 8 }] }
  const changed = await methodist.ask('PATCH', at(made.id), { payload: uneven, ...match(1) })
  expect(changed.json().lacks).toEqual(['electives'])
})

test('what it refers to has to be there', async () => {
  const nobody = 1_000_000_000
  const said = { ...whole(nobody), topicId: nobody, indicator: 'НЕТ' }
  expect(faultsOf(await methodist.ask('POST', '/api/programmes', { payload: said }))).toEqual([
    ...['indicator reference_unknown', 'providers.0.organisationId reference_unknown', 'topicId reference_unknown'],
  ])
  const both = { ...whole(centre), providers: [{ organisationId: centre, outside: 'Институт' }] }
  expect(faultsOf(await methodist.ask('POST', '/api/programmes', { payload: both }))).toEqual([
    'providers.0.organisationId provider_one',
  ])
  const { id } = await did(methodist, 'programmes', whole(centre))
  const send = (payload: object) => methodist.ask('POST', at(id, '/review'), { payload, ...match(1) })
  expect(faultsOf(await send({ reviewers: [expert, nobody], dueOn: '2199-01-01' }))).toEqual([
    'reviewers.1 reference_unknown',
  ])
  expect(faultsOf(await send({ reviewers: [expert], dueOn: '2026-01-01' }))).toEqual(['dueOn day_past'])
})

test('renewed it stays in force until the next edition enters the register, under the same number', async () => {
  const first = await registered(methodist, { organisation: centre, reviewer: expert })
  const taken = await registered(methodist, { organisation: centre, reviewer: expert })
  const next = await did(methodist, `programmes/${first.id}/renewal`, { reason: 'Новый стандарт' }, first.version)
  expect(next).toMatchObject({ state: 'draft', edition: 2, title: first.title, reason: 'Новый стандарт', lacks: [] })
  expect(next.modules).toHaveLength(2)
  expect(await seen(teacher, first.id)).toMatchObject({ state: 'registered', editions: [{ edition: 1 }] })
  const twice = { payload: { reason: 'Ещё раз' }, ...match(first.version + 1) }
  expect((await methodist.ask('POST', at(first.id, '/renewal'), twice)).json()).toMatchObject({
    code: 'programme_renewed',
  })
  const path = `programmes/${next.id}`
  const sent = await did(methodist, `${path}/review`, { reviewers: [expert], dueOn: '2199-01-01' }, 1)
  await did(reviewer, `programme-reviews/${sent.reviews[0].id}/verdict`, { verdict: 'recommended' }, 1)
  await did(methodist, `${path}/approval`, { orderNumber: '40-о', orderOn: '2026-02-02' }, 2)
  const enter = (number: string) =>
    methodist.ask('POST', at(next.id, '/registration'), {
      payload: { number, registeredOn: '2026-02-03' },
      ...match(3),
    })
  expect(faultsOf(await enter(taken.number))).toEqual(['number programme_number_taken'])
  expect((await enter(first.number)).json()).toMatchObject({ state: 'registered', number: first.number })
  expect(await seen(teacher, first.id)).toMatchObject({
    ...{ state: 'retired', editions: [{ state: 'retired' }, { state: 'registered' }] },
  })
})

test('retired with its reason it stays to be read; a draft nobody wants is declined', async () => {
  const one = await registered(methodist, { organisation: centre, reviewer: expert, until: '2026-01-14' })
  expect(one).toMatchObject({ expired: true, can: ['renew', 'retire'] })
  const gone = await did(methodist, `programmes/${one.id}/retirement`, { reason: 'Закон изменился' }, one.version)
  expect(gone).toMatchObject({ state: 'retired', can: [] })
  expect((await seen(teacher, one.id)).steps.at(-1)).toMatchObject({ state: 'retired', said: 'Закон изменился' })
  const { id } = await did(methodist, 'programmes', whole(centre))
  const declined = await did(methodist, `programmes/${id}/refusal`, { reason: 'Такая уже есть' }, 1)
  expect(declined).toMatchObject({ state: 'declined', can: [] })
  const change = await methodist.ask('PATCH', at(id), { payload: { hours: 18 }, ...match(2) })
  expect(change.json()).toMatchObject({ code: 'programme_state' })
})

test('a run takes its hours from a programme in the register, and from no other', async () => {
  const programme = await registered(methodist, { organisation: centre, reviewer: expert, until: '2199-12-31' })
  const run = await planned(methodist, centre, { programmeId: programme.id, hours: 4, format: null, topicId: null })
  expect(run).toMatchObject({ hours: 18, format: 'hybrid', programme: { id: programme.id, kind: 'upskilling' } })
  const plan = async (said: object) => {
    const payload = { title: 'Поток', formId: run.form.id, level: 'district', organiserId: centre, ...said }
    return faultsOf(await methodist.ask('POST', '/api/events', { payload: { heldOn: '2199-04-10', ...payload } }))
  }
  const draft = await did(methodist, 'programmes', whole(centre))
  expect(await plan({ programmeId: draft.id })).toEqual(['programmeId programme_unregistered'])
  expect(await plan({ programmeId: 1_000_000_000 })).toEqual(['programmeId reference_unknown'])
  expect(await plan({ programmeId: programme.id, heldOn: '2026-01-12' })).toEqual(['heldOn programme_not_valid'])
  const announcedRun = await announced(head, school, { programmeId: programme.id })
  expect(announcedRun.hours).toBe(18)
  const change = (payload: object, version: number) =>
    head.ask('PATCH', `/api/events/${announcedRun.id}`, { payload, ...match(version) })
  expect(faultsOf(await change({ programmeId: null }, 2))).toEqual(['programmeId event_fixed'])
  await did(methodist, `programmes/${programme.id}/retirement`, { reason: 'Закон изменился' }, programme.version)
  expect(await plan({ programmeId: programme.id })).toEqual(['programmeId programme_retired'])
  const moved = await change({ heldOn: '2199-05-10', hours: 40 }, 2)
  expect(moved.json()).toMatchObject({ heldOn: '2199-05-10', hours: 18, programme: { id: programme.id } })
  const runs = await methodist.ask('GET', `/api/events?programme=${programme.id}&sort=-heldOn`)
  expect(runs.json().items.map(({ id }: { id: number }) => id)).toEqual([announcedRun.id, run.id])
})

test('the register is filtered, sorted, paged and taken away', async () => {
  const word = unique('Отбор')
  const make = (said: object) => registered(methodist, { organisation: centre, reviewer: expert, said })
  const long = await make({ title: `${word} длинная`, kind: 'retraining', hours: 250, ...MODULES_250 })
  const short = await make({ title: `${word} короткая`, selfStudy: true })
  const draft = await did(methodist, 'programmes', { ...whole(centre), title: `${word} черновик` })
  const list = async (query: string, who = methodist) =>
    (await who.ask('GET', `/api/programmes?q=${encodeURIComponent(word)}${query}`)).json()
  const ids = async (query: string, who = methodist): Promise<number[]> =>
    (await list(query, who)).items.map(({ id }: { id: number }) => id)
  expect(await ids('&sort=-hours')).toEqual(
    [long.id, short.id, draft.id].toSorted((a, b) => Number(b === long.id) - Number(a === long.id)),
  )
  expect(await ids('', teacher)).toEqual([long.id, short.id])
  expect(await ids('&kind=retraining')).toEqual([long.id])
  expect(await ids('&selfStudy=yes')).toEqual([short.id])
  expect(await ids('&state=draft&state=review')).toEqual([draft.id])
  expect(await list('&size=1&page=2', teacher)).toMatchObject({ total: 2, items: [{ id: short.id }], can: [] })
  expect((await list('')).can).toEqual(['ask', 'draft', 'export'])
  expect((await list('', head)).can).toEqual(['ask', 'export'])
  expect((await methodist.ask('GET', '/api/programmes?state=lost')).statusCode).toBe(422)
  const book = await head.ask('GET', `/api/programmes.xlsx?q=${encodeURIComponent(word)}`)
  expect(book.headers['content-disposition']).toContain('programmes-')
  expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

const MODULES_250 = { modules: [{ title: 'Всё', hours: 250, form: 'in_person' }] }

test('a programme is handed on as a Word file: passport, results, modules and those of choice', async () => {
  const said = {
    ...{
      audience: 'Учителя начальных классов',
      competences: 'Методическая',
      results: 'Знают приёмы чтения',
      electives: 1,
    },
    modules: [
      { title: 'Общий модуль', hours: 12, form: 'in_person' },
      { title: 'Сценарии', hours: 6, form: 'distance', elective: true },
      { title: 'Проекты', hours: 6, form: 'self', elective: true },
    ],
  }
  const programme = await registered(methodist, { organisation: centre, reviewer: expert, said })
  expect(programme).toMatchObject({ audience: said.audience, results: said.results })
  const textOf = async (who: typeof head, id: number): Promise<string> => {
    const reply = await who.ask('GET', at(id, '/document'))
    expect(reply.statusCode, reply.body).toBe(200)
    return strFromU8(unzipSync(reply.rawPayload)['word/document.xml'] ?? new Uint8Array())
  }
  const text = await textOf(teacher, programme.id)
  const words = [
    programme.title,
    'Учителя начальных классов',
    'Знают приёмы чтения',
    'Общий модуль',
    'Модули по выбору',
  ]
  for (const word of [...words, '1 из 2', 'Всего: 18 ч', 'удостоверение', '12-о', programme.number])
    expect(text).toContain(word)
  // What nobody but its makers sees leaves the house for them alone, and says that it is no more than a draft.
  const draft = await did(methodist, 'programmes', { ...whole(centre), results: '' })
  expect((await teacher.ask('GET', at(draft.id, '/document'))).statusCode).toBe(404)
  const unready = await textOf(methodist, draft.id)
  expect(unready).toContain('Проект')
  expect(unready).not.toContain('Планируемые результаты')
})
