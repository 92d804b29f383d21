import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addOrganisation, addPerson, employ, type Person, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeGivingDistrict } from '../register/documents.fixture.ts'
import { seedDeeds } from './deeds.seed.ts'

const house = await openTestHouse()
const { tenant, school, methodist, addTeacher } = await makeGivingDistrict(house)
await house.services.database.write(tenant, (tx) => seedDeeds(tx))
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const other = await addOrganisation(house, tenant)
const otherHead = await addActor(house, [{ tenant, role: 'head', organisation: other }])
const department = await addActor(house, [{ tenant, role: 'department' }])

const values: { id: number; list: string; label: string }[] = (await head.ask('GET', '/api/deeds/values')).json().items
const valueIn = (list: string, label: string): number => {
  const found = values.find((one) => one.list === list && one.label === label)
  if (found === undefined) throw new Error(`no ${label}`)
  return found.id
}
const article = () => valueIn('deed_publication', 'статья')
const SCAN = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')

type Teacher = Person & { readonly person: number }
async function addTeacherOf(): Promise<Teacher> {
  const person = await addTeacher()
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return { ...(await addActor(house, [{ tenant, role: 'teacher', person }])), person }
}

const publication = (change: object = {}) => ({
  ...{ kind: 'publication', title: unique('Карта урока'), place: 'Журнал «Начальная школа»', typeId: article() },
  ...{ startsOn: '2026-02-01', endsOn: '2026-02-01' },
  ...change,
})
const award = (change: object = {}) => ({
  ...{ kind: 'award', title: unique('Почётная грамота'), place: 'Министерство просвещения', number: '512/н' },
  ...{ typeId: valueIn('deed_award', 'почётная грамота'), startsOn: '2026-05-05', endsOn: '2026-05-05' },
  ...change,
})
const outside = (change: object = {}) => ({
  ...{ kind: 'event', title: unique('Форум'), startsOn: '2026-04-14', endsOn: '2026-04-16' },
  ...{ typeId: valueIn('deed_event', 'форум'), levelId: valueIn('deed_level', 'всероссийский') },
  ...{ roleId: valueIn('deed_role', 'докладчик') },
  ...change,
})

const tell = (who: Person, payload: object) => who.ask('POST', '/api/my/deeds', { payload })
const decide = (who: Person, { id, version }: { id: number; version: number }, rest: object) =>
  who.ask('POST', '/api/deeds/decisions', { payload: { deeds: [{ id, version }], ...rest } })
const record = (who: Person, deeds: object[]) => who.ask('POST', '/api/deeds', { payload: { deeds } })
const mine = async (who: Person) => (await who.ask('GET', '/api/my/deeds')).json().items
const lifeOf = async (person: number): Promise<{ term: string; label: string; id: number }[]> =>
  (await methodist.ask('GET', `/api/people/${person}/life`)).json().items

test('a publication needs no scan: it is confirmed by the school, is a fact, and counts no more once it is sent back', async () => {
  const teacher = await addTeacherOf()
  const told = await tell(teacher, publication({ partners: 'Н. П. Лугова', link: 'https://example.org/1' }))
  expect(told.json(), told.body).toMatchObject({
    ...{ state: 'asked', type: { label: 'статья' }, level: null, hasScan: false, isRecorded: false },
    can: ['change', 'remove'],
  })
  expect(await lifeOf(teacher.person)).toEqual([])
  expect((await head.ask('GET', '/api/tasks')).body).toContain('о сделанном в других местах')
  expect((await decide(head, told.json(), { outcome: 'confirm' })).json()).toEqual({ decided: 1, left: 0 })
  const [fact] = await lifeOf(teacher.person)
  expect(fact).toMatchObject({
    term: 'published',
    label: `${told.json().title}, Журнал «Начальная школа»`,
    details: [{ value: 'статья' }],
  })
  const [confirmed] = await mine(teacher)
  expect((await decide(head, confirmed, { outcome: 'return', word: 'Это тезисы' })).json().decided).toBe(1)
  expect(await lifeOf(teacher.person)).toEqual([])
  const [returned] = await mine(teacher)
  const asked = async () => (await teacher.ask('GET', '/api/my/asked')).json()
  expect(await asked()).toMatchObject({ times: 2, answered: 1, minutes: 6 })
  const again = await teacher.ask('PUT', `/api/my/deeds/${returned.id}`, {
    payload: publication({ title: returned.title, typeId: valueIn('deed_publication', 'тезисы') }),
    headers: { 'if-match': `"${returned.version}"` },
  })
  expect(again.json(), again.body).toMatchObject({ state: 'asked', type: { label: 'тезисы' }, link: null, word: null })
  expect(await asked()).toMatchObject({ times: 2, answered: 2 })
})

