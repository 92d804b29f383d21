import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { expect, test, vi } from 'vitest'
import { addActor, addDistrict, addOrganisation, type Person, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { mergePerson } from '../../registry/doubles/merges.service.ts'
import { makeGivingDistrict } from '../register/documents.fixture.ts'

const house = await openTestHouse({ work: true })
const district = await makeGivingDistrict(house)
const { tenant, school, methodist, signatory, made, addTeacher } = district
const series = await made('/api/document-series', {
  ...{ kind: 'activity', title: unique('Активность'), prefix: 'МА-', suffix: '/{YYYY}', digits: 3 },
})
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const otherHead = await addActor(house, [{ tenant, role: 'head', organisation: await addOrganisation(house, tenant) }])
const foreigner = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const work = (title = unique('Мастер-класс')) => ({ title, doneOn: '2026-03-02', place: 'школа № 8' })

/** Counted among its own by the school from today on. */
async function addEmployed(surname?: string): Promise<number> {
  const person = await addTeacher(surname)
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return person
}

async function teacherOf(surname?: string): Promise<Person & { person: number }> {
  const person = await addEmployed(surname)
  return { ...(await addActor(house, [{ tenant, role: 'teacher', person }])), person }
}

async function claimed(who: Person, payload = work()) {
  const reply = await who.ask('POST', '/api/my/claims', { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}

type Read = { readonly id: number; readonly version: number }
const readOf = ({ id, version }: Read): Read => ({ id, version })
const decide = (who: Person, claims: readonly Read[], rest: object) =>
  who.ask('POST', '/api/claims/decisions', { payload: { claims: claims.map(readOf), ...rest } })
const certify = (claims: readonly Read[], change: object = {}) =>
  methodist.ask('POST', '/api/claims/certificates', {
    payload: {
      ...{ claims: claims.map(readOf), seriesId: series, signatoryId: signatory, issuedOn: '2026-03-20' },
      ...change,
    },
  })
const mine = async (who: Person) => (await who.ask('GET', '/api/my/claims')).json().items
const listed = async (who: Person, query: Record<string, string> = {}) =>
  (await who.ask('GET', '/api/claims', { query })).json().items
const tasksOf = async (who: Person): Promise<string[]> =>
  (await who.ask('GET', '/api/tasks')).json().items.map(({ text }: { text: string }) => text)

test('a teacher claims, the school confirms, the centre gives a numbered certificate of exactly that', async () => {
  const teacher = await teacherOf('Заявкина')
  const title = 'Мастер-класс по оцениванию'
  await claimed(teacher, work(title))
  expect(await tasksOf(head)).toEqual(expect.arrayContaining([expect.stringContaining('Подтвердить')]))
  const [asked] = await listed(head, { q: 'Заявкина' })
  expect(asked).toMatchObject({ state: 'asked', title, isOnRecord: false, can: ['confirm', 'return'] })

  const confirmed = await decide(head, [asked], { outcome: 'confirm' })
  expect(confirmed.json(), confirmed.body).toEqual({ decided: 1, left: 0 })
  expect(await mine(teacher)).toMatchObject([{ state: 'confirmed', can: ['remove'] }])
  expect((await teacher.ask('GET', '/api/notifications')).body).toContain('/my/claims')
  expect(await tasksOf(methodist)).toEqual(expect.arrayContaining([expect.stringContaining('Выдать')]))

  const [ready] = await listed(methodist, { q: 'Заявкина', state: 'confirmed' })
  const given = await certify([ready])
  expect(given.statusCode, given.body).toBe(201)
  expect(given.json()).toMatchObject({ kind: 'activity', total: 1, title })
  const [certified] = await mine(teacher)
  expect(certified).toMatchObject({ state: 'certified', can: [], document: { number: given.json().first } })
  const at = `/api/documents/${certified.document.id}/paper`
  await vi.waitFor(async () => expect((await teacher.ask('GET', at)).statusCode).toBe(200), { timeout: 30_000 })
  const paper = (await teacher.ask('GET', at)).rawPayload
  const text = (await extractText(new Uint8Array(paper), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
  for (const part of ['Заявкиной Анне', title, '2 марта 2026 г., школа № 8']) expect(text).toContain(part)
})

test('sent back with a word it is mended and asks again; once confirmed it is not changed under the confirmation', async () => {
  const teacher = await teacherOf()
  const claim = await claimed(teacher)
  expect((await decide(head, [claim], { outcome: 'return' })).json()).toMatchObject({
    errors: [{ path: 'word', code: 'word_missing' }],
  })
  await decide(head, [claim], { outcome: 'return', word: 'Напишите, для кого он был' })
  const [returned] = await mine(teacher)
  expect(returned).toMatchObject({ state: 'returned', word: 'Напишите, для кого он был', can: ['change', 'remove'] })
  const better = work()
  const at = `/api/my/claims/${claim.id}`
  const change = (version: number) => teacher.ask('PUT', at, { payload: better, ...match(version) })
  expect((await change(claim.version)).statusCode).toBe(412)
  const changed = (await change(returned.version)).json()
  expect(changed).toMatchObject({ state: 'asked', title: better.title, word: null })
  // Told once, and mended once.
  expect((await teacher.ask('GET', '/api/my/asked')).json()).toMatchObject({ times: 2, answered: 2, minutes: 6 })

  // The head has read the words of before.
  expect((await decide(head, [returned], { outcome: 'confirm' })).json()).toEqual({ decided: 0, left: 1 })
  expect((await decide(head, [changed], { outcome: 'confirm' })).json()).toEqual({ decided: 1, left: 0 })
  const [confirmed] = await mine(teacher)
  expect((await change(confirmed.version)).json()).toMatchObject({ status: 409, code: 'claim_decided' })
  expect((await teacher.ask('DELETE', at, match(confirmed.version))).statusCode).toBe(204)
  expect(await mine(teacher)).toEqual([])
})

test('many are confirmed and certified at once, each with its own words, and none of them twice', async () => {
  const [first, second] = [await teacherOf('Астрова'), await teacherOf('Вишнева')]
  const claims = [await claimed(second), await claimed(first), await claimed(first)]
  expect((await decide(methodist, claims.slice(0, 2), { outcome: 'confirm' })).json()).toEqual({ decided: 2, left: 0 })
  const read = [...(await listed(methodist, { q: 'Астрова' })), ...(await listed(methodist, { q: 'Вишнева' }))]
  const replies = await Promise.all([certify(read), certify(read), certify(read)])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
  const given = replies.find(({ statusCode }) => statusCode === 201)
  expect(given?.json()).toMatchObject({ total: 3, title: null })
  const { items } = (
    await methodist.ask('GET', '/api/documents', { query: { kind: 'activity', sort: 'number' } })
  ).json()
  const ours = items.filter(({ holder }: { holder: string }) => /Астрова|Вишнева/.test(holder))
  expect(ours.map(({ holder }: { holder: string }) => holder.split(' ')[0])).toEqual(['Астрова', 'Астрова', 'Вишнева'])
  expect(new Set(ours.map(({ title }: { title: string }) => title)).size).toBe(3)
})

test('a claim whose certificate is revoked is certified no more, given anew or not, and may be certified again', async () => {
  const teacher = await teacherOf()
  const claim = await claimed(teacher)
  await decide(methodist, [claim], { outcome: 'confirm' })
  const certifyNow = async (): Promise<number> => {
    const reply = await certify(await listed(methodist, { q: claim.title }))
    expect(reply.statusCode, reply.body).toBe(201)
    await vi.waitFor(
      async () => {
        const batch = (await methodist.ask('GET', `/api/document-batches/${reply.json().id}`)).json()
        expect(batch.printed).toBe(1)
      },
      { timeout: 30_000, interval: 200 },
    )
    return (await mine(teacher))[0].document.id
  }
  const step = async (id: number, name: string, payload: object): Promise<number> => {
    const { version } = (await methodist.ask('GET', `/api/documents/${id}`)).json()
    const reply = await methodist.ask('POST', `/api/documents/${id}/${name}`, {
      payload: { reason: 'ошибка в названии', ...payload },
      ...match(version),
    })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json().id
  }
  const first = await certifyNow()
  const again = await step(first, 'reissue', { signatoryId: signatory, issuedOn: '2026-03-20' })
  await vi.waitFor(
    async () => expect((await methodist.ask('GET', `/api/documents/${again}`)).json().state).toBe('issued'),
    { timeout: 30_000, interval: 200 },
  )
  expect(await mine(teacher)).toMatchObject([{ state: 'certified', document: { id: again } }])
  await step(again, 'revoke', {})
  expect(await mine(teacher)).toMatchObject([{ state: 'revoked', can: ['remove'] }])
  const second = await certifyNow()
  expect(second).not.toBe(again)
  expect(await mine(teacher)).toMatchObject([{ state: 'certified', document: { id: second } }])
})

test('where she spoke is claimed with one tap, once, in the words of the record', async () => {
  const teacher = await teacherOf()
  const event = await house.services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      with kind as (insert into registry.classifier_value (kind, label, key)
        values ('event_kind', ${unique('Форма')}, ${unique('форма')}) returning id)
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level, state)
      select ${unique('E')}, ${unique('e')}, 'Августовская конференция', kind.id, current_date - 30, ${school},
        'district', 'held' from kind returning id`.execute(tx)
    const id = rows[0]?.id ?? 0
    await sql`insert into activities.speaker (event_id, person_id, topic) values (${id}, ${teacher.person},
      'Оценивание без страха')`.execute(tx)
    return id
  })
  const offered = async () => (await teacher.ask('GET', '/api/my/claims/work')).json().items
  expect(await offered()).toMatchObject([{ id: event, title: 'Оценивание без страха' }])
  const claim = () => teacher.ask('POST', '/api/my/claims/work', { payload: { id: event } })
  const replies = await Promise.all([claim(), claim()])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(await mine(teacher)).toMatchObject([
    { title: 'Оценивание без страха', place: expect.stringContaining('Августовская конференция'), isOnRecord: true },
  ])
  expect(await offered()).toEqual([])
  const somebody = await teacherOf()
  expect((await somebody.ask('POST', '/api/my/claims/work', { payload: { id: event } })).statusCode).toBe(422)
})

test('a claim is seen by the person, the organisation and the centre; nobody confirms the own one', async () => {
  const teacher = await teacherOf()
  const claim = await claimed(teacher)
  for (const who of [otherHead, foreigner]) {
    expect(await listed(who)).toEqual([])
    expect((await decide(who, [claim], { outcome: 'confirm' })).statusCode).toBe(422)
  }
  const colleague = await teacherOf()
  expect((await colleague.ask('DELETE', `/api/my/claims/${claim.id}`, match(claim.version))).statusCode).toBe(404)
  expect((await decide(colleague, [claim], { outcome: 'confirm' })).statusCode).toBe(403)

  const person = await addEmployed()
  const deputy = await addActor(house, [
    { tenant, role: 'teacher', person },
    { tenant, role: 'school_methodist', organisation: school },
  ])
  const own = await claimed(deputy)
  expect((await decide(deputy, [own], { outcome: 'confirm' })).statusCode).toBe(422)
  const [seen] = (await listed(methodist, { q: own.title })) as [Read & { organisation: unknown }]
  expect(seen.organisation).toBeNull()
  expect((await decide(methodist, [seen], { outcome: 'confirm' })).json()).toEqual({ decided: 1, left: 0 })
})

test('what was not yet, and what was said before, is refused; merged cards keep their claims', async () => {
  const teacher = await teacherOf()
  const said = work()
  await claimed(teacher, said)
  const again = await teacher.ask('POST', '/api/my/claims', { payload: { ...said, title: said.title.toUpperCase() } })
  expect(again.json()).toMatchObject({ status: 409, code: 'claim_made' })
  const ahead = await teacher.ask('POST', '/api/my/claims', { payload: { ...work(), doneOn: '2199-01-01' } })
  expect(ahead.json()).toMatchObject({ errors: [{ path: 'doneOn', code: 'in_future' }] })

  const kept = await addTeacher('Единственная')
  await house.services.database.write(tenant, (tx) =>
    mergePerson(tx, { kept, version: 1, gone: teacher.person, goneVersion: 1, take: [], account: null }),
  )
  expect(await listed(head, { q: 'Единственная' })).toMatchObject([{ title: said.title, person: { id: kept } }])
})
