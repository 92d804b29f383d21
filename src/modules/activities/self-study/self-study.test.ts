import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { faultsOf } from '../../registry/people/people.fixture.ts'
import { registered } from '../programmes/programmes.fixture.ts'
import { makeCourseDistrict } from '../runs/runs.fixture.ts'

const house = await openTestHouse({ work: true })
const { tenant, school, sister, methodist, head, addTeacher } = await makeCourseDistrict(house)
const reviewer = await addTeacher()

const made = async (url: string, payload: object): Promise<number> => {
  const reply = await methodist.ask('POST', `/api/${url}`, { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json().id
}
await methodist.ask('PUT', '/api/letterhead', {
  payload: { name: 'ИМЦ', place: 'г. Зареченск', address: '', requisites: '' },
  headers: { 'if-match': '"0"' },
})
const signatoryId = await made('document-signatories', {
  ...{ name: 'Р. Б. Сидоров', post: 'Директор', fromOn: '2020-01-01', toOn: null },
})
const seriesId = await made('document-series', {
  ...{ kind: 'upskilling', title: unique('Удостоверения'), prefix: unique('С'), suffix: '/{YYYY}', digits: 4 },
})

const MODULES = [
  { title: 'Смысловое чтение', hours: 10, form: 'self' },
  { title: 'Сценарии уроков', hours: 8, form: 'distance', elective: true },
  { title: 'Разбор работ', hours: 8, form: 'self', elective: true },
]
const newProgramme = (said: object = {}) =>
  registered(methodist, {
    ...{ organisation: school, reviewer: reviewer.person },
    said: { selfStudy: true, modules: MODULES, electives: 1, ...said },
  })
const DAYS = { startsOn: '2026-02-02', endsOn: '2026-04-30' }

type Who = typeof head
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const post = (who: Who, path: string, payload: object, version?: number) =>
  who.ask('POST', `/api/${path}`, { payload, ...(version !== undefined && match(version)) })
async function did(who: Who, path: string, payload: object, version?: number) {
  const reply = await post(who, path, payload, version)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}
const look = async (who: Who, id: number) => (await who.ask('GET', `/api/self-studies/${id}`)).json()
const pass = async (who: Who, id: number, module: number, said: object = { passedOn: '2026-02-10' }) => {
  const { version } = await look(methodist, id)
  return await who.ask('PUT', `/api/self-studies/${id}/modules/${module}`, { payload: said, ...match(version) })
}
const step = async (who: Who, id: number, path: string, payload: object = {}) =>
  await post(who, `self-studies/${id}/${path}`, payload, (await look(methodist, id)).version)
const FINISH = { finishedOn: '2026-03-02', examiner: 'Комиссия ИМЦ, председатель Р. Б. Сидоров' }
const learningOf = async (person: number) =>
  await house.services.database
    .reader(tenant)
    .selectFrom('activities.learning')
    .selectAll()
    .where('person_id', '=', person)
    .execute()

/** How many learned by themselves, in the language of populations. */
async function alone(): Promise<number> {
  const population = { term: 'trained', where: { form: { is: 'self' } }, when: { by: 'date' } }
  const payload = { subject: 'person', population, date: '2026-06-30' }
  const reply = await methodist.ask('POST', '/api/populations/preview', { payload })
  if (reply.statusCode >= 300) throw new Error(reply.body)
  return reply.json().counts.matched
}

test('asked for from «Моё» and agreed to; the tutor notes modules; finished it is learning by oneself with a document', async () => {
  const [learner, tutor, colleague] = [await addTeacher(), await addTeacher(sister), await addTeacher()]
  const programme = await newProgramme()
  const [reading, scenarios, papers] = programme.modules.map(({ id }: { id: number }) => id)
  const wanted = { programmeId: programme.id, ...DAYS }
  const asked = await did(learner, 'my/self-studies', wanted)
  expect(asked).toMatchObject({ state: 'asked', hours: 18, passed: 0, needed: 2, can: ['withdraw'] })
  const { id } = asked
  expect((await post(learner, 'my/self-studies', wanted)).json()).toMatchObject({ status: 409, code: 'study_taken' })
  expect((await colleague.ask('GET', `/api/self-studies/${id}`)).statusCode).toBe(404)
  expect((await head.ask('GET', '/api/tasks')).body).toContain('studies_asked')
  expect((await step(learner, id, 'approval')).statusCode).toBe(403)
  expect(faultsOf(await step(methodist, id, 'approval', { tutorId: learner.person }))).toEqual([
    'tutorId study_own_tutor',
  ])
  const agreed = await step(methodist, id, 'approval', { tutorId: tutor.person })
  expect(agreed.json(), agreed.body).toMatchObject({ state: 'going', tutor: { id: tutor.person } })
  expect((await learner.ask('GET', '/api/notifications')).body).toContain('Обучение без группы назначено')

  // Who learns reads it, who helps says what is passed.
  expect(await look(learner, id)).toMatchObject({ can: [], batch: null })
  expect((await pass(learner, id, reading)).statusCode).toBe(404)
  expect((await look(tutor, id)).can).toEqual(['keep'])
  expect(faultsOf(await pass(tutor, id, reading, { passedOn: '2026-01-31' }))).toEqual(['passedOn study_day'])
  expect(faultsOf(await pass(tutor, id, reading, { passedOn: '2199-01-31' }))).toEqual(['passedOn in_future'])
  const noted = { passedOn: '2026-02-10', evidence: 'Разработка урока' }
  expect((await pass(tutor, id, reading, noted)).json()).toMatchObject({ passed: 1, needed: 2 })
  expect((await step(methodist, id, 'finish', FINISH)).json()).toMatchObject({ code: 'study_unfinished' })
  await pass(tutor, id, scenarios)
  await pass(tutor, id, papers, { passedOn: '2026-02-20' })
  expect((await pass(tutor, id, papers, { passedOn: null })).json()).toMatchObject({ passed: 2, needed: 2 })

  expect((await step(head, id, 'finish', FINISH)).statusCode).toBe(403)
  expect(faultsOf(await step(methodist, id, 'finish', { ...FINISH, finishedOn: '2026-02-05' }))).toEqual([
    'finishedOn study_before_module',
  ])
  const early = { ...FINISH, documents: { seriesId, signatoryId, issuedOn: '2026-03-01' } }
  expect(faultsOf(await step(methodist, id, 'finish', early))).toEqual(['issuedOn before_end_of_run'])
  const documents = { seriesId, signatoryId, issuedOn: '2026-03-02' }
  const finished = await step(methodist, id, 'finish', { ...FINISH, documents })
  expect(finished.json(), finished.body).toMatchObject({
    state: 'finished',
    paper: 'upskilling',
    can: ['reopen', 'order'],
  })
  expect(await learningOf(learner.person)).toMatchObject([
    {
      ...{ kind: 'upskilling', form: 'self', starts_on: '2026-02-02', ends_on: '2026-03-02' },
      document_number: expect.stringContaining('С'),
    },
  ])
  expect((await learner.ask('GET', '/api/my/credited')).json()).toMatchObject({
    ...{ total: 1, hours: 18 },
    items: [{ title: programme.title }],
  })
  expect((await learner.ask('GET', '/api/me/documents')).json()).toMatchObject({ total: 1 })
  expect((await step(methodist, id, 'reopening')).json()).toMatchObject({ code: 'study_document_given' })
})

test('learning by oneself and its modules are terms of the language; opened again they count no more', async () => {
  const learner = await addTeacher()
  const [module] = MODULES
  const programme = await newProgramme({ electives: 0, modules: [{ ...module, hours: 18 }] })
  const before = await alone()
  const study = await did(head, 'self-studies', { personId: learner.person, programmeId: programme.id, ...DAYS })
  expect(study).toMatchObject({ state: 'going', can: expect.arrayContaining(['keep', 'change', 'cancel']) })
  await pass(head, study.id, programme.modules[0].id)
  expect((await step(methodist, study.id, 'finish', FINISH)).statusCode).toBe(201)
  expect(await alone()).toBe(before + 1)
  expect(await learningOf(learner.person)).toMatchObject([{ form: 'self' }])
  const modules = async () =>
    await house.services.database
      .reader(tenant)
      .selectFrom('activities.completed_module')
      .select(['module_id', 'self_study_id'])
      .where('person_id', '=', learner.person)
      .execute()
  expect(await modules()).toEqual([{ module_id: programme.modules[0].id, self_study_id: study.id }])
  expect((await step(head, study.id, 'reopening')).statusCode).toBe(403)
  expect((await step(methodist, study.id, 'reopening')).json()).toMatchObject({ state: 'going', finishedOn: null })
  expect([await learningOf(learner.person), await modules(), await alone()]).toEqual([[], [], before])
})

test('modules alone: they come on record, and with the others of a run or of oneself make the whole', async () => {
  const learner = await addTeacher()
  const programme = await newProgramme()
  const [reading, scenarios] = programme.modules.map(({ id }: { id: number }) => id)
  for (const module of [reading, scenarios]) {
    const said = { personId: learner.person, programmeId: programme.id, moduleIds: [module], ...DAYS }
    const study = await did(methodist, 'self-studies', said)
    expect(study).toMatchObject({ isPart: true, paper: 'participation', needed: 1, modules: [{ id: module }] })
    await pass(methodist, study.id, module)
    const finished = await step(methodist, study.id, 'finish', FINISH)
    expect(finished.statusCode, finished.body).toBe(201)
  }
  expect(await learningOf(learner.person)).toEqual([])
  const gathered = (await methodist.ask('GET', `/api/programmes/${programme.id}/gathered`)).json()
  expect(gathered).toMatchObject({ total: 1, items: [{ person: { id: learner.person }, startsOn: '2026-02-02' }] })
  const documents = { seriesId, signatoryId, issuedOn: '2026-03-02' }
  const given = await post(methodist, `programmes/${programme.id}/gathered/documents`, {
    ...{ personIds: [learner.person], documents },
  })
  expect(given.json(), given.body).toMatchObject({ given: 1 })
  expect(await learningOf(learner.person)).toHaveLength(1)
  const { items } = (await methodist.ask('GET', `/api/self-studies?programme=${programme.id}`)).json()
  expect((await step(methodist, items[0].id, 'reopening')).json()).toMatchObject({ code: 'modules_counted' })
})

test('what is not offered without a group, not there or not one’s own is refused; days have to fit', async () => {
  const [own, other] = [await addTeacher(), await addTeacher(sister)]
  const programme = await newProgramme()
  const grouped = await newProgramme({ selfStudy: false })
  const arrange = (said: object, who: Who = head) =>
    post(who, 'self-studies', { personId: own.person, programmeId: programme.id, ...DAYS, ...said })
  expect(faultsOf(await arrange({ programmeId: grouped.id }))).toEqual(['programmeId programme_needs_group'])
  expect(faultsOf(await arrange({ programmeId: 2_000_000_000 }))).toEqual(['programmeId reference_unknown'])
  expect(faultsOf(await arrange({ moduleIds: [grouped.modules[0].id] }))).toEqual(['moduleIds.0 reference_unknown'])
  expect(faultsOf(await arrange({ personId: other.person }))).toEqual(['personId reference_unknown'])
  expect(faultsOf(await arrange({ tutorId: 2_000_000_000 }))).toEqual(['tutorId reference_unknown'])
  expect(faultsOf(await arrange({ endsOn: '2026-02-01' }))).toEqual(['endsOn ends_before_start'])
  expect(faultsOf(await arrange({ endsOn: '2027-03-01' }))).toEqual(['endsOn study_long'])
  expect(faultsOf(await arrange({ startsOn: '2026-01-01' }))).toEqual(['startsOn programme_not_valid'])
  const twice = await Promise.all([arrange({}), arrange({})])
  expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
})

test('taken back, declined and called off: each with its reason, and with the orders that go with it', async () => {
  const learner = await addTeacher()
  const programme = await newProgramme()
  const wanted = { programmeId: programme.id, ...DAYS }
  const first = await did(learner, 'my/self-studies', wanted)
  const withdraw = (who: Who) => who.ask('DELETE', `/api/my/self-studies/${first.id}`, match(first.version))
  expect((await withdraw(await addTeacher())).statusCode).toBe(404)
  expect((await withdraw(learner)).statusCode).toBe(204)
  const second = await did(learner, 'my/self-studies', wanted)
  const declined = await step(head, second.id, 'refusal', { reason: 'Сначала курс в группе' })
  expect(declined.json()).toMatchObject({ state: 'declined', endedFor: 'Сначала курс в группе' })
  expect((await learner.ask('GET', '/api/notifications')).body).toContain('не согласовано')

  const third = await did(head, 'self-studies', { personId: learner.person, ...wanted })
  const order = async (kind: string) =>
    await head.ask('GET', `/api/self-studies/${third.id}/order`, { query: { order: kind } })
  const said = async (kind: string): Promise<string> => {
    const reply = await order(kind)
    expect(reply.statusCode, reply.body).toBe(200)
    return strFromU8(unzipSync(reply.rawPayload)['word/document.xml'] ?? new Uint8Array())
  }
  expect((await order('completion')).json()).toMatchObject({ code: 'order_of_nobody' })
  for (const words of ['О зачислении слушателей', programme.title, 'самостоятельно, без группы'])
    expect(await said('enrolment')).toContain(words)
  const longer = await head.ask('PATCH', `/api/self-studies/${third.id}`, {
    payload: { endsOn: '2026-12-31' },
    ...match(third.version),
  })
  expect(longer.json()).toMatchObject({ endsOn: '2026-12-31' })
  expect((await step(head, third.id, 'cancellation', { reason: 'По заявлению' })).json()).toMatchObject({
    ...{ state: 'cancelled', can: ['order'] },
  })
  expect(await said('leaving')).toContain('По заявлению')
})