test('each kind asks for its own and nothing else; values are those of its lists', async () => {
  const teacher = await addTeacherOf()
  const faultsOf = async (payload: object): Promise<string[]> =>
    (await tell(teacher, payload))
      .json()
      .errors?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
  expect(await faultsOf(outside({ roleId: null, hours: 4 }))).toEqual(['roleId required', 'hours not_of_kind'])
  expect(await faultsOf(award({ place: null }))).toEqual(['place required'])
  expect(await faultsOf(award({ typeId: article() }))).toEqual(['typeId reference_unknown'])
  expect(await faultsOf(outside({ levelId: valueIn('deed_role', 'докладчик') }))).toEqual(['levelId reference_unknown'])
  expect(await faultsOf(publication({ link: 'javascript:alert(1)' }))).toEqual(['link link_wrong'])
  expect(await faultsOf(publication({ startsOn: '2199-01-01', endsOn: '2199-01-01' }))).toEqual(['endsOn in_future'])
  const alone = { kind: 'informal', title: 'Язык жестов', startsOn: '2026-01-10', endsOn: '2026-03-10' }
  expect(await faultsOf(alone)).toEqual(['result required'])
  expect((await tell(teacher, { ...alone, result: 'Веду кружок', hours: 40 })).statusCode).toBe(201)
})

test('the same work is found by its address, its number or its words and days, whether or not it counts already', async () => {
  const teacher = await addTeacherOf()
  const first = publication({ link: 'https://example.org/doi/10' })
  const told = (await tell(teacher, first)).json()
  expect((await tell(teacher, publication({ link: 'https://example.org/doi/10' }))).json()).toMatchObject({
    ...{ status: 409, code: 'deed_known' },
  })
  await decide(head, told, { outcome: 'confirm' })
  const { kind, title, place, startsOn, endsOn } = first
  const query = { kind, title: title.toUpperCase(), place, startsOn, endsOn }
  expect((await teacher.ask('GET', '/api/my/deeds/same', { query })).json().items).toMatchObject([{ where: 'counted' }])
  expect((await tell(teacher, { ...first, isAnother: true })).statusCode).toBe(201)
})

test('the school records an award for all who were given one; it counts at once and takes nobody’s minutes', async () => {
  const [one, two] = [await addTeacherOf(), await addTeacherOf()]
  const thanks = award()
  expect(
    (
      await record(
        head,
        [one, two].map(({ person }) => ({ ...thanks, personId: person })),
      )
    ).json(),
  ).toEqual({
    ...{ recorded: 2, known: [] },
  })
  expect(await lifeOf(two.person)).toMatchObject([{ term: 'awarded' }])
  const again = await record(methodist, [
    { ...award({ number: null }), personId: one.person },
    { ...thanks, personId: two.person },
  ])
  expect(again.json(), again.body).toEqual({ recorded: 1, known: [1] })
  const [shown] = (await mine(two)) as { id: number; version: number }[]
  expect(shown).toMatchObject({ state: 'confirmed', isRecorded: true, can: [] })
  expect((await two.ask('GET', '/api/my/asked')).json()).toMatchObject({ times: 0, minutes: 0 })
  expect((await tell(two, publication())).statusCode).toBe(201)
  expect((await two.ask('GET', '/api/my/asked')).json()).toMatchObject({ times: 1, minutes: 3 })

  const back = { outcome: 'return', word: 'Не он' }
  if (shown === undefined) throw new Error('nothing recorded')
  expect((await decide(head, shown, back)).json()).toEqual({ decided: 0, left: 1 })
  expect((await decide(otherHead, shown, { outcome: 'remove' })).statusCode).toBe(422)
  expect((await decide(head, shown, { outcome: 'remove' })).json()).toEqual({ decided: 1, left: 0 })
  expect(await lifeOf(two.person)).toEqual([])
})

test('people of a pasted list are known among one’s own, and nobody else is', async () => {
  const [one, other] = [unique('Берёзова'), unique('Чужова')].map((name) => name.replaceAll(/[\d-]/g, ''))
  const person = await addTeacher(one)
  const stranger = await addPerson(house, tenant, other)
  await employ(house, tenant, { person: stranger, organisation: await addOrganisation(house, tenant) })
  await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
  const brought = async (who: Person, text: string) => {
    const payload = new FormData()
    payload.append('file', new File([text], 'list.csv'))
    const reply = await who.ask('POST', '/api/deeds/recognised-list', { payload })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json().lines
  }
  const text = `ФИО\n${one?.replace('ё', 'е')} Анна\n${other} А.\n`
  expect(await brought(head, text)).toMatchObject([{ person: { id: person } }, { person: null, candidates: [] }])
  expect(await brought(methodist, text)).toMatchObject([{ person: { id: person } }, { person: { id: stranger } }])
})

test('nobody records for others’ people, for oneself, or learning that a document proves', async () => {
  const teacher = await addTeacherOf()
  const faultOf = async (who: Person, deed: object) => (await record(who, [deed])).json().errors?.[0]
  expect(await faultOf(otherHead, { ...award(), personId: teacher.person })).toMatchObject({
    ...{ path: 'deeds.0.personId', code: 'reference_unknown' },
  })
  const myself = await addPerson(house, tenant)
  await employ(house, tenant, { person: myself, organisation: school })
  const deputy = await addActor(house, [
    { tenant, role: 'teacher', person: myself },
    { tenant, role: 'school_methodist', organisation: school },
  ])
  expect(await faultOf(deputy, { ...award(), personId: myself })).toMatchObject({ code: 'own_deed' })
  const course = { ...publication(), kind: 'upskilling', typeId: null, form: 'distance', hours: 36, number: '1' }
  expect(await faultOf(head, { ...course, personId: teacher.person })).toMatchObject({ code: 'learning_by_document' })
  expect(await faultOf(head, { ...award({ endsOn: '2199-01-01' }), personId: teacher.person })).toMatchObject({
    code: 'in_future',
  })
})

test('scans of what counts are found beside the facts by who may open them', async () => {
  const teacher = await addTeacherOf()
  const told = (await tell(teacher, outside())).json()
  const payload = new FormData()
  payload.append('file', new File([new Uint8Array(SCAN)], 'диплом.pdf'))
  const sent = await teacher.ask('PUT', `/api/my/deeds/${told.id}/file`, { payload })
  expect(sent.json(), sent.body).toMatchObject({ state: 'asked', hasScan: true })
  const at = `/api/people/${teacher.person}/scans`
  expect((await head.ask('GET', at)).json().items).toEqual([])
  await decide(head, sent.json(), { outcome: 'confirm' })
  const [fact] = await lifeOf(teacher.person)
  expect(fact).toMatchObject({ term: 'representedElsewhere', id: told.id })
  for (const who of [teacher, head, methodist])
    expect((await who.ask('GET', at)).json().items).toEqual([{ id: told.id, title: told.title, learningId: null }])
  expect((await otherHead.ask('GET', at)).statusCode).toBe(404)
  expect((await department.ask('GET', at)).statusCode).toBe(403)
})

test('who published, was awarded and was elsewhere is counted by kind, level, role and months, in words of both languages', async () => {
  const [one, two] = [await addTeacherOf(), await addTeacherOf()]
  const region = valueIn('deed_level', 'региональный')
  const title = unique('Мастерская')
  const webinar = { kind: 'nonformal', typeId: valueIn('deed_nonformal', 'вебинар'), title, place: 'ИРО', hours: 2 }
  const recorded = await record(head, [
    { ...publication({ levelId: region }), personId: one.person },
    { ...publication({ startsOn: '2019-01-01', endsOn: '2019-01-01', levelId: region }), personId: two.person },
    { ...outside({ levelId: region }), personId: two.person },
    { ...award({ levelId: region }), personId: two.person },
    { ...webinar, startsOn: '2026-03-03', endsOn: '2026-03-03', personId: one.person },
    {
      ...{ kind: 'informal', title, result: 'Разработка', hours: 30, startsOn: '2026-03-03', endsOn: '2026-03-04' },
      personId: one.person,
    },
  ])
  expect(recorded.json(), recorded.body).toMatchObject({ recorded: 6 })
  const preview = async (population: object) => {
    const payload = { subject: 'person', population, date: '2026-10-01' }
    const reply = await methodist.ask('POST', '/api/populations/preview', { payload })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json()
  }
  const lately = { lastMonths: 24 }
  const regional = { level: { is: 'региональный' } }
  const published = await preview({ term: 'published', where: { ...regional, kind: { is: 'статья' } }, when: lately })
  expect(published.names.matched.map(({ id }: { id: number }) => id)).toEqual([one.person])
  expect(published.sentence).toEqual({
    ru: 'работники, которые опубликовали работу (уровень: «региональный»; вид: «статья») за последние 24 мес.',
    en: 'people, who published something (level: “региональный”; kind: “статья”) in the last 24 months',
  })
  const counts: Record<string, number> = {}
  for (const [term, where] of [
    ['published', regional],
    ['awarded', regional],
    ['representedElsewhere', { ...regional, role: { is: 'докладчик' } }],
    ['learnedNonformally', { kind: { is: 'вебинар' }, hours: { from: 3 } }],
    ['learnedInformally', { hours: { from: 30 } }],
  ] as const)
    counts[term] = (await preview({ term, where, when: { by: 'date' } })).counts.matched
  expect(counts).toEqual({
    // Two years ago and before, too.
    ...{ published: 2, awarded: 1, representedElsewhere: 1 },
    // The webinar was shorter.
    ...{ learnedNonformally: 0, learnedInformally: 1 },
  })
})
